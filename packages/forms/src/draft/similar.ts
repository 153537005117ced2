import { type SimilarIncidents, valueOf } from '@vigie/facts'
import { countsIn } from '../mir/variants/index.js'
import type { DraftContext } from './context.js'

export type Period = NonNullable<SimilarIncidents['periods']>[number]
export type Counts = Period['incidents']

/** The three regional columns of section 4.3.3; undefined where the case leaves the number open. */
export interface Columns {
  readonly country: number | undefined
  readonly region: number | undefined
  readonly world: number | undefined
}

/**
 * The regional columns from counts per country. A country that is not named has the count 0; a count for the `UK` leaves
 * every column open that Great Britain and Northern Ireland do not share. No counts at all are no answer.
 *
 * A country belongs to the region if it did so on the last day of the period.
 */
export function columnsOf(x: DraftContext, counts: Counts, period: Period): Columns {
  const entries = Object.entries(counts)
  const sum = (belongs: (code: string) => boolean) =>
    entries.reduce((total, [code, n]) => (belongs(code) ? total + n : total), 0)
  const inRegion = (code: string) => countsIn(x.target.similarIncidents.region, code, period.to)
  const open = (counts.UK ?? 0) > 0
  const country = countryOfIncident(x)
  return {
    country:
      country === undefined || (open && (country === 'GB' || country === 'XI'))
        ? undefined
        : sum(code => code === country),
    region: open && inRegion('GB') !== inRegion('XI') ? undefined : sum(inRegion),
    world: sum(() => true),
  }
}

/** Where the incident happened. A `UK` left open is the part that the report is for. */
export function countryOfIncident(x: DraftContext): string | undefined {
  const said = valueOf(x.file.event?.country)
  if (said !== 'UK') return said
  const { ofIncident } = x.target.countries
  return ofIncident === 'GB' || ofIncident === 'XI' ? ofIncident : undefined
}

/** Denominators that are figures of one period; the others may be given as running totals (MIR 7.3.1 help, 4.3.3.b). */
const PER_PERIOD: readonly SimilarIncidents['denominator'][] = [
  'distributed-in-period',
  'tests-performed',
  'episodes-of-use',
]

/** Pairs of periods that overlap although the denominator must be counted for each period on its own. */
export function overlapsWrongly(similar: SimilarIncidents): readonly (readonly [number, number])[] {
  if (!PER_PERIOD.includes(similar.denominator)) return []
  const periods = similar.periods ?? []
  return periods.flatMap((a, i) =>
    periods
      .slice(i + 1)
      .flatMap((b, j) => (a.from <= b.to && b.from <= a.to ? [[i, i + 1 + j] as const] : [])),
  )
}
