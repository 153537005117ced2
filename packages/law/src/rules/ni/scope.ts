import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'NI',
  effectiveFrom: MDR_APPLIES,
  status: 'in-force',
  sources: [SOURCES.niGuidance],
  reviewBy: REVIEW_BY,
} as const

/** Northern Ireland: which law, whose holidays, which extra copies. */
export const NI_SCOPE: readonly LegalNote[] = [
  {
    ...common,
    id: 'NI-01',
    title: 'Law of Northern Ireland',
    citation: 'Windsor Framework, Annex 2',
    text: 'MDR and IVDR apply directly; S.I. 2024/1368 does not.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'NI-02',
    title: 'Authority and country code',
    citation: 'MHRA guidance on Northern Ireland',
    text: 'The MHRA is the competent authority; EU systems and forms use the code XI.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'NI-03',
    title: 'Representative for Northern Ireland',
    citation: 'MHRA guidance on Northern Ireland',
    text: 'A manufacturer in Great Britain needs an authorised representative in the EU or Northern Ireland.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'NI-09',
    title: 'Supply interruptions',
    citation: 'MDR/IVDR Art 10a; GOV.UK',
    text: 'Art 10a applies in Northern Ireland.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'NI-11',
    title: 'Holidays in Northern Ireland',
    citation: 'no rule in law',
    text: 'The bank holidays of Northern Ireland, 17 March and 12 July included, are taken for the ceiling.',
    status: 'policy',
    certainty: 'requires-confirmation',
  },
]
