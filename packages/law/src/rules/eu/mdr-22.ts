import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

/** Producers of systems and procedure packs. */
export const MDR_22: readonly LegalNote[] = [
  {
    id: 'EU-SPPP-01',
    jurisdiction: 'EU',
    title: 'Incidents with systems and procedure packs',
    citation: 'MDR Art 22(1), (3); MedDO Art 66',
    text: 'The producer is not the manufacturer of the contents, yet the forms know the role and Swiss law names it. It tells the manufacturer of the part concerned, and reports itself what lies in the combination or the sterilisation.',
    effectiveFrom: MDR_APPLIES,
    status: 'policy',
    certainty: 'requires-confirmation',
    sources: [SOURCES.mdr, SOURCES.medDo],
    reviewBy: REVIEW_BY,
  },
]
