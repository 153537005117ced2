import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const SWISSDAMED: Source = { title: 'swissdamed: actor module and register records', date: day('2026-11-23') }

const common = {
  jurisdiction: 'CH',
  effectiveFrom: MDR_APPLIES,
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.medDo],
  reviewBy: REVIEW_BY,
} as const

/** Swiss operators: representative, responsible person, registration, importers and distributors. */
export const CH_OPERATORS: readonly LegalNote[] = [
  {
    ...common,
    id: 'CH-REP-01-mandate',
    title: 'Swiss authorised representative',
    citation: 'MedDO Art 51; IvDO Art 44',
    text: 'A manufacturer abroad gives a mandate before placing. The representative holds a copy of the technical documentation, or an agreement that the manufacturer hands it over within 7 days of a request.',
  },
  {
    ...common,
    id: 'CH-PRRC-01',
    title: 'Person responsible for regulatory compliance',
    citation: 'MedDO Art 49, 52',
    text: 'Manufacturer and Swiss representative have one permanently, qualified as under MDR Art 15.',
  },
  {
    ...common,
    id: 'CH-REG-01',
    title: 'Registration of operators',
    citation: 'MedDO Art 55; IvDO Art 48',
    text: 'Manufacturer, Swiss representative and importer register within 3 months of first placing; changes within 1 week.',
  },
  {
    ...common,
    id: 'CH-REG-02',
    title: 'Swiss registration number',
    citation: 'MedDO Art 55; numbers in the register',
    text: 'CHRN, role and eight digits, joined by hyphens. The role AR is verified in the register; MF, IM and PR are not confirmed.',
    certainty: 'not-confirmed',
    sources: [SWISSDAMED],
  },
  {
    ...common,
    id: 'CH-REG-04',
    title: 'Actor module of swissdamed',
    citation: 'Swissmedic on swissdamed',
    text: 'Open to manufacturers, Swiss representatives, importers and producers of systems and procedure packs.',
    effectiveFrom: day('2024-08-06'),
    certainty: 'secondary-source',
    sources: [SWISSDAMED],
  },
  {
    ...common,
    id: 'CH-IMP-01',
    title: 'Importers and distributors',
    citation: 'MedDO Art 53, 54',
    text: 'The importer’s name is on the label or an accompanying document; a register of complaints is kept. Manufacturer and Swiss representative are told at once, Swissmedic too for a serious risk.',
    certainty: 'not-confirmed',
  },
]
