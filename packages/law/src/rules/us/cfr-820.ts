import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { REVIEW_BY } from '../sources.js'

const CFR_820_TEXT: Source = {
  title: '21 CFR part 820 (QMSR), 89 FR 7523 of 2 February 2024',
  date: day('2026-11-23'),
}

const common = {
  jurisdiction: 'US',
  effectiveFrom: day('2026-02-02'),
  status: 'in-force',
  certainty: 'verified',
  sources: [CFR_820_TEXT],
  reviewBy: REVIEW_BY,
} as const

/** Quality Management System Regulation: what it adds to ISO 13485:2016. */
export const CFR_820: readonly LegalNote[] = [
  {
    ...common,
    id: 'US-Q-01',
    title: 'Scope',
    citation: '21 CFR 820.1(a)',
    text: 'All finished devices; components are left out, human tissue products fall under part 1271 as well. Contract sterilisers, relabelers, remanufacturers, specification developers and initial distributors of foreign entities are covered.',
  },
  {
    ...common,
    id: 'US-Q-02',
    title: 'Conflict with the Act',
    citation: '21 CFR 820.1(b)',
    text: 'Where ISO 13485 conflicts with the FD&C Act or rules of the FDA, these prevail.',
  },
  {
    ...common,
    id: 'US-Q-03',
    title: 'Imports and exemptions',
    citation: '21 CFR 820.1(c), (d)',
    text: 'Adulterated imports are refused admission. Exemption or variance is asked for by petition under 10.30.',
  },
  {
    ...common,
    id: 'US-Q-04',
    title: 'Definitions',
    citation: '21 CFR 820.3',
    text: 'Defines component, finished device, human tissue product and remanufacturer, and replaces terms of ISO 13485, among them implantable device, manufacturer, organization, rework, and safety and performance (read as safety and effectiveness). Definitions of section 201 of the Act prevail.',
  },
  {
    ...common,
    id: 'US-Q-05',
    title: 'Standards made law',
    citation: '21 CFR 820.7',
    text: 'ISO 13485:2016 (third edition) and clause 3 of ISO 9000:2015.',
  },
  {
    ...common,
    id: 'US-Q-06',
    title: 'Documented quality system',
    citation: '21 CFR 820.10(a)',
    text: 'Meets ISO 13485 and part 820.',
  },
  {
    ...common,
    id: 'US-Q-07',
    title: 'Identification',
    citation: '21 CFR 820.10(b)(1)',
    text: 'Clause 7.5.8 is met with UDI under part 830.',
  },
  {
    ...common,
    id: 'US-Q-08',
    title: 'Traceability',
    citation: '21 CFR 820.10(b)(2)',
    text: 'Clause 7.5.9.1 is met with tracking under part 821 where that applies.',
  },
  {
    ...common,
    id: 'US-Q-09',
    title: 'Reporting to authorities',
    citation: '21 CFR 820.10(b)(3)',
    text: 'Clause 8.2.3 is met with reports under part 803.',
  },
  {
    ...common,
    id: 'US-Q-10',
    title: 'Advisory notices',
    citation: '21 CFR 820.10(b)(4)',
    text: 'Clauses 7.2.3, 8.2.3 and 8.3.3: advisory notices are handled under part 806.',
  },
  {
    ...common,
    id: 'US-Q-11',
    title: 'Design and development',
    citation: '21 CFR 820.10(c)',
    text: 'Clause 7.3 applies to classes II and III and to the listed ones of class I: devices automated with software, 868.6810, 878.4460, 880.6760, 892.5650, 892.5740.',
  },
  {
    ...common,
    id: 'US-Q-12',
    title: 'Devices that support or sustain life',
    citation: '21 CFR 820.10(d)',
    text: 'Follow clause 7.5.9.2 (traceability of implants) too.',
  },
  {
    ...common,
    id: 'US-Q-13',
    title: 'Failure to comply',
    citation: '21 CFR 820.10(e)',
    text: 'Makes the device adulterated under section 501(h) of the Act.',
  },
  {
    ...common,
    id: 'US-Q-14',
    title: 'Complaint record',
    citation: '21 CFR 820.35(a)',
    text: 'Seven items: device; date received; UDI, UPC or other identifier; name, address and phone of the complainant; nature and details; correction or corrective action; reply. For complaints that must be reported or investigated, or were investigated; a reason is recorded when an earlier investigation of a similar complaint serves.',
  },
  {
    ...common,
    id: 'US-Q-15',
    title: 'Service record',
    citation: '21 CFR 820.35(b)',
    text: 'Device, UDI or UPC, date, persons, service done, data of test and inspection.',
  },
  {
    ...common,
    id: 'US-Q-16',
    title: 'UDI in records',
    citation: '21 CFR 820.35(c)',
    text: 'The UDI is recorded for each device or batch (clauses 7.5.1, 7.5.8, 7.5.9).',
  },
  {
    ...common,
    id: 'US-Q-17',
    title: 'Confidentiality',
    citation: '21 CFR 820.35(d)',
    text: 'Records may be marked confidential.',
  },
  {
    ...common,
    id: 'US-Q-18',
    title: 'Labeling and packaging',
    citation: '21 CFR 820.45',
    text: 'Before release labels are examined for UDI or UPC, expiry, storage, handling and processing instructions. The release, the prevention of mix-ups and the results of inspection are documented.',
  },
  {
    ...common,
    id: 'US-Q-19',
    title: 'Audit and review records can be inspected',
    citation: 'former 21 CFR 820.180(c); compliance program CP 7382.850',
    text: 'The former shield for management reviews and for internal and supplier audit reports is gone. Compliance program CP 7382.850 replaces QSIT.',
    certainty: 'secondary-source',
  },
]
