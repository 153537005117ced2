import type { LawPack } from '../engine/pack.js'
import { MED_DO } from './ch/med-do.js'
import { CH_SCOPE } from './ch/scope.js'
import { EU_COUNTING } from './eu/counting.js'
import { EU_DEFINITIONS } from './eu/definitions.js'
import { MDCG_2019_16 } from './eu/mdcg-2019-16.js'
import { MDR_10A } from './eu/mdr-10a.js'
import { MDR_11_13_14 } from './eu/mdr-11-13-14.js'
import { MDR_87 } from './eu/mdr-87.js'
import { MDR_88 } from './eu/mdr-88.js'
import { MDR_89 } from './eu/mdr-89.js'
import { MDR_92 } from './eu/mdr-92.js'
import { EU_PENDING } from './eu/pending.js'
import { EU_PROPOSALS } from './eu/proposals.js'
import { FORMS } from './forms.js'
import { GB_DEFINITIONS } from './gb/definitions.js'
import { PART_4A } from './gb/part-4a.js'
import { GB_SCOPE } from './gb/scope.js'
import { NI_SCOPE } from './ni/scope.js'
import { WINDSOR_FRAMEWORK } from './ni/windsor-framework.js'
import { TURKISH_MDR } from './tr/medical-device-regulation.js'
import { CFR_803 } from './us/cfr-803.js'
import { CFR_806 } from './us/cfr-806.js'
import { US_DEFINITIONS } from './us/definitions.js'
import { US_SCOPE } from './us/scope.js'

/** The law this release ships. */
export const BUILT_IN_PACK: LawPack = {
  release: '2026-11-23',
  rules: [
    ...MDR_87,
    ...EU_PROPOSALS,
    ...MDR_88,
    ...MDR_89,
    ...MDR_92,
    ...MDR_10A,
    ...MDR_11_13_14,
    ...MDCG_2019_16,
    ...WINDSOR_FRAMEWORK,
    ...TURKISH_MDR,
    ...PART_4A,
    ...MED_DO,
    ...CFR_803,
    ...CFR_806,
  ],
  definitions: [...EU_DEFINITIONS, ...GB_DEFINITIONS, ...US_DEFINITIONS],
  notes: [...EU_COUNTING, ...EU_PENDING, ...NI_SCOPE, ...GB_SCOPE, ...CH_SCOPE, ...US_SCOPE],
  forms: FORMS,
}
