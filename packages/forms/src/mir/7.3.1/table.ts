import type { FieldTable, Heading, PathOf, ReportType } from '../../table.js'
import { REPORT_TYPES } from '../7.2.1/lists.js'
import { incidentAttributes, incidentHeadings } from '../7.2.1/table.js'
import { FORM_VERSION } from './lists.js'
import { adminInfo731 } from './rows/admin-info.js'
import { deviceInfo731 } from './rows/device-info.js'
import { incidentInfo731 } from './rows/incident-info.js'
import { mfrInvest731, otherReportingInfo731 } from './rows/mfr-invest.js'

/** The schema files of 7.3.1 carry `v7.3` in their names, not `v7.3.1`. */
const type = (key: keyof typeof REPORT_TYPES, file: string): ReportType => ({
  key,
  value: REPORT_TYPES[key],
  schemaFile: `incident-${file}-v7.3.xsd`,
})

const RENAMED: Readonly<Record<string, string>> = {
  '1.1': 'Responsible competent authority in which country the incident occurred',
}

const headings: readonly Heading[] = incidentHeadings.map(h => ({ ...h, title: RENAMED[h.place] ?? h.title }))

/**
 * The Manufacturer Incident Report, version 7.3.1 of May 2025. Its form was read in sections 1.1 to 1.3.1; its schemas
 * were not. All else is the table of 7.2.1 with the insertions and changes that are known second-hand; each row says
 * what of it is not verified, and exports say so until the official schemas are installed.
 */
export const mir731 = {
  form: 'MIR',
  version: FORM_VERSION,
  title: 'Manufacturer Incident Report for serious incidents (MDR/IVDR)',
  root: 'incident',
  attributes: incidentAttributes(FORM_VERSION),
  typeField: 'admin_info/reportType',
  reportTypes: [
    type('I', 'Initial'),
    type('F', 'Followup'),
    type('IF', 'InitialFinal'),
    type('FR', 'FinalRep'),
    type('FN', 'FinalNonRep'),
  ],
  headings,
  schemaRead: false,
  rows: [adminInfo731, deviceInfo731, incidentInfo731, mfrInvest731, otherReportingInfo731],
} as const satisfies FieldTable

/** Every path of the table, for example `admin_info/mfrAwarenessReportDate`. */
export type Mir731Path = PathOf<(typeof mir731)['rows'][number]>
