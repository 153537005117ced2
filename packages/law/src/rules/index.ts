import type { LawPack } from '../engine/pack.js'
import { MED_DO } from './ch/med-do.js'
import { EU_COUNTING } from './eu/counting.js'
import { EU_DEFINITIONS } from './eu/definitions.js'
import { MDR_10A } from './eu/mdr-10a.js'
import { MDR_11_13_14 } from './eu/mdr-11-13-14.js'
import { MDR_87 } from './eu/mdr-87.js'
import { MDR_88 } from './eu/mdr-88.js'
import { MDR_89 } from './eu/mdr-89.js'
import { MDR_92 } from './eu/mdr-92.js'
import { EU_PROPOSALS } from './eu/proposals.js'
import { FORMS } from './forms.js'
import { GB_DEFINITIONS } from './gb/definitions.js'
import { PART_4A } from './gb/part-4a.js'
import { WINDSOR_FRAMEWORK } from './ni/windsor-framework.js'
import { TURKISH_MDR } from './tr/medical-device-regulation.js'
import { CFR_803 } from './us/cfr-803.js'
import { CFR_806 } from './us/cfr-806.js'
import { US_DEFINITIONS } from './us/definitions.js'

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
    ...WINDSOR_FRAMEWORK,
    ...TURKISH_MDR,
    ...PART_4A,
    ...MED_DO,
    ...CFR_803,
    ...CFR_806,
  ],
  definitions: [...EU_DEFINITIONS, ...GB_DEFINITIONS, ...US_DEFINITIONS],
  notes: [...EU_COUNTING],
  forms: FORMS,
}
