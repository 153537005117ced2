import { type LikelihoodMode, negativeLogLikelihood } from './likelihood.js'
import type { PriorPoints } from './points.js'
import type { Theta } from './theta.js'

const NAMES = ['alpha1', 'beta1', 'alpha2', 'beta2', 'p'] as const

/**
 * Standard errors of a fitted prior from the Hessian of its log-likelihood (slopes differenced on both sides).
 *
 * @returns undefined where the Hessian is not positive definite
 */
export function standardErrors(points: PriorPoints, t: Theta, mode: LikelihoodMode): Theta | undefined {
  const hessian = NAMES.map(name => {
    const h = 1e-5 * Math.min(t[name], name === 'p' ? 1 - t.p : Number.POSITIVE_INFINITY)
    const up = negativeLogLikelihood(points, { ...t, [name]: t[name] + h }, mode).gradient
    const down = negativeLogLikelihood(points, { ...t, [name]: t[name] - h }, mode).gradient
    return up.map((v, i) => (v - (down[i] ?? 0)) / (2 * h))
  })
  const variances = inverseDiagonal(
    hessian.map((row, i) => row.map((v, j) => (v + (hessian[j]?.[i] ?? 0)) / 2)),
  )
  if (variances === undefined) return undefined
  const [alpha1 = 0, beta1 = 0, alpha2 = 0, beta2 = 0, p = 0] = variances.map(Math.sqrt)
  return { alpha1, beta1, alpha2, beta2, p }
}

/** The diagonal of the inverse of a positive definite matrix, by Cholesky; undefined for any other. */
function inverseDiagonal(m: readonly (readonly number[])[]): number[] | undefined {
  const size = m.length
  const l: number[][] = m.map(row => row.map(() => 0))
  const at = (i: number, j: number) => l[i]?.[j] ?? 0
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = m[i]?.[j] ?? 0
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k)
      const row = l[i]
      if (row === undefined) return undefined
      if (i === j) {
        if (!(sum > 1e-12 * Math.abs(m[i]?.[i] ?? 0))) return undefined
        row[j] = Math.sqrt(sum)
      } else row[j] = sum / at(j, j)
    }
  }
  return m.map((_, column) => {
    // Solve L y = unit vector; the diagonal entry is the square of y.
    const y: number[] = []
    for (let i = 0; i < size; i++) {
      let sum = i === column ? 1 : 0
      for (let k = 0; k < i; k++) sum -= at(i, k) * (y[k] ?? 0)
      y.push(sum / at(i, i))
    }
    return y.reduce((s, v) => s + v * v, 0)
  })
}
