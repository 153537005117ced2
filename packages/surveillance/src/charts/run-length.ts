import { normalDensity, normalLower } from '../special/normal.js'

/** Average run lengths by the integral equations of Brook and Evans (1972) and Crowder (1987), on Gauss-Legendre nodes. */
const NODES = 60

/**
 * How many points a CUSUM runs on average before it signals, on normal data with mean `shift` (in standard deviations).
 *
 * @example
 * cusumRunLength({ k: 0.5, h: 5 }) // 465.4: two-sided, nothing has changed
 */
export function cusumRunLength(o: {
  readonly k: number
  readonly h: number
  readonly shift?: number
  readonly sides?: 1 | 2
}): number {
  const { k, h, shift = 0, sides = 2 } = o
  const up = oneSidedCusum(k, h, shift)
  return sides === 1 ? up : 1 / (1 / up + 1 / oneSidedCusum(k, h, -shift))
}

function oneSidedCusum(k: number, h: number, shift: number): number {
  const { nodes, weights } = legendre(NODES, 0, h)
  const starts = [0, ...nodes]
  // L(s) = 1 + L(0) Phi(k - s) + integral of L(y) phi(y + k - s) dy
  const rows = starts.map(s => [
    normalLower(k - s - shift),
    ...nodes.map((y, j) => (weights[j] ?? 0) * normalDensity(y + k - s - shift)),
  ])
  return solveOneMinus(rows)[0] ?? Number.NaN
}

/** How many points a two-sided EWMA with its final limits runs on average before it signals, on normal data. */
export function ewmaRunLength(o: {
  readonly lambda: number
  readonly width: number
  readonly shift?: number
}): number {
  const { lambda, width, shift = 0 } = o
  const reach = width * Math.sqrt(lambda / (2 - lambda))
  const { nodes, weights } = legendre(NODES + 1, -reach, reach)
  const rows = nodes.map(s =>
    nodes.map(
      (y, j) => ((weights[j] ?? 0) * normalDensity((y - (1 - lambda) * s) / lambda - shift)) / lambda,
    ),
  )
  // An odd number of nodes: the middle one is the start at the centre.
  return solveOneMinus(rows)[NODES / 2] ?? Number.NaN
}

/** Solves (1 - A) x = 1 by elimination with pivoting. */
function solveOneMinus(a: readonly (readonly number[])[]): number[] {
  const n = a.length
  const m = a.map((row, i) => [...row.map((v, j) => (i === j ? 1 : 0) - v), 1])
  for (let c = 0; c < n; c++) {
    let pivot = c
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r]?.[c] ?? 0) > Math.abs(m[pivot]?.[c] ?? 0)) pivot = r
    const [top, other] = [m[c], m[pivot]]
    if (top === undefined || other === undefined) continue
    m[c] = other
    m[pivot] = top
    for (let r = 0; r < n; r++) {
      const row = m[r]
      if (r === c || row === undefined) continue
      const factor = (row[c] ?? 0) / (other[c] ?? 1)
      for (let j = c; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (other[j] ?? 0)
    }
  }
  return m.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1))
}

/** Gauss-Legendre nodes and weights between two ends. */
function legendre(n: number, from: number, to: number): { nodes: number[]; weights: number[] } {
  const nodes: number[] = []
  const weights: number[] = []
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (n - i - 0.25)) / (n + 0.5))
    let slope = 1
    for (let step = 0; step < 100; step++) {
      let [p, before] = [1, 0]
      for (let j = 0; j < n; j++) [p, before] = [((2 * j + 1) * x * p - j * before) / (j + 1), p]
      slope = (n * (x * p - before)) / (x * x - 1)
      const move = p / slope
      x -= move
      if (Math.abs(move) < 1e-16) break
    }
    nodes.push(from + ((to - from) * (x + 1)) / 2)
    weights.push((to - from) / ((1 - x * x) * slope * slope))
  }
  return { nodes, weights }
}
