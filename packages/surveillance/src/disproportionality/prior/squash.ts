import type { PriorPoints } from './points.js'

export interface SquashStep {
  /** The count whose pairs are put together. */
  readonly count: number
  /** How many pairs become one; 50 by default. */
  readonly binSize?: number
  /** How many pairs with the largest expectation stay single; 100 by default. */
  readonly keep?: number
}

/**
 * Puts pairs of one count together as openEBGM does (`squashData`): those with the largest expectation stay,
 * the rest, in order of expectation, become bins of equal size at their mean; the last bin takes what is left.
 */
export function squash(points: PriorPoints, step: SquashStep): PriorPoints {
  const { count, binSize = 50, keep = 100 } = step
  let from = 0
  while (from < points.n.length && (points.n[from] ?? 0) < count) from += 1
  let to = from
  while (to < points.n.length && points.n[to] === count) to += 1
  const squashed = Math.max(0, to - from - keep)
  const bins = Math.ceil(squashed / binSize)
  if (bins === 0) return points
  const length = points.n.length - squashed + bins
  const out = {
    n: new Float64Array(length),
    expected: new Float64Array(length),
    weight: new Float64Array(length),
  }
  for (const name of ['n', 'expected', 'weight'] as const) {
    out[name].set(points[name].subarray(0, from))
    out[name].set(points[name].subarray(from + squashed), from + bins)
  }
  for (let b = 0; b < bins; b++) {
    const [first, last] = [from + b * binSize, Math.min(from + (b + 1) * binSize, from + squashed)]
    let sum = 0
    for (let i = first; i < last; i++) sum += points.expected[i] ?? 0
    out.n[from + b] = count
    out.expected[from + b] = sum / (last - first)
    out.weight[from + b] = last - first
  }
  return out
}

/** How many super points openEBGM aims at for a count with fewer pairs than the first number. */
const TARGETS = [
  [500, 50],
  [1e3, 75],
  [1e4, 150],
  [1e5, 500],
  [5e5, 750],
  [1e6, 1e3],
  [5e6, 2e3],
  [Number.POSITIVE_INFINITY, 5e3],
] as const
const KEEP = [100, 75, 50, 25] as const

/**
 * Squashes count by count as openEBGM does by itself (`autoSquash`): the largest 100, 75, 50, 25 expectations of the
 * first, second, third and every further count stay; counts with no more than 101 pairs are left alone.
 */
export function autoSquash(points: PriorPoints): PriorPoints {
  let squashed = points
  const sizes = new Map<number, number>()
  for (const n of points.n) if (n > 0) sizes.set(n, (sizes.get(n) ?? 0) + 1)
  for (const [i, [count, size]] of [...sizes].entries()) {
    if (size <= KEEP[0] + 1) continue
    const keep = KEEP[Math.min(i, KEEP.length - 1)] ?? 25
    const target = TARGETS.find(([below]) => size < below)?.[1] ?? 5e3
    squashed = squash(squashed, { count, binSize: Math.max(2, Math.floor((size - keep) / target)), keep })
  }
  return squashed
}
