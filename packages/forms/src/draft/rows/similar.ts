import type { SimilarIncidents } from '@vigie/facts'
import type { DraftContext } from '../context.js'
import { copy, type MappingRow } from '../mapping-row.js'
import { type Columns, columnsOf } from '../similar.js'

const S = 'mfr_invest/similarIncidents'

const BASES = {
  model: 'Model',
  software: 'Software',
  lot: 'Lot/Batch',
  platform: 'Product platform',
  other: 'Other',
} as const

const DENOMINATORS = {
  'placed-on-market': 'Devices placed on the market or put into service',
  'distributed-in-period': 'Units distributed within each time period',
  'tests-performed': 'Number of tests performed',
  'episodes-of-use': 'Number of episodes of use (for reusable devices)',
  'installed-base': 'Active installed base',
  'distributed-since-conformity':
    'Units distributed from the date of declaration of Conformity/CE mark approval to the end date of each time period',
  implanted: 'Number of devices implanted',
  other: 'Other',
} as const

/** A row of section 4.3. The section is meant for combined and final reports on reportable incidents only. */
const row = (
  element: string,
  from: string,
  get: (s: SimilarIncidents, x: DraftContext) => string | undefined,
): MappingRow =>
  copy(`${S}/${element}`, `similarIncidents.${from}`, x => {
    const similar = x.file.similarIncidents
    return similar !== undefined && (x.key === 'IF' || x.key === 'FR') ? get(similar, x) : undefined
  })

const yes = (flag: boolean | undefined) => (flag === undefined ? undefined : flag ? 'Yes' : 'No')
const filled = (text: string | undefined) => (text === '' ? undefined : text)
const yesIfFilled = (text: string | undefined) => (filled(text) === undefined ? undefined : 'Yes')

const COLUMNS = [
  ['countrySim', 'country'],
  ['eeaChTrSim', 'region'],
  ['worldSim', 'world'],
] as const satisfies readonly (readonly [string, keyof Columns])[]

const periodRows = (group: string, i: number): readonly MappingRow[] => [
  row(`${group}/startDate`, `periods[${i}].from`, s => s.periods?.[i]?.from),
  row(`${group}/endDate`, `periods[${i}].to`, s => s.periods?.[i]?.to),
  ...COLUMNS.map(([prefix, column]) =>
    row(`${group}/${prefix}Inc`, `periods[${i}].incidents`, (s, x) => {
      const period = s.periods?.[i]
      return count(period && columnsOf(x, period.incidents, period)[column])
    }),
  ),
  ...COLUMNS.map(([prefix, column]) =>
    row(`${group}/${prefix}Dev`, `periods[${i}].devices`, (s, x) => {
      const period = s.periods?.[i]
      // No devices counted anywhere is no answer: there was at least the device of this incident.
      if (period === undefined || Object.keys(period.devices).length === 0) return undefined
      return count(columnsOf(x, period.devices, period)[column])
    }),
  ),
]

const count = (n: number | undefined) => (n === undefined ? undefined : String(n))

/** Section 4.3: similar incidents. */
export const similarRows: readonly MappingRow[] = [
  row('similarIncImdrfCodesAnnexA', 'usesAnnexA', s => yes(s.usesAnnexA)),
  row('similarIncImdrfCodesAnnexC', 'usesAnnexC', s => yes(s.usesAnnexC)),
  row('similarIncOtherReportingCodes', 'otherCodes', s => yesIfFilled(s.otherCodes)),
  row('similarIncOtherReportingCodesText', 'otherCodes', s => filled(s.otherCodes)),
  row('similarIncMdCodesChoice1Code', 'inHouse.problemCode', s => filled(s.inHouse?.problemCode)),
  row('similarIncMdCodesChoice1Term', 'inHouse.problemTerm', s => filled(s.inHouse?.problemTerm)),
  row('similarIncRootCouseCodesChoice1Code', 'inHouse.rootCauseCode', s => filled(s.inHouse?.rootCauseCode)),
  row('similarIncRootCouseCodesChoice1Term', 'inHouse.rootCauseTerm', s => filled(s.inHouse?.rootCauseTerm)),
  row('similarIncOtherInHouseCodes', 'inHouse.otherCodes', s => yesIfFilled(s.inHouse?.otherCodes)),
  row('similarIncOtherInHouseCodesText', 'inHouse.otherCodes', s => filled(s.inHouse?.otherCodes)),
  row('similarVariant', 'basis', s => s.basis && BASES[s.basis]),
  row('similarVariantDetails', 'basisDetails', s => filled(s.basisDetails)),
  row('numberBasedOn', 'denominator', s => s.denominator && DENOMINATORS[s.denominator]),
  row('numberBasedOnOther', 'denominatorText', s =>
    s.denominator === 'other' ? filled(s.denominatorText) : undefined,
  ),
  ...['timePeriodN', 'timePeriodN-1', 'timePeriodN-2', 'timePeriodN-3'].flatMap(periodRows),
  row('howWereDetermined', 'howDetermined', s => filled(s.howDetermined)),
]
