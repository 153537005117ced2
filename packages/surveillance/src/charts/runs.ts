import { binomialLower } from '../special/tails.js'
import type { Signal } from './signal.js'

/** The runs test of a whole chart (Anhoej and Olesen 2014). Points on the line do not count. */
export interface RunsTest {
  readonly longestRun: number
  /** A longer run than this is a signal: round(log2 n) + 3. */
  readonly longestRunMax: number
  readonly crossings: number
  /** Fewer crossings than this are a signal: the 5 % quantile of the binomial(n - 1, 1/2). */
  readonly crossingsMin: number
  readonly signal?: Signal
}

/** Tests whether the values run on one side of the line unusually long, or cross it unusually seldom. */
export function anhoej(values: Float64Array, line: number): RunsTest {
  let [useful, crossings, run, since, before] = [0, 0, 0, 0, 0]
  let longest = { length: 0, since: 0, until: 0, side: 0 }
  for (let i = 0; i < values.length; i++) {
    const side = Math.sign((values[i] ?? Number.NaN) - line)
    if (side === 0 || Number.isNaN(side)) continue
    useful += 1
    if (side === before) run += 1
    else {
      if (before !== 0) crossings += 1
      run = 1
      since = i
    }
    before = side
    if (run > longest.length) longest = { length: run, since, until: i, side }
  }
  const longestRunMax = Math.round(Math.log2(Math.max(useful, 1))) + 3
  const crossingsMin = crossingsQuantile(useful)
  const result = { longestRun: longest.length, longestRunMax, crossings, crossingsMin }
  if (longest.length > longestRunMax) {
    const { since, until, side } = longest
    return { ...result, signal: { rule: 'runs', side: side > 0 ? 'above' : 'below', since, until } }
  }
  if (crossings < crossingsMin) {
    return { ...result, signal: { rule: 'runs', side: 'either', since: 0, until: values.length - 1 } }
  }
  return result
}

const quantiles: number[] = []

/** The smallest x with P(X <= x) >= 0.05 in the binomial(n - 1, 1/2); kept, because charts share their length. */
function crossingsQuantile(n: number): number {
  const known = quantiles[n]
  if (known !== undefined) return known
  let x = 0
  if (n > 1) while (binomialLower(x, n - 1, 0.5) < 0.05) x += 1
  quantiles[n] = x
  return x
}
