import type { LegalNote } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'EU',
  status: 'guidance',
  certainty: 'verified',
  sources: [SOURCES.mdcg2023],
  reviewBy: REVIEW_BY,
} as const

/** Terms of vigilance that the guidance explains and the regulations do not define. */
export const MDCG_2023_3_TERMS: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-DEF-07',
    title: 'Serious deterioration of health, examples',
    citation: 'MDCG 2023-3 Rev.2 Q2; IVDR Art 2(68)',
    text: 'Life-threatening illness or injury, lasting or passing impairment of a body structure or function, hospitalisation or a longer stay, an intervention to avoid one of these, chronic disease. Foetal distress, foetal death and congenital anomaly count too.',
  },
  {
    ...common,
    id: 'EU-DEF-09',
    title: 'Immediately, without undue delay',
    citation: 'MDCG 2023-3 Rev.2 Q13',
    text: 'The manufacturer causes no delay on purpose or through negligence. The limits in days are ceilings, not targets.',
  },
  {
    ...common,
    id: 'EU-DEF-10',
    title: 'Awareness date',
    citation: 'MDCG 2023-3 Rev.2 Q14, Q15',
    text: 'The day on which the first employee or representative of the manufacturer’s organisation learns of the potentially serious incident, not the end of the internal assessment. An authorised representative or subcontractor that handles complaints counts as one.',
  },
  {
    ...common,
    id: 'EU-DEF-11',
    title: 'Awareness date of reportability',
    citation: 'MDCG 2023-3 Rev.2 Q14, Q15',
    text: 'The exception: new information makes an incident reportable that had been judged not to be. The clock starts on the day that information arrives. The report gives both dates (1.2.c, 1.2.d) and the reasons in section 5.',
  },
  {
    ...common,
    id: 'EU-DEF-12',
    title: 'Use error and abnormal use',
    citation: 'MDCG 2023-3 Rev.2 Q5, Q6',
    text: 'A slip, lapse or mistake is an incident only when ergonomic features or the user interface, instructions included, caused it. Deliberate abnormal use, off-label use by medical decision included, is none. The quality system documents both.',
  },
  {
    ...common,
    id: 'EU-DEF-12b',
    title: 'Indirect harm',
    citation: 'MDCG 2023-3 Rev.2 Q7, Q8',
    text: 'Wrong or late diagnosis, late, wrong or absent treatment and transfusion of wrong material count as harm.',
  },
]
