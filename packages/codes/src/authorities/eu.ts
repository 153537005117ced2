import { day } from '@vigie/kernel'
import { country } from '../countries/country.js'
import type { Authority, Channel } from './authority.js'
import { anyOf, asNeeded, type Line, listed, nationalChannel, only, record } from './record.js'

const CONFIRM = {
  certainty: 'requires-confirmation',
  note: 'Confirm the language with the authority.',
} as const

const DE_LAW = { source: 'MPDG § 73(1)' }

const ITALY: readonly Channel[] = [
  { ...nationalChannel(['mir']), validTo: day('2026-04-30') },
  {
    kinds: ['mir'],
    means: 'portal',
    name: 'NSIS-Dispovigilance',
    validFrom: day('2026-05-01'),
    source: 'Ministero della Salute, circulars of 21 April and 22 May 2026',
    certainty: 'secondary-source',
    note: 'The only way in for a MIR from this day; no e-mail.',
  },
  {
    kinds: ['fsca', 'fsn', 'psr'],
    means: 'e-mail',
    name: 'PEC mailbox of the Ministry (certified e-mail)',
    validFrom: day('2026-05-01'),
    source: 'Ministero della Salute, circulars of 21 April and 22 May 2026',
    certainty: 'secondary-source',
    note: 'The notice in Italian. Look up the address at the Ministry.',
  },
  { ...nationalChannel(['fsca', 'fsn', 'psr']), validTo: day('2026-04-30') },
  nationalChannel(['trend']),
]

const LINES: readonly Line[] = [
  {
    id: 'AT-BASG',
    short: 'BASG',
    full: 'Bundesamt für Sicherheit im Gesundheitswesen (AGES Medizinmarktaufsicht)',
    timeZone: 'Europe/Vienna',
    languages: only('de'),
  },
  {
    id: 'BE-FAMHP',
    short: 'FAMHP',
    full: 'Federal Agency for Medicines and Health Products (FAGG / AFMPS)',
    timeZone: 'Europe/Brussels',
    languages: listed(['fr', 'nl', 'de'], {
      also: ['en'],
      note: 'English is accepted for professional users.',
    }),
  },
  {
    id: 'BG-BDA',
    short: 'BDA',
    full: 'Bulgarian Drug Agency',
    timeZone: 'Europe/Sofia',
    languages: only('bg', CONFIRM),
    nameNote: 'May have been renamed; check before you send.',
  },
  {
    id: 'HR-HALMED',
    short: 'HALMED',
    full: 'Agencija za lijekove i medicinske proizvode',
    timeZone: 'Europe/Zagreb',
    languages: anyOf(['hr', 'en']),
  },
  {
    id: 'CY-CyMDA',
    short: 'CyMDA',
    full: 'Cyprus Medical Devices Competent Authority, Ministry of Health',
    timeZone: 'Asia/Nicosia',
    languages: anyOf(['el', 'en']),
  },
  {
    id: 'CZ-SUKL',
    short: 'SÚKL',
    full: 'Státní ústav pro kontrolu léčiv',
    timeZone: 'Europe/Prague',
    languages: only('cs'),
  },
  {
    id: 'DK-DKMA',
    short: 'DKMA',
    full: 'Danish Medicines Agency (Lægemiddelstyrelsen)',
    timeZone: 'Europe/Copenhagen',
    languages: only('da', {
      certainty: 'requires-confirmation',
      source: 'Danish order 9840/2021',
      note: 'Confirm the language with the authority.',
    }),
  },
  {
    id: 'EE-Ravimiamet',
    short: 'Ravimiamet',
    full: 'Ravimiamet – State Agency of Medicines',
    timeZone: 'Europe/Tallinn',
    nameCertainty: 'secondary-source',
    nameFrom: '2025-01-01',
    nameNote: 'Took over from Terviseamet in 2025; the year is known, the day is not.',
    formerly: [
      {
        short: 'Terviseamet',
        full: 'Terviseamet – Health Board',
        validTo: day('2024-12-31'),
        certainty: 'secondary-source',
        note: 'Handed over to Ravimiamet in 2025; the year is known, the day is not.',
      },
    ],
    languages: only('et', { also: ['en'], note: 'An urgent initial text may be in English.' }),
  },
  {
    id: 'FI-Fimea',
    short: 'Fimea',
    full: 'Lääkealan turvallisuus- ja kehittämiskeskus',
    timeZone: 'Europe/Helsinki',
    languages: asNeeded(['fi', 'sv'], {
      certainty: 'requires-confirmation',
      note: 'The language needed for safe use: Finnish, Swedish. Confirm with the authority.',
    }),
  },
  {
    id: 'FR-ANSM',
    short: 'ANSM',
    full: 'Agence nationale de sécurité du médicament et des produits de santé',
    timeZone: 'Europe/Paris',
    languages: only('fr'),
  },
  {
    id: 'DE-BfArM',
    short: 'BfArM',
    full: 'Bundesinstitut für Arzneimittel und Medizinprodukte',
    timeZone: 'Europe/Berlin',
    languages: only('de', DE_LAW),
    territories: [
      {
        country: country('DE'),
        route: 'not-pei-listed-ivd',
        when: 'Every device that is not on the list of in vitro diagnostics of the PEI.',
        source: 'MPDG; the route follows the device list',
        certainty: 'not-confirmed',
      },
    ],
  },
  {
    id: 'DE-PEI',
    short: 'PEI',
    full: 'Paul-Ehrlich-Institut',
    timeZone: 'Europe/Berlin',
    languages: only('de', DE_LAW),
    territories: [
      {
        country: country('DE'),
        route: 'pei-listed-ivd',
        when: 'In vitro diagnostics on the list of the PEI.',
        source: 'MPDG; the route follows the device list',
        certainty: 'not-confirmed',
      },
    ],
  },
  {
    id: 'GR-EOF',
    short: 'EOF',
    full: 'National Organization for Medicines (Ethnikos Organismos Farmakon)',
    timeZone: 'Europe/Athens',
    languages: only('el', { also: ['en'], note: 'English only by way of exception.' }),
  },
  {
    id: 'HU-NNGYK',
    short: 'NNGYK',
    full: 'Nemzeti Népegészségügyi és Gyógyszerészeti Központ',
    timeZone: 'Europe/Budapest',
    nameNote: 'Formerly OGYÉI; the day of the change is not recorded here.',
    formerly: [
      {
        short: 'OGYÉI',
        full: 'Országos Gyógyszerészeti és Élelmezés-egészségügyi Intézet',
        certainty: 'not-confirmed',
        note: 'Former name; the day of the change is not recorded here.',
      },
    ],
    languages: only('hu'),
  },
  {
    id: 'IE-HPRA',
    short: 'HPRA',
    full: 'Health Products Regulatory Authority',
    timeZone: 'Europe/Dublin',
    languages: only('en', { also: ['ga'], note: 'Irish may be added.' }),
  },
  {
    id: 'IT-MinSalute',
    short: 'Ministero della Salute',
    full: 'Ministero della Salute, Direzione generale dei dispositivi medici e del farmaco (DGFDM)',
    timeZone: 'Europe/Rome',
    languages: only('it'),
    channels: ITALY,
  },
  {
    id: 'LV-ZVA',
    short: 'ZVA',
    full: 'Zāļu valsts aģentūra',
    timeZone: 'Europe/Riga',
    languages: only('lv'),
  },
  {
    id: 'LT-VASPVT',
    short: 'VASPVT',
    full: 'Valstybinė akreditavimo sveikatos priežiūros veiklai tarnyba',
    timeZone: 'Europe/Vilnius',
    languages: only('lt'),
  },
  {
    id: 'LU-DirSante',
    short: 'Direction de la santé',
    full: 'Ministère de la Santé, Direction de la santé',
    timeZone: 'Europe/Luxembourg',
    languages: anyOf(['fr', 'de', 'lb']),
    note: 'A bill to set up an agency (ALMPS) is pending.',
  },
  {
    id: 'MT-MMA',
    short: 'Malta Medicines Authority',
    full: 'Malta Medicines Authority',
    timeZone: 'Europe/Malta',
    languages: anyOf(['mt', 'en']),
  },
  {
    id: 'NL-IGJ',
    short: 'IGJ',
    full: 'Inspectie Gezondheidszorg en Jeugd',
    timeZone: 'Europe/Amsterdam',
    languages: anyOf(['nl', 'en']),
  },
  {
    id: 'PL-URPL',
    short: 'URPL',
    full: 'Urząd Rejestracji Produktów Leczniczych, Wyrobów Medycznych i Produktów Biobójczych',
    timeZone: 'Europe/Warsaw',
    languages: only('pl'),
  },
  {
    id: 'PT-INFARMED',
    short: 'INFARMED',
    full: 'INFARMED, Autoridade Nacional do Medicamento e Produtos de Saúde, I.P.',
    timeZone: 'Europe/Lisbon',
    languages: only('pt'),
  },
  {
    id: 'RO-ANMDMR',
    short: 'ANMDMR',
    full: 'Agenția Națională a Medicamentului și a Dispozitivelor Medicale din România',
    timeZone: 'Europe/Bucharest',
    languages: only('ro', { also: ['en'], note: 'English for professional users on request.' }),
  },
  {
    id: 'SK-SUKL',
    short: 'ŠÚKL',
    full: 'Štátny ústav pre kontrolu liečiv',
    timeZone: 'Europe/Bratislava',
    languages: only('sk', CONFIRM),
  },
  {
    id: 'SI-JAZMP',
    short: 'JAZMP',
    full: 'Javna agencija Republike Slovenije za zdravila in medicinske pripomočke',
    timeZone: 'Europe/Ljubljana',
    languages: only('sl'),
  },
  {
    id: 'ES-AEMPS',
    short: 'AEMPS',
    full: 'Agencia Española de Medicamentos y Productos Sanitarios',
    timeZone: 'Europe/Madrid',
    languages: only('es'),
  },
  {
    id: 'SE-Lakemedelsverket',
    short: 'Läkemedelsverket',
    full: 'Läkemedelsverket (Swedish Medical Products Agency)',
    timeZone: 'Europe/Stockholm',
    languages: only('sv'),
  },
]

/** Authorities of the Member States of the European Union. */
export const EU_AUTHORITIES: readonly Authority[] = LINES.map(record)
