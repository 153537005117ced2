import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'CH',
  effectiveFrom: MDR_APPLIES,
  status: 'in-force',
  sources: [SOURCES.medDo],
  reviewBy: REVIEW_BY,
} as const

/** Switzerland: counting, channel and hospitals. */
export const CH_SCOPE: readonly LegalNote[] = [
  {
    ...common,
    id: 'CH-HOL-01',
    title: 'Counting of days in Switzerland',
    citation: 'MedDO Art 66(2)',
    text: 'The limits are those of the MDR. That Regulation 1182/71 is used is not confirmed: plain calendar days, nothing is extended.',
    status: 'policy',
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'CH-VIG-06',
    title: 'Hospitals',
    citation: 'MedDO Art 67',
    text: 'Hospitals keep a vigilance system with a contact person known to Swissmedic, and records for 15 years.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'CH-VIG-07',
    title: 'How reports are sent',
    citation: 'MedDO Art 66(5)',
    text: 'Electronically and machine-readable: XML and PDF to materiovigilance@swissmedic.ch, in English or a national language, the Swiss representative in copy when the manufacturer sends.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'CH-LI-01',
    title: 'Liechtenstein',
    citation: 'Customs treaty between Switzerland and Liechtenstein',
    text: 'A device placed under Swiss customs-treaty law is reported to Swissmedic, one under EEA law to the Amt für Gesundheit of Liechtenstein.',
    certainty: 'verified',
  },
]
