import { countryOf } from '@vigie/codes'
import { type Answer, type Report, textsAt, withAnswer } from '../../../report.js'
import { DISTRIBUTION_ALL, DISTRIBUTION_COUNTRIES } from '../../7.2.1/lists.js'
import { DISTRIBUTION_COUNTRIES_731 } from '../lists.js'
import { inNew, inOld, labelOf, type MigrationNote } from './notes.js'

const IN = 'device_info/distribution'
const LISTED = `${IN}/distributionEEA`
const ALL = `${IN}/distribution_all`
const OTHER = `${IN}/otherCountries`
const OTHER_LIST = `${IN}/otherCountriesLI`
const LIST: readonly string[] = DISTRIBUTION_COUNTRIES_731
const OUTSIDE = 'The list of 7.3.1 has EEA, Türkiye and Northern Ireland, as far as known.'

type Listed = Answer & { readonly state: 'answered' }

/**
 * Section 2.5.a: the list of 7.3.1 lacks Switzerland and Great Britain and has Northern Ireland. What is no longer in
 * the list is named in "other countries"; the one word for all is written out, because its new wording is not known.
 */
export function migrateMarkets(report: Report): {
  readonly report: Report
  readonly changedMeaning: readonly MigrationNote[]
} {
  const ticked = textsAt(report, LISTED)
  const said = textsAt(report, ALL)
  const all = said.length === 1 && said[0] === DISTRIBUTION_ALL[0] ? said : []
  const gone = ticked.filter(c => DISTRIBUTION_COUNTRIES.includes(c) && !LIST.includes(c))
  if (gone.length === 0 && all.length === 0) return { report, changedMeaning: [] }
  const notes: MigrationNote[] = []
  const everywhere = all.length === 0 ? [] : LIST.filter(c => c !== 'XI')
  const staying = [...new Set([...ticked.filter(c => !gone.includes(c)), ...everywhere])]
  const named = [...new Set([...gone, ...(all.length === 0 ? [] : ['CH'])])].map(c => countryOf(c)?.name ?? c)
  let next: Report = withAnswer(report, LISTED, listAnswer(staying))
  next = withAnswer(next, ALL, undefined)
  if (gone.length > 0)
    notes.push({
      old: inOld(LISTED),
      new: inNew(OTHER),
      label: labelOf(LISTED),
      was: ticked,
      sentence:
        `${gone.join(' and ')} can no longer be ticked and is named in "other countries" instead. ${OUTSIDE}` +
        (gone.includes('GB') ? ' If the device is sold in Northern Ireland, tick XI.' : ''),
    })
  if (all.length > 0)
    notes.push({
      old: inOld(ALL),
      new: inNew(LISTED),
      label: labelOf(ALL),
      was: all,
      sentence: `"${all.join(', ')}" was written out: the EEA and Türkiye are ticked one by one and Switzerland is named in "other countries". ${OUTSIDE}`,
    })
  const { plain, list } = withNames(next, named)
  for (const [path, answer] of [
    [OTHER, plain],
    [OTHER_LIST, list],
  ] as const) {
    const was = textsAt(report, path)
    if (next.fields[path] !== undefined && String(was) !== String(answer?.texts))
      notes.push({
        old: inOld(path),
        new: inNew(path),
        label: labelOf(path),
        was,
        sentence: `Now names ${named.join(' and ')} too.`,
      })
    next = withAnswer(next, path, answer)
  }
  return { report: next, changedMeaning: notes }
}

function listAnswer(texts: readonly string[]): Listed | undefined {
  const [first, ...more] = texts
  return first === undefined ? undefined : { state: 'answered', texts: [first, ...more] }
}

/** The names added to "other countries" and to its list, each only where it is not there already. */
function withNames(report: Report, names: readonly string[]) {
  const plain = textsAt(report, OTHER)
  const listed = textsAt(report, OTHER_LIST)
  const missing = names.filter(n => !plain.join(';').toLowerCase().includes(n.toLowerCase()))
  const before = plain.filter(t => t !== '')
  const split = before.flatMap(t => t.split(';')).map(t => t.trim())
  const items = listed.length > 0 ? listed : split.filter(t => t !== '')
  return {
    plain: listAnswer([[...before, ...missing].join('; ')].filter(t => t !== '')),
    list: listAnswer([...new Set([...items, ...names])]),
  }
}
