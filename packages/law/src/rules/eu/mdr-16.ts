import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

/** Relabelling and repackaging by importers and distributors. */
export const MDR_16: readonly LegalNote[] = [
  {
    id: 'EU-REL-01',
    jurisdiction: 'EU',
    title: 'Notice of relabelling or repackaging',
    citation: 'MDR Art 16(4); IVDR Art 16(4)',
    text: 'At least 28 days before making available, the importer or distributor tells the manufacturer and the authority of the Member State of destination, with a sample or mock-up. The notified body’s certificate for the quality system goes to the authority in the same time.',
    effectiveFrom: MDR_APPLIES,
    status: 'in-force',
    certainty: 'verified',
    sources: [SOURCES.mdr, SOURCES.ivdr],
    reviewBy: REVIEW_BY,
  },
]
