import { day } from '@vigie/kernel'
import type { LegalNote } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const EUDAMED_MANDATORY = day('2026-05-28')

const common = {
  jurisdiction: 'EU',
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.mdr],
  reviewBy: REVIEW_BY,
} as const

/** Registration of operators and devices, authorised representatives, and how long files are kept. */
export const EU_REGISTRATION: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-REG-01',
    title: 'Registration of operators',
    citation: 'MDR Art 31(1); IVDR Art 28',
    text: 'Manufacturer, authorised representative and importer register before a device is placed, and before the application where a notified body is needed.',
    effectiveFrom: EUDAMED_MANDATORY,
    certainty: 'secondary-source',
    sources: [SOURCES.mdr, SOURCES.ivdr],
  },
  {
    ...common,
    id: 'EU-REG-02',
    title: 'Change of registered data',
    citation: 'MDR Art 31(4)',
    text: 'Entered within one week.',
    effectiveFrom: EUDAMED_MANDATORY,
  },
  {
    ...common,
    id: 'EU-REG-03',
    title: 'Confirmation of registered data',
    citation: 'MDR Art 31(5)',
    text: 'Within one year of the entry, then every second year. After six more months without it an authority may take measures.',
    effectiveFrom: EUDAMED_MANDATORY,
  },
  {
    ...common,
    id: 'EU-REG-04',
    title: 'Check by the importer',
    citation: 'MDR Art 30(3)',
    text: 'Within two weeks of placing a device the importer checks the data of manufacturer and representative, adds its own, and tells them of errors.',
    effectiveFrom: EUDAMED_MANDATORY,
  },
  {
    ...common,
    id: 'EU-REG-05',
    title: 'Registration of devices',
    citation: 'MDR Art 27(3), 29, Annex VI part C 5.8',
    text: 'Before the device is placed. A change that needs no new UDI-DI is entered within 30 days.',
    effectiveFrom: EUDAMED_MANDATORY,
  },
  {
    ...common,
    id: 'EU-AR-01',
    title: 'Authorised representative ends the mandate',
    citation: 'MDR Art 11(6)',
    text: 'When the manufacturer breaches its duties: the authority of the representative’s Member State and the notified body are told at once, with reasons.',
    effectiveFrom: MDR_APPLIES,
  },
  {
    ...common,
    id: 'EU-AR-02',
    title: 'Change of authorised representative',
    citation: 'MDR Art 12',
    text: 'Manufacturer, outgoing and incoming representative agree on the points of Art 12(a)–(d).',
    effectiveFrom: MDR_APPLIES,
  },
  {
    ...common,
    id: 'EU-RET-01',
    title: 'How long files are kept',
    citation: 'MDR Art 10(8), 13(9), 25(2); IVDR Art 10(7)',
    text: '10 years after the last device was placed, 15 for implantable devices; 10 for in vitro diagnostic devices. It binds manufacturer, authorised representative and importer; for traceability all operators.',
    effectiveFrom: MDR_APPLIES,
    sources: [SOURCES.mdr, SOURCES.ivdr],
  },
]
