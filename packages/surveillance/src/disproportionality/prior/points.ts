/**
 * Pairs as the prior sees them: counts and expectations, each standing for `weight` pairs.
 * Arrays of equal length, ordered by count. A count of 0 is a pair that was never reported.
 */
export interface PriorPoints {
  readonly n: Float64Array
  readonly expected: Float64Array
  readonly weight: Float64Array
}

/** Points from single pairs, ordered by count and then by expectation. */
export function pointsFrom(n: ArrayLike<number>, expected: ArrayLike<number>): PriorPoints {
  const order = Uint32Array.from({ length: n.length }, (_, i) => i).sort(
    (a, b) => (n[a] ?? 0) - (n[b] ?? 0) || (expected[a] ?? 0) - (expected[b] ?? 0),
  )
  return {
    n: Float64Array.from(order, i => n[i] ?? 0),
    expected: Float64Array.from(order, i => expected[i] ?? 0),
    weight: new Float64Array(order.length).fill(1),
  }
}

/** Several sets of points as one; each is ordered by count, and no count of one lies below those before it. */
export function joined(parts: readonly PriorPoints[]): PriorPoints {
  const length = parts.reduce((s, p) => s + p.n.length, 0)
  const all = {
    n: new Float64Array(length),
    expected: new Float64Array(length),
    weight: new Float64Array(length),
  }
  let at = 0
  for (const p of parts) {
    all.n.set(p.n, at)
    all.expected.set(p.expected, at)
    all.weight.set(p.weight, at)
    at += p.n.length
  }
  return all
}
