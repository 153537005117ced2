import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'CH',
  effectiveFrom: MDR_APPLIES,
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.medDo],
  reviewBy: REVIEW_BY,
} as const

/** Surveillance reports of the Medical Devices Ordinance. */
export const CH_PMS: readonly LegalNote[] = [
  {
    ...common,
    id: 'CH-PMS-01',
    title: 'Surveillance report, class I',
    citation: 'MedDO Art 59',
    text: 'Updated when necessary; to Swissmedic on request. The article also speaks of custom-made devices.',
  },
  {
    ...common,
    id: 'CH-PMS-02',
    title: 'Periodic safety update report',
    citation: 'MedDO Art 60',
    text: 'Class IIa every two years, classes IIb and III yearly. To the conformity assessment body; to Swissmedic on request.',
  },
]
