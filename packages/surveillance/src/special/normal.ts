import { incompleteGamma } from './incomplete-gamma.js'

/** The chance of a standard normal value below `z`. Both tails keep their digits. */
export function normalLower(z: number): number {
  if (Number.isNaN(z)) return z
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}

/** The chance of a standard normal value above `z`. */
export function normalUpper(z: number): number {
  return normalLower(-z)
}

/** Two-sided p-value of a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper
}

const ROOT_2PI = Math.sqrt(2 * Math.PI)

/** The z below which a standard normal value lies with chance `p`; NaN for p outside 0..1. Error below 1e-15. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0) return Number.NEGATIVE_INFINITY
  if (p === 1) return Number.POSITIVE_INFINITY
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p === 0.5) return 0
  // A start from Abramowitz and Stegun 26.2.23, then Halley's steps on the tail.
  const t = Math.sqrt(-2 * Math.log(p))
  let z = -(
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  )
  for (let i = 0; i < 4; i++) {
    const e = (normalLower(z) - p) * ROOT_2PI * Math.exp((z * z) / 2)
    z -= e / (1 + (z * e) / 2)
  }
  return z
}

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2) / ROOT_2PI
}
