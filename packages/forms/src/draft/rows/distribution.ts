import { countryOf } from '@vigie/codes'
import { type Country, valueOf } from '@vigie/facts'
import type { DraftContext } from '../context.js'
import { dayOfLists } from '../day-of-lists.js'
import { copy, type MappingRow, mapped, SEPARATOR } from '../mapping-row.js'
import { valuesOf } from '../table-facts.js'
import { coveredByAll } from '../target.js'

const LIST = 'device_info/distribution/distributionEEA'
const ALL = 'device_info/distribution/distribution_all'
const OTHER = 'device_info/distribution/otherCountries'
const FROM = 'devices[#].markets'

/**
 * Section 2.5: the countries that the form of this version lists are ticked, all others are named in words. Northern
 * Ireland is ticked where the list has it; Great Britain and Switzerland are ticked in 7.2.1 and named in 7.3.1.
 */
export const distributionRows: readonly MappingRow[] = [
  copy(LIST, FROM, x => mapped(x.device.markets, () => ticked(x))),
  copy(ALL, FROM, x => (soldInAll(x) ? valuesOf(x.table, ALL)?.[0] : undefined)),
  copy(OTHER, FROM, x => joinedOrNothing(otherCountries(x))),
  copy(`${OTHER}LI`, FROM, x => otherCountries(x)),
]

const joinedOrNothing = (names: readonly string[]) => (names.length === 0 ? undefined : names.join(SEPARATOR))

/** The boxes of the list that are ticked one by one, in the order of the list. */
function ticked(x: DraftContext): readonly string[] {
  const sold = marketsOf(x).map(m => box(x, m))
  const covered = soldInAll(x) ? allOf(x) : []
  return (valuesOf(x.table, LIST) ?? []).filter(c => sold.includes(c) && !covered.includes(c))
}

/** Whether the device is sold in every country that the one word for all of them covers. */
function soldInAll(x: DraftContext): boolean {
  const covered = allOf(x)
  const sold: readonly string[] = marketsOf(x)
  return covered.length > 0 && covered.every(c => sold.includes(c))
}

/**
 * The countries without a box, by name: the field is free text that people read, and the form has no code for most of
 * them. A country name holds no semicolon, so the list can be told apart again.
 */
function otherCountries(x: DraftContext): readonly string[] {
  const list = valuesOf(x.table, LIST) ?? []
  return [
    ...new Set(
      marketsOf(x)
        .filter(m => !list.includes(box(x, m) ?? ''))
        .map(marketName),
    ),
  ].sort()
}

/** The box of a market. Where the list has `GB` and no `XI`, `GB` stands for the United Kingdom while the part is open. */
function box(x: DraftContext, market: Country): string | undefined {
  const list = valuesOf(x.table, LIST) ?? []
  return market === 'UK' && !list.includes('XI') ? 'GB' : market
}

/** A market in words. `GB` in a case is Great Britain; Northern Ireland is a market of its own. */
function marketName(market: Country): string {
  if (market === 'GB') return 'Great Britain'
  return market === 'UK' ? 'United Kingdom' : (countryOf(market)?.name ?? market)
}

function marketsOf(x: DraftContext): readonly Country[] {
  return valueOf(x.device.markets) ?? []
}

/** The countries that the one box stands for; none where the form has no such box, or no day tells who belongs. */
function allOf(x: DraftContext): readonly string[] {
  const on = dayOfLists(x)
  return on === undefined || valuesOf(x.table, ALL) === undefined ? [] : coveredByAll(x.target, on)
}
