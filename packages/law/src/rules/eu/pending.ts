import { day } from '@vigie/kernel'
import type { LegalNote } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const common = { jurisdiction: 'EU', sources: [SOURCES.proposal], reviewBy: REVIEW_BY } as const

/** Law of the Union in the pipeline or just adopted, and registration dates that touch vigilance. Nothing here drives a clock. */
export const EU_PENDING: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-PRO-02',
    title: 'AI omnibus',
    citation: 'Regulation (EU) 2026/1744',
    text: 'High-risk duties of the AI Act for products of its Annex I moved to 2 August 2028; transparency duties of Art 50 from 2 August 2026.',
    effectiveFrom: day('2026-07-27'),
    status: 'in-force',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'EU-PRO-03',
    title: 'Notified bodies and a delegated act of 2026',
    citation: 'Implementing Regulation (EU) 2026/977; Delegated Regulation (EU) 2026/1451',
    text: 'Adopted in 2026; the content has not been checked.',
    status: 'pending',
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'EU-PRO-04',
    title: 'Cyber Resilience Act and medical devices',
    citation: 'Regulation (EU) 2024/2847 Art 2(2)',
    text: 'Devices under the MDR and IVDR are excluded, so its reporting duty from 11 September 2026 does not reach them. It reaches accessories and software that are no devices.',
    effectiveFrom: day('2026-09-11'),
    status: 'in-force',
    certainty: 'not-confirmed',
  },
  {
    ...common,
    id: 'EU-EUD-01',
    title: 'EUDAMED modules in mandatory use',
    citation: 'Commission Decision (EU) 2025/2371',
    text: 'Actors, UDI and devices, notified bodies and certificates, and market surveillance are mandatory since 28 May 2026. Vigilance is not.',
    effectiveFrom: day('2026-05-28'),
    status: 'in-force',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'EU-EUD-03',
    title: 'Registration of devices placed before EUDAMED became mandatory',
    citation: 'Commission Decision (EU) 2025/2371',
    text: 'Devices first placed before 28 May 2026 and still placed are registered within six months: 28 November 2026, a Saturday. Plan for 27 November.',
    effectiveFrom: day('2026-05-28'),
    status: 'in-force',
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'EU-SUP-03',
    title: 'How long an interruption has to be',
    citation: 'MDCG 2024-16',
    text: 'As an indication, an interruption of more than 60 days is notified.',
    effectiveFrom: day('2025-01-10'),
    status: 'guidance',
    certainty: 'verified',
    sources: [SOURCES.mdcg2024],
  },
  {
    ...common,
    id: 'EU-SUP-04',
    title: 'Supply of legacy devices',
    citation: 'MDR Art 120(13); IVDR Art 110(11)',
    text: 'Art 10a applies to legacy devices too.',
    effectiveFrom: day('2025-01-10'),
    status: 'in-force',
    certainty: 'verified',
    sources: [SOURCES.mdcg2024],
  },
]
