import { country } from '../countries/country.js'
import type { Authority } from './authority.js'
import { type Line, only, record } from './record.js'

const EEA_ROUTE = 'Devices placed on the market under EEA law.'

const LINES: readonly Line[] = [
  {
    id: 'IS-Lyfjastofnun',
    short: 'Lyfjastofnun',
    full: 'Lyfjastofnun (Icelandic Medicines Agency)',
    timeZone: 'Atlantic/Reykjavik',
    languages: only('is'),
  },
  {
    id: 'LI-AG',
    short: 'Amt für Gesundheit',
    full: 'Amt für Gesundheit, Fürstentum Liechtenstein',
    timeZone: 'Europe/Vaduz',
    languages: only('de'),
    territories: [
      {
        country: country('LI'),
        route: 'eea-law',
        when: EEA_ROUTE,
        source: 'EEA Agreement; customs treaty between Switzerland and Liechtenstein',
        certainty: 'verified',
      },
    ],
    note: 'Devices placed under the customs treaty with Switzerland go to Swissmedic.',
  },
  {
    id: 'NO-DMP',
    short: 'DMP',
    full: 'Direktoratet for medisinske produkter (Norwegian Medical Products Agency)',
    timeZone: 'Europe/Oslo',
    nameNote: 'Formerly NoMA; the day of the change is not recorded here.',
    formerly: [
      {
        short: 'NoMA',
        full: 'Norwegian Medicines Agency (Statens legemiddelverk)',
        certainty: 'not-confirmed',
        note: 'Former name; the day of the change is not recorded here.',
      },
    ],
    languages: only('no'),
  },
  {
    id: 'TR-TITCK',
    short: 'TİTCK',
    full: 'Türkiye İlaç ve Tıbbi Cihaz Kurumu',
    timeZone: 'Europe/Istanbul',
    languages: only('tr', { source: 'Turkish Medical Device Regulation, Article 87(8)(a)' }),
    note: 'By customs union with the European Union.',
  },
  {
    id: 'XI-MHRA',
    short: 'MHRA (Northern Ireland)',
    full: 'Medicines and Healthcare products Regulatory Agency, for Northern Ireland',
    timeZone: 'Europe/London',
    languages: only('en'),
    channels: [
      {
        kinds: ['mir', 'fsca', 'trend', 'psr'],
        means: 'portal',
        name: 'MORE (Manufacturers’ Online Reporting Environment)',
        source: 'MDR Articles 87 and 92(5); MHRA guidance, Regulation of medical devices in Northern Ireland',
        certainty: 'secondary-source',
        note: 'The content of MIR 7.3.1 under EU deadlines; web entry or upload, one account per organisation.',
      },
    ],
    note: 'EU law applies. That the bank holidays of Northern Ireland count is company policy, not confirmed law.',
  },
]

/** EEA states outside the Union, Türkiye by customs union, and Northern Ireland under the Windsor Framework. */
export const NEIGHBOUR_AUTHORITIES: readonly Authority[] = LINES.map(record)
