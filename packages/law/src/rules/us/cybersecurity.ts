import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { REVIEW_BY } from '../sources.js'

const GUIDANCE: Source = {
  title: 'FDA guidance on cybersecurity in medical devices, through secondary sources',
  date: day('2026-02-03'),
}

/** What the FDA expects on cybersecurity beside section 524B of the Act. */
export const US_CYBERSECURITY: readonly LegalNote[] = [
  {
    id: 'US-CYB-02',
    jurisdiction: 'US',
    title: 'Guidance on cybersecurity',
    citation:
      'FDA, Cybersecurity in Medical Devices: Quality System Considerations and Content of Premarket Submissions',
    text: 'The version of 3 February 2026 is aligned with the QMSR and replaces that of 27 June 2025.',
    effectiveFrom: day('2026-02-03'),
    status: 'guidance',
    certainty: 'secondary-source',
    sources: [GUIDANCE],
    reviewBy: REVIEW_BY,
  },
]
