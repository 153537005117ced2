import { poissonDensity } from '../special/gamma.js'
import { poissonUpper } from '../special/tails.js'
import { maxsprtPoissonLlr } from './maxsprt-poisson.js'

export interface CriticalValueOptions {
  /** Expected events at which the surveillance ends, > 0. */
  readonly upperLimit: number
  /** Fewest events for a signal; 1 by default. */
  readonly minEvents?: number
  /** Chance of a false alarm over the whole surveillance; 0.05 by default. */
  readonly alpha?: number
  /** Expected events before the first look; 0 by default. */
  readonly firstLookAt?: number
}

/**
 * The critical value of the continuous Poisson maxSPRT: the chance of ever reaching it by `upperLimit` expected events,
 * if nothing has changed, is `alpha`. Exact, by the states between the times at which one event more is needed.
 *
 * @returns undefined where no value fits: so few events are expected that `alpha` cannot be reached
 * @example
 * maxsprtPoissonCriticalValue({ upperLimit: 10 }) // 3.467952
 */
export function maxsprtPoissonCriticalValue(options: CriticalValueOptions): number | undefined {
  const { upperLimit, minEvents = 1, alpha = 0.05, firstLookAt = 0 } = options
  if (!(upperLimit > 0) || firstLookAt >= upperLimit) return undefined
  const chance = (value: number) => chanceOfSignal(value, upperLimit, minEvents, firstLookAt)
  let [low, high] = [0, 1]
  if (chance(1e-9) < alpha) return undefined
  while (chance(high) > alpha) {
    low = high
    high *= 2
  }
  for (let i = 0; i < 60 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2
    if (chance(middle) > alpha) low = middle
    else high = middle
  }
  return high
}

/** The expected count below which `events` events reach the value. */
function latestTime(events: number, value: number): number {
  let [low, high] = [0, events]
  // ln(mu) solved on a logarithmic scale: small values of mu matter for the first events.
  low = events * Math.exp(-1 - value / events)
  for (let i = 0; i < 100 && high - low > 1e-16 * high; i++) {
    const middle = (low + high) / 2
    if (maxsprtPoissonLlr(events, middle) >= value) low = middle
    else high = middle
  }
  return low
}

/** The chance that the ratio ever reaches `value` between the first look and the upper limit. */
function chanceOfSignal(value: number, upperLimit: number, minEvents: number, firstLookAt: number): number {
  // alive[c]: chance of c events so far without a signal. At each time, `limit` events or more signal.
  let alive = [1]
  let [at, signalled] = [0, 0]
  const advance = (to: number, limit: number) => {
    const next = Array.from({ length: limit }, () => 0)
    const gap = to - at
    const steps = Array.from({ length: limit }, (_, k) => poissonDensity(k, gap))
    for (const [c, p] of alive.entries()) {
      if (p === 0) continue
      for (let k = 0; c + k < limit; k++) next[c + k] = (next[c + k] ?? 0) + p * (steps[k] ?? 0)
      signalled += p * poissonUpper(limit - c, gap)
    }
    alive = next
    at = to
  }
  for (let events = minEvents; ; events++) {
    const time = latestTime(events, value)
    if (time <= firstLookAt) continue
    if (at < firstLookAt) advance(firstLookAt, events)
    if (time >= upperLimit) {
      advance(upperLimit, events)
      return signalled
    }
    advance(time, events)
  }
}

/**
 * The critical value of the Poisson maxSPRT with looks after given expected counts (group sequential):
 * just above the largest ratio that would be reached with a chance of more than `alpha`.
 * The reachable ratios are few, so any value up to the next reachable one decides alike.
 *
 * @param groups expected events between the looks, each > 0
 * @returns undefined where every reachable ratio is reached too often
 */
export function maxsprtPoissonGroupCriticalValue(
  groups: readonly number[],
  alpha = 0.05,
  minEvents = 1,
): number | undefined {
  const looks: number[] = []
  for (const g of groups) looks.push((looks.at(-1) ?? 0) + g)
  const last = looks.at(-1) ?? 0
  const most = Math.ceil(last + 12 * Math.sqrt(last) + 30)
  const reachable = looks
    .flatMap(mu =>
      Array.from({ length: most }, (_, i) => (i + 1 >= minEvents ? maxsprtPoissonLlr(i + 1, mu) : 0)),
    )
    .filter(v => v > 0)
    .sort((a, b) => a - b)
  const chance = (value: number) => {
    let alive = [1]
    let [at, signalled] = [0, 0]
    for (const mu of looks) {
      let limit = minEvents
      while (maxsprtPoissonLlr(limit, mu) < value) limit += 1
      const next = Array.from({ length: limit }, () => 0)
      for (const [c, p] of alive.entries()) {
        for (let k = 0; c + k < limit; k++) next[c + k] = (next[c + k] ?? 0) + p * poissonDensity(k, mu - at)
        signalled += p * poissonUpper(limit - c, mu - at)
      }
      alive = next
      at = mu
    }
    return signalled
  }
  let [low, high] = [0, reachable.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (chance(reachable[middle] ?? 0) <= alpha) high = middle
    else low = middle + 1
  }
  if (low === reachable.length) return undefined
  return (reachable[low - 1] ?? 0) * (1 + 1e-9)
}
