import type { Side } from './shewhart.js'
import { type Signal, signalsOf } from './signal.js'

/** The zone rules of Western Electric (1956): so many of the last so many points beyond so many standard deviations. */
export const ZONE_RULES = {
  '2-of-3': { needed: 2, of: 3, beyond: 2 },
  '4-of-5': { needed: 4, of: 5, beyond: 1 },
  '8-in-a-row': { needed: 8, of: 8, beyond: 0 },
  '9-in-a-row': { needed: 9, of: 9, beyond: 0 },
} as const

export type ZoneRule = keyof typeof ZONE_RULES

/** Reads standardised values by a zone rule. The point that completes the pattern is the one that fires. */
export function westernElectric(rule: ZoneRule, z: Float64Array, side: Side, judgeFrom: number): Signal[] {
  const { needed, of, beyond } = ZONE_RULES[rule]
  const above = counts(z, of, v => v > beyond)
  const below = counts(z, of, v => v < -beyond)
  return signalsOf(
    rule,
    z,
    side,
    judgeFrom,
    (v, i) => v > beyond && (above[i] ?? 0) >= needed,
    (v, i) => v < -beyond && (below[i] ?? 0) >= needed,
  )
}

/** At each point: how many of the last `of` testable points are beyond. */
function counts(z: Float64Array, of: number, beyond: (v: number) => boolean): Uint8Array {
  const found = new Uint8Array(z.length)
  const last: boolean[] = []
  for (let i = 0; i < z.length; i++) {
    const v = z[i] ?? Number.NaN
    if (Number.isNaN(v)) continue
    last.push(beyond(v))
    if (last.length > of) last.shift()
    let n = 0
    for (const hit of last) n += hit ? 1 : 0
    found[i] = n
  }
  return found
}
