import { day } from '@vigie/kernel'
import type { LegalNote } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'GB',
  effectiveFrom: day('2025-06-16'),
  status: 'in-force',
  certainty: 'secondary-source',
  sources: [SOURCES.si2024],
  reviewBy: REVIEW_BY,
} as const

/** Surveillance plan, periodic reports and files under Part 4A. */
export const GB_PMS: readonly LegalNote[] = [
  {
    ...common,
    id: 'GB-PMS-01',
    title: 'Surveillance system and plan',
    citation: 'reg 44ZE, 44ZF UK MDR 2002',
    text: 'For every device, with a written plan that covers engagement of patients and the public. The plan goes to the MHRA within 3 working days of a request.',
  },
  {
    ...common,
    id: 'GB-PMS-03',
    title: 'Surveillance report, class I',
    citation: 'reg 44ZL UK MDR 2002; GOV.UK guidance',
    text: 'First within 3 years of placing or putting into service, updated at least every 3 years. To the MHRA within 3 working days of a request.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'GB-PMS-03-ivd',
    title: 'Surveillance report, in vitro diagnostic devices',
    citation: 'reg 44ZL UK MDR 2002',
    text: 'That IVDs outside the former Annex II, and those of classes A and B, owe the same report as class I devices is not confirmed.',
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'GB-PMS-04',
    title: 'PSUR each year',
    citation: 'reg 44ZM UK MDR 2002',
    text: 'Classes IIb and III, implantable and active implantable devices, IVDs of List A or B and for self-testing: first within 1 year, in the MHRA’s format. UKCA-certified devices send it to the approved body, which reviews class III, implantable and List A or B on a schedule; CE-marked ones do not. To the MHRA within 3 working days of a request.',
  },
  {
    ...common,
    id: 'GB-PMS-04-ivd',
    title: 'PSUR of CE-marked in vitro diagnostic devices',
    citation: 'reg 44ZM UK MDR 2002',
    text: 'That IVDs CE-marked under the IVDR owe a yearly PSUR in classes C and D is not confirmed.',
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'GB-PMS-05',
    title: 'PSUR every two years',
    citation: 'reg 44ZM UK MDR 2002',
    text: 'Class IIa: first within 2 years. It goes where the yearly one goes.',
  },
  {
    ...common,
    id: 'GB-PMS-06',
    title: 'How long files are kept',
    citation: 'reg 44ZQ UK MDR 2002',
    text: 'To the end of the surveillance period, or 15 years (implantable) or 10 years (others) after the last device, whichever is longer.',
  },
]
