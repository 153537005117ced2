import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { IVDR_APPLIES, MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const MDCG_PSUR: Source = { title: 'MDCG 2022-21, periodic safety update report', date: day('2026-11-23') }

const law = {
  jurisdiction: 'EU',
  status: 'in-force',
  certainty: 'verified',
  effectiveFrom: MDR_APPLIES,
  sources: [SOURCES.mdr],
  reviewBy: REVIEW_BY,
} as const

const guidance = {
  jurisdiction: 'EU',
  status: 'guidance',
  certainty: 'verified',
  sources: [MDCG_PSUR],
  reviewBy: REVIEW_BY,
} as const

/** Periodic safety update reports (MDR Art 86; IVDR Art 81; MDCG 2022-21). */
export const EU_PSUR: readonly LegalNote[] = [
  {
    ...law,
    id: 'EU-PSUR-01',
    title: 'Classes IIb and III',
    citation: 'MDR Art 86(1)',
    text: 'At least annually: conclusion on benefit and risk, main findings of clinical follow-up, sales volume, population and frequency of use.',
  },
  {
    ...law,
    id: 'EU-PSUR-02',
    title: 'Class IIa',
    citation: 'MDR Art 86(1)',
    text: 'When necessary and at least every two years.',
  },
  {
    ...law,
    id: 'EU-PSUR-03',
    title: 'Submission for class III and implantable devices',
    citation: 'MDR Art 86(2); MDCG 2021-1 Rev.1',
    text: 'Each issue, implantable devices of class IIa and IIb included, goes to the notified body, which evaluates it. Through EUDAMED once the vigilance module applies; until then as agreed with the notified body.',
    sources: [SOURCES.mdr, SOURCES.mdcg2021],
  },
  {
    ...law,
    id: 'EU-PSUR-04',
    title: 'Other devices of classes IIa and IIb',
    citation: 'MDR Art 86(3)',
    text: 'Each issue is available to the notified body, and to the authority on request.',
  },
  {
    ...law,
    id: 'EU-PSUR-05',
    title: 'IVD classes C and D',
    citation: 'IVDR Art 81(1)–(3)',
    text: 'At least annually. Class D goes to the notified body through EUDAMED; class C is available to the notified body, and to the authority on request.',
    effectiveFrom: IVDR_APPLIES,
    sources: [SOURCES.ivdr],
  },
  {
    ...law,
    id: 'EU-PSUR-06',
    title: 'Custom-made devices',
    citation: 'MDR Art 86(1) last sub-paragraph',
    text: 'Classes IIb and III yearly, IIa every two years, in the documentation of Annex XIII, on request.',
  },
  {
    ...guidance,
    id: 'EU-PSUR-07',
    title: 'Start of the first period',
    citation: 'MDCG 2022-21',
    text: 'The day of the MDR certificate, or of the declaration of conformity where no notified body is involved. For legacy devices 26 May 2021.',
  },
  {
    ...guidance,
    id: 'EU-PSUR-08',
    title: 'Length of a period',
    citation: 'MDCG 2022-21',
    text: '12 months (IIb, III) or 24 months (IIa), without gap or overlap. The end may follow the anniversary of the certificate or be agreed with the notified body.',
  },
  {
    ...guidance,
    id: 'EU-PSUR-09',
    title: 'Day of issue',
    citation: 'MDCG 2022-21',
    text: 'No number of days after the end of the period is fixed. About 90 days is a practice of notified bodies, known from secondary sources.',
    certainty: 'secondary-source',
  },
  {
    ...guidance,
    id: 'EU-PSUR-10',
    title: 'Several devices in one report',
    citation: 'MDCG 2022-21',
    text: 'Only under one notified body and with a justification. The leading device, of the highest class, fixes the schedule and stays the leading one.',
  },
  {
    ...guidance,
    id: 'EU-PSUR-11',
    title: 'End of the duty',
    citation: 'MDCG 2022-21',
    text: 'When the lifetime of the last device placed has ended; shelf life and lifetime are added where both exist.',
  },
  {
    ...guidance,
    id: 'EU-PSUR-12',
    title: 'Legacy devices',
    citation: 'MDCG 2022-21; MDR Art 120(3d)',
    text: 'A report is owed, with the class under the directive (active implantables as class III). It does not go into EUDAMED; the notified body of the directive certificate sees it at surveillance.',
  },
  {
    ...guidance,
    id: 'EU-PSUR-13',
    title: 'Content',
    citation: 'MDCG 2022-21, annexes',
    text: 'Summary, device, grouping, sales and use, serious incidents by IMDRF annexes A, C (or D) and F at level 2, trends, field actions, CAPA, feedback, literature, similar devices, clinical follow-up, conclusions; tables 1–8. Figures for EEA, Türkiye and Northern Ireland against the world, for years N to N-3.',
  },
]
