import type { Finding } from '@vigie/kernel'
import { trendFindings } from './findings.js'
import { parseChart } from './parse-chart.js'
import { type BaselinePlan, type ChartPlan, EVENT_CLASSES, PERIOD_LENGTHS, type TrendPlan } from './plan.js'
import { join, Reader } from './reader.js'

/**
 * Reads a trend plan from unknown JSON.
 *
 * @returns the plan, with the usual value wherever a chart left one out; or everything that is wrong with it, at once
 */
export function parseTrendPlan(
  value: unknown,
): { readonly plan: TrendPlan } | { readonly findings: readonly Finding[] } {
  const read = new Reader()
  const o = read.object(value, '', [
    'id',
    'revision',
    'effective',
    'device',
    'event',
    'exposure',
    'period',
    'perUnits',
    'baseline',
    'observe',
    'threshold',
    'charts',
  ])
  const event = read.object(o['event'], 'event', ['class', 'about', 'codes'])
  const effective = read.day(o['effective'], 'effective')
  const eventClass = read.choice(event['class'], 'event.class', EVENT_CLASSES)
  const period = read.choice(o['period'], 'period', PERIOD_LENGTHS)
  const baseline = baselineOf(read, o['baseline'])
  const charts = chartsOf(read, o['charts'])
  const threshold = o['threshold'] === undefined ? undefined : rateOf(read, o['threshold'], 'threshold')
  const plan = {
    id: read.text(o['id'], 'id'),
    revision: read.text(o['revision'], 'revision'),
    device: read.text(o['device'], 'device'),
    exposure: read.text(o['exposure'], 'exposure'),
    perUnits: read.numberOr(o['perUnits'], 'perUnits', 1, 'above 0', v => v > 0),
    observe:
      read.number(o['observe'], 'observe', 'a whole number above 0', v => Number.isInteger(v) && v > 0) ?? 1,
    charts,
    ...(threshold === undefined ? {} : { threshold }),
  }
  const about = read.text(event['about'], 'event.about')
  const codes =
    event['codes'] === undefined
      ? []
      : read.list(event['codes'], 'event.codes').map((c, i) => read.text(c, `event.codes[${i}]`))
  if (
    read.findings.length > 0 ||
    effective === undefined ||
    eventClass === undefined ||
    period === undefined ||
    baseline === undefined
  ) {
    return { findings: read.findings }
  }
  return { plan: { ...plan, effective, period, baseline, event: { class: eventClass, about, codes } } }
}

function baselineOf(read: Reader, value: unknown): BaselinePlan | undefined {
  if (typeof value === 'object' && value !== null && 'rate' in value) return rateOf(read, value, 'baseline')
  const o = read.object(value, 'baseline', ['from', 'to', 'exclude', 'source'])
  const from = read.day(o['from'], 'baseline.from')
  const to = read.day(o['to'], 'baseline.to')
  const source = read.text(o['source'], 'baseline.source')
  const exclude =
    o['exclude'] === undefined
      ? []
      : read.list(o['exclude'], 'baseline.exclude', 'a list of first days of periods')
  const days = exclude.flatMap((d, i) => read.day(d, `baseline.exclude[${i}]`) ?? [])
  if (from === undefined || to === undefined) return undefined
  if (to < from) read.findings.push(trendFindings.make['PERIOD-ORDER']({ path: 'baseline' }, { from, to }))
  return { from, to, exclude: days, source }
}

function rateOf(
  read: Reader,
  value: unknown,
  path: string,
): { readonly rate: number; readonly source: string } | undefined {
  const o = read.object(value, path, ['rate', 'source'])
  const rate = read.number(o['rate'], join(path, 'rate'), 'above 0', v => v > 0)
  const source = read.text(o['source'], join(path, 'source'))
  return rate === undefined ? undefined : { rate, source }
}

function chartsOf(read: Reader, value: unknown): readonly ChartPlan[] {
  const list = read.list(value, 'charts', 'a list with at least one chart')
  if (Array.isArray(value) && list.length === 0) read.shape('charts', 'a list with at least one chart')
  return list.flatMap((c, i) => parseChart(read, c, `charts[${i}]`) ?? [])
}
