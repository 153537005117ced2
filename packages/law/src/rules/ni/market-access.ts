import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'NI',
  status: 'in-force',
  certainty: 'secondary-source',
  sources: [SOURCES.niGuidance],
  reviewBy: REVIEW_BY,
} as const

/** Northern Ireland: marking, registration, and how the forms and the Union's authorities see it. */
export const NI_MARKET_ACCESS: readonly LegalNote[] = [
  {
    ...common,
    id: 'NI-04',
    title: 'Marking',
    citation: 'MHRA guidance on Northern Ireland',
    text: 'CE, or CE with UKNI when a body of the United Kingdom made the mandatory assessment. Goods with CE and UKNI are not valid in the Union.',
  },
  {
    ...common,
    id: 'NI-07',
    title: 'One authority for a single incident',
    citation: 'MDR Art 87, 92(5)',
    text: 'The law names only the authority of the territory, the MHRA. A copy to an authority of the Union is at most agreed practice: NI-DUAL, off unless asked for. Field actions always go to both.',
    effectiveFrom: MDR_APPLIES,
    certainty: 'requires-confirmation',
    sources: [SOURCES.mdr, SOURCES.niGuidance],
  },
  {
    ...common,
    id: 'NI-08',
    title: 'Northern Ireland in the MIR',
    citation: 'MIR 7.3.1 field 2.5 and section 4.3',
    text: 'XI is in the list of markets, and similar incidents are counted for the region EEA, Türkiye and XI.',
    sources: [SOURCES.mir],
  },
  {
    ...common,
    id: 'NI-10',
    title: 'Custom-made devices',
    citation: 'MHRA guidance on Northern Ireland',
    text: 'Registered with the MHRA within 28 days.',
  },
]
