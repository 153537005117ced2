import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { REVIEW_BY } from '../sources.js'

const CFR_807: Source = {
  title: '21 CFR parts 807 and 830, not read for this record',
  date: day('2026-11-23'),
}

/** Registration of establishments and devices. */
export const US_REGISTRATION: readonly LegalNote[] = [
  {
    id: 'US-REG-01',
    jurisdiction: 'US',
    title: 'Registration and listing',
    citation: '21 CFR parts 807, 830',
    text: 'Establishments register and list each year between 1 October and 31 December. Devices are entered in GUDID.',
    status: 'in-force',
    certainty: 'not-confirmed',
    sources: [CFR_807],
    reviewBy: REVIEW_BY,
  },
]
