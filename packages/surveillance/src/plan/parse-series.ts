import { addDays, type Day, type Finding, parseMoment } from '@vigie/kernel'
import { trendFindings } from './findings.js'
import { periodEnd } from './period-end.js'
import type { PeriodLength, TrendPlan } from './plan.js'
import { Reader } from './reader.js'
import type { TrendSeries } from './series.js'

const { make } = trendFindings

/** What is read of a series: it, and what is worth a look; or everything that is wrong with it. */
export type SeriesRead =
  | { readonly series: TrendSeries; readonly findings: readonly Finding[] }
  | { readonly findings: readonly Finding[]; readonly series?: undefined }

interface Row {
  readonly path: string
  readonly from: Day
  readonly to: Day
  readonly events: number
  readonly exposure: number
  readonly ids: readonly string[]
}

/**
 * Reads a series `{ device, periods: [{ from, to, events, exposure, ids? }], eventDays? }` from unknown JSON.
 * Days may be written as days or as moments of one zone. All faults are found at once: overlapping or missing periods,
 * counts that are negative or not whole, events without a denominator, a device without sales, mixed zones, ids counted
 * twice. Nothing is repaired and no hole is filled.
 *
 * @param plan checks the length of the periods and the shares too, where it is given
 */
export function parseTrendSeries(value: unknown, plan?: TrendPlan): SeriesRead {
  const read = new Reader()
  const o = read.object(value, '', ['device', 'periods', 'eventDays'])
  const device = read.text(o['device'], 'device')
  const zones = new Set<string>()
  const periods = read.list(o['periods'], 'periods', 'a list of periods')
  if (Array.isArray(o['periods']) && periods.length === 0)
    read.shape('periods', 'a list with at least one period')
  const rows = periods.flatMap((p, i) => rowOf(read, p, `periods[${i}]`, zones) ?? [])
  const eventDays =
    o['eventDays'] === undefined
      ? []
      : read
          .list(o['eventDays'], 'eventDays')
          .flatMap((d, i) => dayOf(read, d, `eventDays[${i}]`, zones) ?? [])
  if (zones.size > 1)
    read.findings.push(make['ZONE-MIXED']({ path: 'periods' }, { zones: [...zones].sort().join(', ') }))
  // Order does not matter to the file: neighbours in time are compared.
  const sorted = rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  read.findings.push(...timeFaults(sorted, plan?.period), ...idFaults(sorted))
  const looks = denominatorFaults(read, sorted, device, plan)
  if (read.findings.length > 0) return { findings: read.findings }
  return {
    series: {
      device,
      from: sorted.map(r => r.from),
      to: sorted.map(r => r.to),
      events: Float64Array.from(sorted, r => r.events),
      exposure: Float64Array.from(sorted, r => r.exposure),
      ids: sorted.map(r => r.ids),
      eventDays: eventDays.toSorted(),
    },
    findings: looks,
  }
}

function rowOf(read: Reader, value: unknown, path: string, zones: Set<string>): Row | undefined {
  const o = read.object(value, path, ['from', 'to', 'events', 'exposure', 'ids'])
  const from = dayOf(read, o['from'], `${path}.from`, zones)
  const to = dayOf(read, o['to'], `${path}.to`, zones)
  const events = o['events']
  const exposure = o['exposure']
  if (typeof events !== 'number' || !Number.isFinite(events))
    read.shape(`${path}.events`, 'a whole number, zero or more')
  else if (events < 0 || !Number.isInteger(events)) {
    read.findings.push(
      make.COUNT(
        { path: `${path}.events` },
        { value: events, why: events < 0 ? 'negative' : 'not a whole number' },
      ),
    )
  }
  if (typeof exposure !== 'number' || !Number.isFinite(exposure))
    read.shape(`${path}.exposure`, 'a number, zero or more')
  else if (exposure < 0) read.findings.push(make.EXPOSURE({ path: `${path}.exposure` }, { value: exposure }))
  const ids =
    o['ids'] === undefined
      ? []
      : read.list(o['ids'], `${path}.ids`).map((id, i) => read.text(id, `${path}.ids[${i}]`))
  if (o['ids'] !== undefined && typeof events === 'number' && ids.length !== events) {
    read.findings.push(make['IDS-COUNT']({ path: `${path}.ids` }, { events, ids: ids.length }))
  }
  if (from === undefined || to === undefined) return undefined
  return {
    path,
    from,
    to,
    events: typeof events === 'number' ? events : 0,
    exposure: typeof exposure === 'number' ? exposure : 0,
    ids,
  }
}

/** A day, or the local day of a moment; the zone or offset is noted. */
function dayOf(read: Reader, value: unknown, path: string, zones: Set<string>): Day | undefined {
  const moment = typeof value === 'string' ? parseMoment(value) : { fault: '' }
  if ('fault' in moment) {
    read.shape(path, 'a day such as 2026-01-31, or a moment with its zone')
    return undefined
  }
  const offset = /(?:[+-]\d{2}:?\d{2}|[Zz])(?=\[|$)/.exec(moment.written)?.[0]
  zones.add(moment.epochMs === undefined ? 'days without a zone' : (moment.zone ?? offset ?? 'UTC'))
  return moment.day
}

function timeFaults(rows: readonly Row[], period: PeriodLength | undefined): Finding[] {
  const found: Finding[] = []
  for (const [i, r] of rows.entries()) {
    if (r.to < r.from) {
      found.push(make['PERIOD-ORDER']({ path: r.path }, { from: r.from, to: r.to }))
      continue
    }
    if (period !== undefined && periodEnd(r.from, period) !== r.to) {
      found.push(make['PERIOD-LENGTH']({ path: r.path }, { from: r.from, to: r.to, period }))
    }
    const before = rows[i - 1]
    if (before === undefined || before.to < before.from) continue
    const next = addDays(before.to, 1)
    if (r.from < next)
      found.push(make['PERIOD-OVERLAP']({ path: r.path }, { from: r.from, before: before.to }))
    if (r.from > next) found.push(make['PERIOD-GAP']({ path: r.path }, { from: r.from, before: before.to }))
  }
  return found
}

function idFaults(rows: readonly Row[]): Finding[] {
  const seen = new Map<string, string>()
  return rows.flatMap(r =>
    r.ids.flatMap((id, i) => {
      const first = seen.get(id)
      if (first === undefined) seen.set(id, r.path)
      return first === undefined ? [] : [make['ID-TWICE']({ path: `${r.path}.ids[${i}]` }, { id, first })]
    }),
  )
}

/** Adds what blocks to the reader; gives back what is only worth a look. */
function denominatorFaults(
  read: Reader,
  rows: readonly Row[],
  device: string,
  plan: TrendPlan | undefined,
): Finding[] {
  const looks: Finding[] = []
  const method = plan?.charts.find(c => c.method === 'p' || c.method === 'p-prime')?.method
  if (rows.length > 0 && rows.every(r => r.exposure === 0)) {
    read.findings.push(make['WITHOUT-SALES']({ path: 'periods' }, { device }))
    return looks
  }
  for (const r of rows) {
    const where = { path: `${r.path}.exposure` }
    if (r.exposure === 0 && r.events > 0)
      read.findings.push(make['EXPOSURE-ZERO'](where, { events: r.events, from: r.from }))
    if (r.exposure === 0 && r.events === 0) looks.push(make['PERIOD-IDLE'](where, { from: r.from }))
    if (method !== undefined && r.exposure > 0 && r.events > r.exposure) {
      read.findings.push(make['MORE-EVENTS'](where, { events: r.events, exposure: r.exposure, method }))
    }
  }
  return looks
}
