import type { Side } from './shewhart.js'

/** A rule that fired, on a stretch of neighbouring points. */
export interface Signal {
  /** The rule, for example `limits`, `2-of-3`, `ewma`, `cusum`, `maxsprt`. */
  readonly rule: string
  readonly side: 'above' | 'below' | 'either'
  /** Index of the point on which it fired first. */
  readonly since: number
  /** Index of the last point of the same stretch. */
  readonly until: number
}

/** Gathers the points beyond a limit into stretches, one signal each. Points that are NaN neither fire nor end one. */
export function signalsOf(
  rule: string,
  values: Float64Array,
  side: Side,
  judgeFrom: number,
  above: (v: number, i: number) => boolean,
  below: (v: number, i: number) => boolean,
): Signal[] {
  const signals: Signal[] = []
  if (side !== 'below') stretches(rule, 'above', values, judgeFrom, above, signals)
  if (side !== 'above') stretches(rule, 'below', values, judgeFrom, below, signals)
  return signals
}

function stretches(
  rule: string,
  side: 'above' | 'below',
  values: Float64Array,
  judgeFrom: number,
  fires: (v: number, i: number) => boolean,
  signals: Signal[],
): void {
  let [since, until] = [-1, -1]
  for (let i = judgeFrom; i < values.length; i++) {
    const v = values[i] ?? Number.NaN
    if (Number.isNaN(v)) continue
    if (fires(v, i)) {
      if (since < 0) since = i
      until = i
    } else if (since >= 0) {
      signals.push({ rule, side, since, until })
      since = -1
    }
  }
  if (since >= 0) signals.push({ rule, side, since, until })
}
