import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { REVIEW_BY } from '../sources.js'

const REGISTRATION: Source = {
  title: 'GOV.UK guidance on registration and UK Responsible Persons',
  date: day('2026-11-23'),
}
const RECOGNITION: Source = {
  title: 'GOV.UK guidance on CE-marked devices in Great Britain',
  date: day('2026-11-23'),
}

const REFORM: Source = {
  title: 'MHRA plans for pre-market reform, through secondary sources',
  date: day('2026-11-23'),
}

const common = { jurisdiction: 'GB', status: 'in-force', reviewBy: REVIEW_BY } as const

/** UK Responsible Person, registration with the MHRA, and how long CE marking is accepted. */
export const GB_MARKET_ACCESS: readonly LegalNote[] = [
  {
    ...common,
    id: 'GB-RP-01',
    title: 'UK Responsible Person',
    citation: 'regs 7A, 21A, 33A, 44 UK MDR 2002',
    text: 'A manufacturer outside the United Kingdom names one in writing. The device is registered with the MHRA before it is placed. The label names the person when the device is UKCA-marked, not when it is CE-marked.',
    effectiveFrom: day('2021-01-01'),
    certainty: 'not-confirmed',
    sources: [REGISTRATION],
  },
  {
    ...common,
    id: 'GB-RP-03',
    title: 'Change of registered data',
    citation: 'MHRA guidance on registration',
    text: 'Told to the MHRA within 30 days.',
    status: 'guidance',
    certainty: 'not-confirmed',
    sources: [REGISTRATION],
  },
  {
    ...common,
    id: 'GB-TR-01',
    title: 'CE marking under the directives',
    citation: 'regs 19B, 30A UK MDR 2002',
    text: 'Accepted until 30 June 2028, or until the certificate expires.',
    effectiveTo: day('2028-06-30'),
    certainty: 'verified',
    sources: [RECOGNITION],
  },
  {
    ...common,
    id: 'GB-TR-02',
    title: 'CE marking under MDR, IVDR and IVDD',
    citation: 'regs 19C, 44ZA, 44ZB UK MDR 2002',
    text: 'Accepted until 30 June 2030.',
    effectiveTo: day('2030-06-30'),
    certainty: 'verified',
    sources: [RECOGNITION],
  },
  {
    ...common,
    id: 'GB-PRO-03',
    title: 'UDI in place of the UKCA mark',
    citation: 'MHRA plans for pre-market reform',
    text: 'Planned: an assigned and registered UDI replaces the UKCA mark. Not enacted.',
    status: 'proposal',
    certainty: 'requires-confirmation',
    sources: [REFORM],
  },
]
