import type { LawPack } from '../engine/pack.js'
import { MED_DO } from './ch/med-do.js'
import { CH_OPERATORS } from './ch/operators.js'
import { CH_PMS } from './ch/pms.js'
import { CH_SCOPE } from './ch/scope.js'
import { EU_COUNTING } from './eu/counting.js'
import { EU_DEFINITIONS } from './eu/definitions.js'
import { EUDAMED } from './eu/eudamed.js'
import { MDCG_2019_16 } from './eu/mdcg-2019-16.js'
import { MDCG_2023_3_TERMS } from './eu/mdcg-2023-3-terms.js'
import { MDR_2_DEFINITIONS } from './eu/mdr-2-definitions.js'
import { MDR_10A } from './eu/mdr-10a.js'
import { MDR_11_13_14 } from './eu/mdr-11-13-14.js'
import { MDR_16 } from './eu/mdr-16.js'
import { MDR_22 } from './eu/mdr-22.js'
import { MDR_87 } from './eu/mdr-87.js'
import { MDR_88 } from './eu/mdr-88.js'
import { MDR_89 } from './eu/mdr-89.js'
import { MDR_92 } from './eu/mdr-92.js'
import { MDR_120_TRANSITION } from './eu/mdr-120-transition.js'
import { MIR_FORM } from './eu/mir-form.js'
import { EU_PENDING } from './eu/pending.js'
import { EU_PMS } from './eu/pms.js'
import { EU_PROPOSALS } from './eu/proposals.js'
import { EU_PSUR } from './eu/psur.js'
import { EU_REGISTRATION } from './eu/registration.js'
import { UDI_DATES } from './eu/udi-dates.js'
import { FORMS } from './forms.js'
import { GB_DEFINITION_NOTES } from './gb/definition-notes.js'
import { GB_DEFINITIONS } from './gb/definitions.js'
import { GB_MARKET_ACCESS } from './gb/market-access.js'
import { GB_MORE } from './gb/more.js'
import { PART_4A } from './gb/part-4a.js'
import { GB_PMS } from './gb/pms.js'
import { GB_SCOPE } from './gb/scope.js'
import { NI_MARKET_ACCESS } from './ni/market-access.js'
import { NI_SCOPE } from './ni/scope.js'
import { WINDSOR_FRAMEWORK } from './ni/windsor-framework.js'
import { TURKISH_MDR } from './tr/medical-device-regulation.js'
import { CFR_803 } from './us/cfr-803.js'
import { CFR_806 } from './us/cfr-806.js'
import { CFR_820 } from './us/cfr-820.js'
import { US_CYBERSECURITY } from './us/cybersecurity.js'
import { US_DEFINITIONS } from './us/definitions.js'
import { US_REGISTRATION } from './us/registration.js'
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
  notes: [
    ...EU_COUNTING,
    ...MDR_2_DEFINITIONS,
    ...MDCG_2023_3_TERMS,
    ...MIR_FORM,
    ...EU_PMS,
    ...EU_PSUR,
    ...MDR_16,
    ...MDR_22,
    ...EU_REGISTRATION,
    ...MDR_120_TRANSITION,
    ...EUDAMED,
    ...UDI_DATES,
    ...EU_PENDING,
    ...NI_SCOPE,
    ...NI_MARKET_ACCESS,
    ...GB_SCOPE,
    ...GB_DEFINITION_NOTES,
    ...GB_PMS,
    ...GB_MARKET_ACCESS,
    ...GB_MORE,
    ...CH_SCOPE,
    ...CH_OPERATORS,
    ...CH_PMS,
    ...US_SCOPE,
    ...CFR_820,
    ...US_CYBERSECURITY,
    ...US_REGISTRATION,
  ],
  forms: FORMS,
}
