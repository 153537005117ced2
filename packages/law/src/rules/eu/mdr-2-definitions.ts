import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'EU',
  status: 'in-force',
  certainty: 'verified',
  effectiveFrom: MDR_APPLIES,
  sources: [SOURCES.mdr, SOURCES.ivdr],
  reviewBy: REVIEW_BY,
} as const

/** Definitions of MDR and IVDR Art 2 that no condition refers to by id. */
export const MDR_2_DEFINITIONS: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-DEF-03',
    title: 'Serious public health threat',
    citation: 'MDR Art 2(66); IVDR Art 2(69); MDCG 2023-3 Rev.2 Q2',
    text: 'Imminent danger of death, grave decline in health or grave illness that may need fast action, with high possible morbidity or mortality, or unusual or unexpected for the place and time. Examples: several deaths in short intervals, a failing IVD in a blood bank, falsified or mislabelled devices spread widely.',
    sources: [SOURCES.mdr, SOURCES.ivdr, SOURCES.mdcg2023],
  },
  {
    ...common,
    id: 'EU-DEF-04',
    title: 'Corrective action',
    citation: 'MDR Art 2(67); IVDR Art 2(70)',
    text: 'Action that removes the cause of a possible or actual non-conformity or of another undesirable situation.',
  },
  {
    ...common,
    id: 'EU-DEF-05',
    title: 'Field safety corrective action',
    citation: 'MDR Art 2(68); IVDR Art 2(71)',
    text: 'Corrective action of the manufacturer, for technical or medical reasons, that prevents or reduces the risk of a serious incident with a device made available on the market.',
  },
  {
    ...common,
    id: 'EU-DEF-06',
    title: 'Field safety notice',
    citation: 'MDR Art 2(69); IVDR Art 2(72)',
    text: 'What the manufacturer tells users or customers about a field safety corrective action.',
  },
  {
    ...common,
    id: 'EU-DEF-12a',
    title: 'User',
    citation: 'MDR Art 2(37); IVDR Art 2(30); MDCG 2023-3 Rev.2 Q4',
    text: 'A health institution, professional or lay person who uses a device. Persons who install or maintain it count too.',
    sources: [SOURCES.mdr, SOURCES.ivdr, SOURCES.mdcg2023],
  },
]
