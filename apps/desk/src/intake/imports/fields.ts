import { SIGNAL_KINDS } from '../../routes/signals.js'

/** How a cell is read. */
export type Reading = 'text' | 'day' | 'instant' | 'whole' | 'country' | 'choice'

export interface Field {
  readonly name: string
  readonly label: string
  readonly read: Reading
  readonly needed?: true
  readonly max?: number
  readonly choices?: readonly string[]
  /** Headings it is usually found under, small and without signs. */
  readonly headings: readonly string[]
}

export const IMPORT_KINDS = [
  'signals',
  'device-families',
  'devices',
  'organisations',
  'represented',
  'sales',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

const text = (name: string, label: string, max: number, headings: string): Field => ({
  name,
  label,
  read: 'text',
  max,
  headings: headings.split(', '),
})
const needed = (field: Field): Field => ({ ...field, needed: true })
const of = (read: Reading, name: string, label: string, headings: string): Field => ({
  name,
  label,
  read,
  headings: headings.split(', '),
})
const choice = (name: string, label: string, choices: readonly string[], headings: string): Field => ({
  ...of('choice', name, label, headings),
  choices,
})

const UDI = text('udiDi', 'UDI-DI', 50, 'udi di, udidi, udi, gtin, device identifier')
const CATALOGUE = text(
  'catalogueNumber',
  'Catalogue number',
  100,
  'catalogue number, catalog number, ref, article, article number, artikelnummer, reference number, sku',
)
const COUNTRY = of('country', 'country', 'Country', 'country, land, pays, country code, iso')
const SRN = text('srn', 'SRN', 50, 'srn, single registration number')

/** The fields of each kind of table. */
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  signals: [
    text('reference', 'Reference', 50, 'reference, id, complaint number, complaint no, number, nr, referenz'),
    choice('kind', 'Kind', SIGNAL_KINDS, 'kind, type, art'),
    needed(
      of(
        'instant',
        'receivedAt',
        'Received',
        'received, received at, received on, date received, eingang, reported',
      ),
    ),
    text('source', 'Source', 200, 'source, quelle, channel'),
    text('subject', 'Subject', 300, 'subject, title, betreff, short description'),
    text('text', 'Text', 32_767, 'text, description, event description, beschreibung, complaint, narrative'),
    text('reporterName', 'Reporter', 200, 'reporter, reporter name, contact, melder'),
    text(
      'reporterOrganisation',
      'Organisation of the reporter',
      200,
      'customer, hospital, facility, kunde, organisation',
    ),
    text('reporterEmail', 'E-mail of the reporter', 255, 'e mail, email, reporter e mail'),
    text(
      'reporterReference',
      'Reference of the reporter',
      100,
      'reporter reference, customer reference, their reference',
    ),
    UDI,
    CATALOGUE,
    text('deviceName', 'Device', 300, 'device, product, device name, product name, produkt'),
    text('lot', 'Lot', 200, 'lot, batch, lot number, batch number, charge'),
    text('serial', 'Serial number', 200, 'serial, serial number, sn, seriennummer'),
    of(
      'day',
      'occurredOn',
      'Day of the event',
      'occurred, event date, date of event, occurred on, ereignisdatum',
    ),
    COUNTRY,
  ],
  organisations: [
    needed(text('name', 'Name', 200, 'name, organisation, company, firma')),
    needed(COUNTRY),
    SRN,
    text('chrn', 'CHRN', 50, 'chrn'),
    text('email', 'E-mail', 255, 'e mail, email'),
    text('phone', 'Telephone', 50, 'phone, telephone, telefon'),
    text('street', 'Street', 200, 'street, strasse, address'),
    text('postcode', 'Postcode', 50, 'postcode, zip, plz'),
    text('city', 'City', 50, 'city, town, ort, stadt'),
    text('notifiedBodyNumber', 'Number of a notified body', 4, 'notified body number, nb number, nb'),
  ],
  represented: [
    needed(text('name', 'Manufacturer', 200, 'manufacturer, name, manufacturer name, hersteller, company')),
    needed(COUNTRY),
    SRN,
    needed(choice('role', 'Role', ['eu-ar', 'uk-rp', 'ch-rep'], 'role, mandate, rolle')),
    choice(
      'reporting',
      'Who reports',
      ['representative-reports', 'manufacturer-reports', 'copy-only'],
      'reporting, who reports',
    ),
    of('day', 'validFrom', 'From', 'from, valid from, start, begin, beginn'),
    of('day', 'validTo', 'To', 'to, valid to, end, ende, expiry'),
  ],
  'device-families': [
    needed(
      text(
        'manufacturer',
        'Manufacturer (name or SRN)',
        200,
        'manufacturer, manufacturer name, hersteller, srn',
      ),
    ),
    needed(text('name', 'Name', 200, 'name, family, device family, device name, product family')),
    text('basicUdiDi', 'Basic UDI-DI', 50, 'basic udi di, basic udi, basicudidi'),
    needed(
      choice(
        'law',
        'Legislation',
        ['mdr', 'ivdr', 'mdd', 'aimdd', 'ivdd', 'other'],
        'law, legislation, regulation',
      ),
    ),
    text('riskClass', 'Risk class', 20, 'risk class, class, klasse, risikoklasse'),
    text('emdn', 'EMDN', 20, 'emdn, emdn code, nomenclature'),
  ],
  devices: [
    needed(
      text('family', 'Family (name or Basic UDI-DI)', 200, 'family, device family, basic udi di, basic udi'),
    ),
    needed(text('name', 'Name', 200, 'name, device, device name, trade name, product, product name')),
    UDI,
    CATALOGUE,
  ],
  sales: [
    UDI,
    CATALOGUE,
    text('deviceName', 'Device', 200, 'device, product, device name, product name'),
    needed(COUNTRY),
    needed(of('day', 'periodFrom', 'From', 'from, period from, start, period start, von')),
    needed(of('day', 'periodTo', 'To', 'to, period to, end, period end, bis')),
    choice('measure', 'Measure', ['units', 'tests', 'procedures', 'patients'], 'measure, unit, einheit'),
    needed(of('whole', 'quantity', 'Quantity', 'quantity, units, sales, sold, menge, pieces, qty')),
    text('source', 'Source', 200, 'source, quelle'),
  ],
}

/** Values that hold where the table says nothing. */
export const FALLBACK: Readonly<Partial<Record<ImportKind, Readonly<Record<string, string>>>>> = {
  signals: { kind: 'complaint', source: 'Table' },
  sales: { measure: 'units' },
}

const bare = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** Which column each field probably stands in; every column once. A person looks before anything is read in. */
export function guessMapping(kind: ImportKind, columns: readonly string[]): Readonly<Record<string, number>> {
  const free = new Map(columns.map((heading, i) => [i, bare(heading)]))
  const mapping: Record<string, number> = {}
  for (const field of FIELDS[kind]) {
    const wanted = [bare(field.name.replaceAll(/([A-Z])/g, ' $1')), bare(field.label), ...field.headings]
    const at = [...free].find(([, heading]) => wanted.includes(heading))?.[0]
    if (at === undefined) continue
    mapping[field.name] = at
    free.delete(at)
  }
  return mapping
}
