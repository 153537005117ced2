import { country } from '../countries/country.js'
import type { Authority } from './authority.js'
import { asNeeded, listed, only, record } from './record.js'

const GB_SOURCE = 'MHRA, Manufacturers’ Online Reporting Environment; GB MIR schema guide of 9 June 2025'
const CH_SOURCE = 'MedDO (SR 812.213) Article 66(5); Swissmedic user guidance v3.4 of 1 April 2026'
const CH_MAILBOX = 'materiovigilance@swissmedic.ch'

/** Great Britain, Switzerland (with Liechtenstein under the customs treaty) and the United States. */
export const THIRD_COUNTRY_AUTHORITIES: readonly Authority[] = [
  record({
    id: 'GB-MHRA',
    short: 'MHRA',
    full: 'Medicines and Healthcare products Regulatory Agency',
    timeZone: 'Europe/London',
    languages: only('en', { source: 'UK Medical Devices Regulations 2002 (S.I. 2002/618), as amended' }),
    channels: [
      {
        kinds: ['mir', 'fsca', 'trend', 'psr'],
        means: 'portal',
        name: 'MORE (Manufacturers’ Online Reporting Environment)',
        source: GB_SOURCE,
        certainty: 'secondary-source',
        note: 'The GB schema follows MIR 7.2.1; a file of version 7.3.1 cannot be assumed acceptable. Web entry, upload of XML, or interface; one account per organisation.',
      },
    ],
  }),
  record({
    id: 'CH-Swissmedic',
    short: 'Swissmedic',
    full: 'Swissmedic, Swiss Agency for Therapeutic Products',
    timeZone: 'Europe/Zurich',
    languages: asNeeded(['de', 'fr', 'it'], { source: 'MedDO (SR 812.213) Article 66(1)(b)' }),
    formLanguages: listed(['en', 'de', 'fr', 'it'], {
      source: CH_SOURCE,
      certainty: 'secondary-source',
      note: 'English or a national language.',
    }),
    territories: [
      {
        country: country('CH'),
        route: 'any',
        when: 'Every device.',
        source: 'MedDO (SR 812.213) Article 66; IvDO (SR 812.219) Article 59',
        certainty: 'verified',
      },
      {
        country: country('LI'),
        route: 'swiss-customs-treaty',
        when: 'Devices placed on the market under the customs treaty with Switzerland.',
        source: 'Customs treaty between Switzerland and Liechtenstein',
        certainty: 'verified',
      },
    ],
    channels: [
      {
        kinds: ['mir'],
        means: 'e-mail',
        name: 'Swissmedic materiovigilance mailbox',
        address: CH_MAILBOX,
        files: ['XML', 'PDF'],
        source: CH_SOURCE,
        certainty: 'secondary-source',
        note: 'XML and PDF together. The CH-REP is in copy when the manufacturer sends it.',
      },
      {
        kinds: ['fsca', 'trend'],
        means: 'e-mail',
        name: 'Swissmedic materiovigilance mailbox',
        address: CH_MAILBOX,
        files: ['XML', 'PDF'],
        source: CH_SOURCE,
        certainty: 'secondary-source',
        note: 'In a form machines can read. The CH-REP is in copy when the manufacturer sends it.',
      },
      {
        kinds: ['fsn', 'psr'],
        means: 'e-mail',
        name: 'Swissmedic materiovigilance mailbox',
        address: CH_MAILBOX,
        source: CH_SOURCE,
        certainty: 'requires-confirmation',
        note: 'The source does not name this kind of report; ask Swissmedic.',
      },
    ],
  }),
  record({
    id: 'US-FDA',
    short: 'FDA',
    full: 'U.S. Food and Drug Administration (CDRH, CBER)',
    timeZone: 'America/New_York',
    calendar: 'US-federal',
    languages: only('en', { source: '21 CFR parts 803 and 806' }),
    channels: [
      {
        kinds: ['us-803'],
        means: 'gateway',
        name: 'eMDR through the FDA Electronic Submissions Gateway (ESG)',
        source: '21 CFR 803.12',
        certainty: 'not-confirmed',
        note: 'Electronic report with the data of form 3500A. The name of the gateway is general knowledge.',
      },
      {
        kinds: ['us-806'],
        means: 'national',
        name: 'Report of correction or removal to the FDA',
        source: '21 CFR 806.10(b), (c)',
        certainty: 'not-confirmed',
        note: 'Thirteen items of content. Ask the FDA for the present way of sending.',
      },
    ],
  }),
]
