import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const SCHEMA_GUIDE: Source = { title: 'MHRA, guide to the schema of MORE', date: day('2025-06-09') }

const common = { jurisdiction: 'GB', status: 'guidance', certainty: 'verified', reviewBy: REVIEW_BY } as const

/** The British channel and form for reports. */
export const GB_MORE: readonly LegalNote[] = [
  {
    ...common,
    id: 'GB-CH-02',
    title: 'The British form',
    citation: 'MHRA schema guide',
    text: 'The XML schema derives from MIR 7.2.1. A 7.3.1 file cannot be assumed to be accepted, so an incident in Great Britain is rendered on its own.',
    certainty: 'secondary-source',
    sources: [SCHEMA_GUIDE],
  },
  {
    ...common,
    id: 'GB-CH-03',
    title: 'For which devices MORE is used',
    citation: 'MHRA guidance on vigilance reporting',
    text: 'All devices on the market in Great Britain, CE-marked ones included.',
    sources: [SOURCES.si2024],
  },
  {
    ...common,
    id: 'GB-CH-04',
    title: 'Guidance on vigilance reporting',
    citation: 'MHRA guidance on vigilance reporting',
    text: 'The last known update is of 5 September 2025. There is also guidance for particular kinds of device.',
    effectiveFrom: day('2025-09-05'),
    sources: [SOURCES.si2024],
  },
]
