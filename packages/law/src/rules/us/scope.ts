import { day } from '@vigie/kernel'
import type { LegalNote } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'US',
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.cfr803],
  reviewBy: REVIEW_BY,
} as const

/** United States: how awareness and days are read, and duties without a clock. */
export const US_SCOPE: readonly LegalNote[] = [
  {
    ...common,
    id: 'US-MDR-07',
    title: 'Becoming aware',
    citation: '21 CFR 803.3',
    text: 'Any employee for the 30-day report; for the 5-day report a person with management, supervisory or regulatory responsibility.',
  },
  {
    ...common,
    id: 'US-MDR-08',
    title: 'Work day',
    citation: '21 CFR 803.3',
    text: 'Monday to Friday without federal holidays.',
  },
  {
    ...common,
    id: 'US-MDR-09',
    title: 'Procedures and files',
    citation: '21 CFR 803.17, 803.18',
    text: 'Written procedures; event files are kept for 2 years from the event or the expected life of the device, whichever is longer.',
  },
  {
    ...common,
    id: 'US-MDR-10',
    title: 'No report',
    citation: '21 CFR 803.20(c)(2)',
    text: 'No report when a qualified person reasonably concludes that the device did not cause or contribute; the reasoning is kept.',
  },
  {
    ...common,
    id: 'US-MDR-11',
    title: 'Report number',
    citation: '21 CFR 803.3',
    text: 'Registration number (7 digits), year, sequence number (5 digits).',
  },
  {
    ...common,
    id: 'US-MDR-12',
    title: 'US agent',
    citation: '21 CFR 803.58',
    text: 'The reporting duty of the US agent is stayed.',
  },
  {
    ...common,
    id: 'US-COR-03',
    title: 'No double report',
    citation: '21 CFR 806.10(f)',
    text: 'What was reported under part 803 (or 1004) is not reported again under part 806; refer to it.',
    sources: [SOURCES.cfr806],
  },
  {
    ...common,
    id: 'US-CYB-01',
    title: 'Cyber devices',
    citation: 'FD&C Act section 524B(b)',
    text: 'A plan for vulnerabilities after market entry with coordinated disclosure, secure processes, patches (critical ones as soon as possible out of cycle) and a software bill of materials.',
    effectiveFrom: day('2023-03-29'),
  },
]
