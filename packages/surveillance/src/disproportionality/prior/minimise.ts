/** A function of a vector with its slopes. */
export type Objective = (x: readonly number[]) => {
  readonly value: number
  readonly gradient: readonly number[]
}

export interface Minimum {
  readonly x: readonly number[]
  readonly value: number
  readonly gradient: readonly number[]
  readonly steps: number
  /** Whether the slopes became small; otherwise it stopped for another reason. */
  readonly converged: boolean
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((s, v, i) => s + v * (b[i] ?? 0), 0)

/**
 * Minimises by BFGS with a backtracking line search. Deterministic.
 *
 * @param tolerance the largest slope, relative to the value, that counts as none
 */
export function minimise(f: Objective, start: readonly number[], tolerance = 1e-10, maxSteps = 400): Minimum {
  let x = start
  let here = f(x)
  const size = start.length
  let inverse = identity(size, 1)
  let fresh = true
  for (let step = 0; step < maxSteps; step++) {
    const largest = Math.max(...here.gradient.map(Math.abs))
    if (largest <= tolerance * Math.max(1, Math.abs(here.value))) {
      return { x, ...here, steps: step, converged: true }
    }
    let direction = inverse.map(row => -dot(row, here.gradient))
    let slope = dot(direction, here.gradient)
    if (!(slope < 0)) {
      inverse = identity(size, 1 / largest)
      direction = here.gradient.map(g => -g / largest)
      slope = dot(direction, here.gradient)
      fresh = true
    }
    // No parameter moves by more than a factor of e^2 in one step (the scale is logarithmic).
    const longest = Math.max(...direction.map(Math.abs))
    let stride = fresh ? Math.min(1, 1 / longest) : Math.min(1, 2 / longest)
    let next = x
    let there = here
    let found = false
    for (let tries = 0; tries < 40; tries++) {
      next = x.map((v, i) => v + stride * (direction[i] ?? 0))
      there = f(next)
      if (there.value <= here.value + 1e-4 * stride * slope) {
        found = true
        break
      }
      stride /= tries < 2 ? 2 : 5
    }
    if (!found) {
      if (fresh) return { x, ...here, steps: step, converged: false }
      inverse = identity(size, 1 / largest)
      fresh = true
      continue
    }
    const s = next.map((v, i) => v - (x[i] ?? 0))
    const y = there.gradient.map((v, i) => v - (here.gradient[i] ?? 0))
    const sy = dot(s, y)
    if (sy > 1e-300) {
      if (fresh) inverse = identity(size, sy / dot(y, y))
      inverse = updated(inverse, s, y, sy)
      fresh = false
    }
    const gain = here.value - there.value
    x = next
    here = there
    // The value has no more digits to give.
    if (gain <= 1e-16 * Math.abs(here.value) && largest <= 1e-5 * Math.max(1, Math.abs(here.value))) {
      return { x, ...here, steps: step + 1, converged: true }
    }
  }
  return { x, ...here, steps: maxSteps, converged: false }
}

function identity(size: number, scale: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? scale : 0)))
}

/** The BFGS update of the inverse of the bends. */
function updated(h: number[][], s: readonly number[], y: readonly number[], sy: number): number[][] {
  const hy = h.map(row => dot(row, y))
  const factor = (1 + dot(y, hy) / sy) / sy
  return h.map((row, i) =>
    row.map(
      (v, j) =>
        v +
        factor * (s[i] ?? 0) * (s[j] ?? 0) -
        ((hy[i] ?? 0) * (s[j] ?? 0) + (s[i] ?? 0) * (hy[j] ?? 0)) / sy,
    ),
  )
}
