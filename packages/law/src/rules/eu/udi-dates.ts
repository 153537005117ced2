import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const MASTER_UDI: Source = {
  title: 'Delegated Regulations (EU) 2023/2197 and (EU) 2025/788, not read',
  date: day('2026-11-23'),
}

const common = { jurisdiction: 'EU', certainty: 'verified', reviewBy: REVIEW_BY } as const

/** From when the label or the device itself carries the UDI. */
export const UDI_DATES: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-UDI-01',
    title: 'UDI carrier on devices',
    citation: 'MDR Art 123(3)(f), (g)',
    text: 'On the label: class III and implantable 26 May 2021, IIa and IIb 26 May 2023, I 26 May 2025. Reusable devices bear it themselves two years later, class I from 26 May 2027.',
    effectiveFrom: MDR_APPLIES,
    status: 'in-force',
    sources: [SOURCES.mdr],
  },
  {
    ...common,
    id: 'EU-UDI-02',
    title: 'UDI carrier on in vitro diagnostic devices',
    citation: 'IVDR Art 113(3)(e)',
    text: 'Class D 26 May 2023, classes B and C 26 May 2025, class A 26 May 2027.',
    effectiveFrom: day('2023-05-26'),
    status: 'in-force',
    sources: [SOURCES.ivdr],
  },
  {
    ...common,
    id: 'EU-UDI-03',
    title: 'Master UDI-DI of contact lenses',
    citation: 'Delegated Regulation (EU) 2023/2197, date moved by (EU) 2025/788',
    text: 'Contact lenses take a Master UDI-DI. The day of application is probably 9 November 2026; it has to be confirmed.',
    status: 'pending',
    certainty: 'requires-confirmation',
    sources: [MASTER_UDI],
  },
]
