import { day } from '@vigie/kernel'
import type { LegalNote } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const MIR_731_MANDATORY = day('2026-05-01')

const common = {
  jurisdiction: 'EU',
  status: 'in-force',
  sources: [SOURCES.mir],
  reviewBy: REVIEW_BY,
} as const

/** The Manufacturer Incident Report through its life, and the forms beside it. */
export const MIR_FORM: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-MIR-01',
    title: 'Types of report',
    citation: 'MIR 7.3.1 field 1.2.e; MDCG 2023-3 Rev.2 Q16',
    text: 'Initial, Follow-up, Combined initial and final, Final (Reportable incident), Final (Non-reportable incident).',
    certainty: 'verified',
    sources: [SOURCES.mir, SOURCES.mdcg2023],
  },
  {
    ...common,
    id: 'EU-MIR-02',
    title: 'Dates and classification in section 1.2',
    citation: 'MIR 7.3.1 fields 1.2.c, 1.2.d, 1.2.f, 1.2.g',
    text: 'Day of awareness of the incident (1.2.c), day of awareness of reportability (1.2.d, new in 7.3.1) and expected day of the next report (1.2.f). The class (1.2.g) is public health threat, death, unanticipated serious deterioration or other reportable incident.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'EU-MIR-04',
    title: 'A fact that raises the class',
    citation: 'MDCG 2023-3 Rev.2 Q14',
    text: 'A fact learnt later, such as the death of the patient, starts its own shorter limit on the day it is known. It never lengthens a limit that runs.',
    status: 'guidance',
    certainty: 'verified',
    sources: [SOURCES.mdcg2023],
  },
  {
    ...common,
    id: 'EU-MIR-05',
    title: 'MIR 7.3.1 is mandatory',
    citation: 'MIR 7.3.1; notices of national authorities, April to August 2026',
    text: 'Released on 5 May 2025 and first announced as mandatory for November 2025, then moved to 1 May 2026. Version 7.2.1 no longer serves for new reports.',
    effectiveFrom: MIR_731_MANDATORY,
    certainty: 'secondary-source',
    sources: [SOURCES.mir, SOURCES.authorityNotices],
  },
  {
    ...common,
    id: 'EU-MIR-06',
    title: 'Follow-up to a report begun on 7.2.1',
    citation: 'no rule in law or guidance',
    text: 'A follow-up sent once 7.3.1 is mandatory is converted to 7.3.1. If the authority rejects it, ask the authority.',
    effectiveFrom: MIR_731_MANDATORY,
    status: 'policy',
    certainty: 'requires-confirmation',
    sources: [SOURCES.authorityNotices],
  },
  {
    ...common,
    id: 'EU-MIR-07',
    title: 'Counts of similar incidents',
    citation: 'MIR 7.3.1 section 4.3 and its help text',
    text: 'Counted for the region EEA, Türkiye and Northern Ireland, and for the world: three full years and the current period, with devices placed or used as denominators. The basis of the count is stated.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'EU-MIR-08',
    title: 'National channels',
    citation: 'MDR Art 123(3)(d); circulars of the Italian Ministry of Health, April and May 2026',
    text: 'Until the vigilance module is mandatory each authority names its mailbox or portal. Italy takes a MIR only through NSIS-Dispovigilance since 1 May 2026; certified mail remains for field actions, their notices in Italian and periodic summary reports.',
    certainty: 'secondary-source',
    sources: [SOURCES.authorityNotices],
  },
  {
    ...common,
    id: 'EU-MIR-09',
    title: 'Other forms in use',
    citation: 'vigilance forms and templates on the site of the Commission',
    text: 'Field action report (2.x), field safety notice, replies of customers and of distributors or importers, trend report, periodic summary report. Their versions change and are held as data.',
    certainty: 'requires-confirmation',
    sources: [SOURCES.mdcg2023],
  },
]
