import { DATE_TIME, oneOf, text } from '../../table/build.js'
import type { AttributeRow, FieldTable, Heading, PathOf, ReportType } from '../../table.js'
import { LANGUAGES, REPORT_TYPES } from './lists.js'
import { adminInfo } from './rows/admin-info.js'
import { deviceInfo } from './rows/device-info.js'
import { incidentInfo } from './rows/incident-info.js'
import { mfrInvest, otherReportingInfo } from './rows/mfr-invest.js'
import { SCHEMA_TYPES } from './schema-types.js'

/** The attributes of `<incident>`, shared by the versions but for the version text. */
export const incidentAttributes = (versionText: string): readonly AttributeRow[] => [
  {
    name: 'version',
    label: 'Version of the form',
    help: 'The version text that the official form writes.',
    type: text(50),
    required: false,
    writes: versionText,
  },
  {
    name: 'sCreateTimeStamp',
    label: 'Time of export',
    help: 'When the file was written, as date and time.',
    type: DATE_TIME,
    required: true,
  },
  {
    name: 'sFormLanguage',
    label: 'Language of the form',
    help: 'Two small letters (ISO 639-1); the official form writes en.',
    type: oneOf(LANGUAGES),
    required: true,
    writes: 'en',
  },
]

const type = (key: keyof typeof REPORT_TYPES, file: string): ReportType => ({
  key,
  value: REPORT_TYPES[key],
  schemaFile: `incident-${file}-v7.2.1.xsd`,
})

export const incidentHeadings: readonly Heading[] = [
  { place: '1', title: 'Administrative information' },
  { place: '1.1', title: 'Corresponding competent authority' },
  { place: '1.2', title: 'Date, type and classification of the incident report' },
  { place: '1.3', title: 'Submitter information' },
  { place: '1.3.1', title: 'Submitter of the report' },
  { place: '1.3.2', title: 'Manufacturer information' },
  { place: '1.3.3', title: 'Authorised representative information' },
  { place: '1.3.4', title: "Submitter's details" },
  { place: '2', title: 'Medical device information' },
  { place: '2.1', title: 'Unique device identification (UDI)' },
  { place: '2.2', title: 'Categorisation of the device' },
  { place: '2.3', title: 'Description of the device and commercial information' },
  { place: '2.4', title: 'Risk class of the device when placed on the market' },
  { place: '2.5', title: 'Market distribution of the device' },
  { place: '2.6', title: 'Accessories, associated devices or other devices' },
  {
    place: '3',
    title: 'Incident information from the healthcare professional, facility, patient or lay user',
  },
  { place: '3.1', title: 'Nature of the incident' },
  { place: '3.2', title: 'Medical device problem information' },
  { place: '3.3', title: 'Patient information' },
  { place: '3.4', title: 'Initial reporter' },
  { place: '4', title: 'Manufacturer analysis' },
  { place: '4.1', title: "Manufacturer's preliminary comments" },
  { place: '4.2', title: 'Cause investigation and conclusion' },
  { place: '4.3', title: 'Similar incidents' },
  { place: '4.3.1', title: 'IMDRF terms and codes used to find similar incidents' },
  { place: '4.3.2', title: 'In-house terms and codes used to find similar incidents' },
  { place: '4.3.3', title: 'Number of similar incidents and devices on the market' },
  { place: '5', title: 'General comments' },
]

/**
 * The Manufacturer Incident Report, version 7.2.1 of May 2020, as the European Commission's five schemas
 * `incident-*-v7.2.1.xsd` define it. Elements, order, types and required fields are those of the schemas.
 */
export const mir721 = {
  form: 'MIR',
  version: '7.2.1',
  title: 'Manufacturer Incident Report',
  root: 'incident',
  attributes: incidentAttributes('V5.0 2018-05-30'),
  typeField: 'admin_info/reportType',
  reportTypes: [
    type('I', 'Initial'),
    type('F', 'Followup'),
    type('IF', 'InitialFinal'),
    type('FR', 'FinalRep'),
    type('FN', 'FinalNonRep'),
  ],
  headings: incidentHeadings,
  schemaRead: true,
  schemaTypes: SCHEMA_TYPES,
  rows: [adminInfo, deviceInfo, incidentInfo, mfrInvest, otherReportingInfo],
} as const satisfies FieldTable

/** Every path of the table, for example `admin_info/ncaName`. */
export type Mir721Path = PathOf<(typeof mir721)['rows'][number]>
