import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { IVDR_APPLIES, MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const MDCG_PMS: Source = {
  title: 'MDCG 2025-10 on post-market surveillance, December 2025',
  date: day('2026-11-23'),
}

const common = {
  jurisdiction: 'EU',
  status: 'in-force',
  certainty: 'verified',
  effectiveFrom: MDR_APPLIES,
  sources: [SOURCES.mdr],
  reviewBy: REVIEW_BY,
} as const

/** Post-market surveillance: system, plan, report, and the summaries of safety and performance. */
export const EU_PMS: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-PMS-01',
    title: 'Surveillance system',
    citation: 'MDR Art 83; IVDR Art 78',
    text: 'For every device, without pause, as part of the quality system. Its results serve the uses listed in Art 83(3)(a)–(h).',
    sources: [SOURCES.mdr, SOURCES.ivdr],
  },
  {
    ...common,
    id: 'EU-PMS-02',
    title: 'Surveillance plan',
    citation: 'MDR Art 84, Annex III 1.1; IVDR Art 79, Annex III 1',
    text: 'For every device, before it is placed, kept current, with a plan for clinical or performance follow-up or a reason for none. For custom-made devices it is part of the documentation of Annex XIII.',
    sources: [SOURCES.mdr, SOURCES.ivdr],
  },
  {
    ...common,
    id: 'EU-PMS-03',
    title: 'Surveillance report, class I',
    citation: 'MDR Art 85',
    text: 'Updated when necessary; to the authority on request.',
  },
  {
    ...common,
    id: 'EU-PMS-04',
    title: 'Surveillance report, IVD classes A and B',
    citation: 'IVDR Art 80',
    text: 'Updated when necessary; to the notified body and the authority on request.',
    effectiveFrom: IVDR_APPLIES,
    sources: [SOURCES.ivdr],
  },
  {
    jurisdiction: 'EU',
    id: 'EU-PMS-05',
    title: 'Guidance on surveillance',
    citation: 'MDCG 2025-10',
    text: 'Explains system, plan and process. It leaves PMS reports and PSURs to MDCG 2022-21.',
    status: 'guidance',
    certainty: 'verified',
    sources: [MDCG_PMS],
    reviewBy: REVIEW_BY,
  },
  {
    ...common,
    id: 'EU-SSCP-01',
    title: 'Summary of safety and clinical performance',
    citation: 'MDR Art 32, 61(11)',
    text: 'Class III and implantable devices, custom-made and investigational ones excepted. The draft goes in with the conformity assessment; update at least annually where indicated. The notified body validates and uploads it.',
  },
  {
    ...common,
    id: 'EU-SSP-01',
    title: 'Summary of safety and performance',
    citation: 'IVDR Art 29, 56(6)',
    text: 'Classes C and D: performance evaluation report and, if needed, summary updated at least annually. The notified body validates and uploads it.',
    effectiveFrom: IVDR_APPLIES,
    sources: [SOURCES.ivdr],
  },
  {
    ...common,
    id: 'EU-PMCF-01',
    title: 'Clinical follow-up report',
    citation: 'MDR Art 61(11), Annex XIV part B',
    text: 'Class III and implantable devices: evaluation report at least annually. Others as their plan says.',
  },
]
