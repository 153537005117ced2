import { day } from '@vigie/kernel'
import type { LegalNote } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'GB',
  effectiveFrom: day('2025-06-16'),
  status: 'in-force',
  sources: [SOURCES.si2024],
  reviewBy: REVIEW_BY,
} as const

/** Definitions of reg 44ZC UK MDR 2002 that no condition refers to by id. */
export const GB_DEFINITION_NOTES: readonly LegalNote[] = [
  {
    ...common,
    id: 'GB-DEF-01',
    title: 'Terms of vigilance in Great Britain',
    citation: 'reg 44ZC UK MDR 2002; GOV.UK list of changes',
    text: 'Incident, serious incident, public health threat, field action and its notice are close to the Union’s, with reportable side-effects named. Serious deterioration includes a self-administered intervention; for a use error the deterioration need not have occurred.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'GB-DEF-02',
    title: 'Device lifetime and surveillance period',
    citation: 'reg 44ZC UK MDR 2002; GOV.UK guidance',
    text: 'Lifetime runs from manufacture to the end of the validated performance, shelf life included. The surveillance period runs from the first device of the model placed or put into service to the end of the lifetime of the last.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'GB-DEF-03',
    title: 'Trends of in vitro diagnostic devices',
    citation: 'reg 44ZC UK MDR 2002',
    text: 'Trend reporting covers expected erroneous results.',
    certainty: 'secondary-source',
  },
]
