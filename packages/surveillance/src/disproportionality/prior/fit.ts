import { type LikelihoodMode, negativeLogLikelihood } from './likelihood.js'
import { type Minimum, minimise } from './minimise.js'
import type { PriorPoints } from './points.js'
import { standardErrors } from './standard-errors.js'
import { ordered, type Theta } from './theta.js'

/** The five starts of openEBGM's documentation. */
export const STARTS: readonly Theta[] = [
  { alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, p: 1 / 3 },
  { alpha1: 0.1, beta1: 0.1, alpha2: 10, beta2: 10, p: 0.2 },
  { alpha1: 0.3, beta1: 0.5, alpha2: 6, beta2: 6, p: 0.5 },
  { alpha1: 0.5, beta1: 0.3, alpha2: 12, beta2: 12, p: 0.8 },
  { alpha1: 0.2, beta1: 0.2, alpha2: 5, beta2: 5, p: 0.4 },
]

/** A fitted prior, with what is needed to trust it or not. */
export interface FittedPrior {
  /** The component with the larger mean is the first. */
  readonly theta: Theta
  readonly mode: LikelihoodMode
  readonly negativeLogLikelihood: number
  /** The largest slope at the maximum, relative to the value, on the logarithmic scale. */
  readonly slope: number
  /** Standard errors from the Hessian, or absent where it is singular. */
  readonly standardErrors?: Theta
  /** How many of the starts ended within 1e-4 of the best value. */
  readonly agreeing: number
  readonly starts: number
  /** Whether the fit may be used, and why not. */
  readonly trusted: boolean
  readonly doubts: readonly string[]
  /** How many points it was fitted to. */
  readonly points: number
  /** Steps of the search from each start. */
  readonly steps: readonly number[]
}

/** Parameters outside these are at the edge of what the data can tell. */
const BOUNDS = { low: 1e-4, high: 1e4, share: 1e-6 } as const
const AGREE = 1e-4
/** The upper limit of the shapes and rates in openEBGM (`param_limit`). */
const OPENEBGM_LIMIT = 100

export interface FitOptions {
  readonly mode?: LikelihoodMode
  readonly starts?: readonly Theta[]
  /** Fewer points, on which the starts are tried first; the best one is then finished on all points. */
  readonly coarse?: PriorPoints
}

/**
 * Fits the prior by maximum likelihood from several starts. Deterministic.
 * A fit at the edge of its range or with a singular Hessian is returned, but not `trusted`: use the IC then.
 */
export function fitPrior(points: PriorPoints, options: FitOptions = {}): FittedPrior {
  const { mode = 'zero-inclusive', starts = STARTS, coarse } = options
  const tried = starts.map(t => minimiseFrom(coarse ?? points, t, mode))
  const first = chosen(tried, mode)
  const agreeing = tried.filter(m => Math.abs(m.value - first.value) <= AGREE).length
  const best = coarse === undefined ? first : minimiseFrom(points, thetaOf(first.x), mode)
  const theta = ordered(thetaOf(best.x))
  const errors = standardErrors(points, theta, mode)
  const doubts = doubtsOf(theta, best, errors !== undefined)
  return {
    theta,
    mode,
    negativeLogLikelihood: best.value,
    slope: Math.max(...best.gradient.map(Math.abs)) / Math.max(1, Math.abs(best.value)),
    ...(errors === undefined ? {} : { standardErrors: errors }),
    agreeing,
    starts: starts.length,
    trusted: doubts.length === 0,
    doubts,
    points: points.n.length,
    steps: tried.map(m => m.steps),
  }
}

/**
 * The end of the search to take: the best. In the compatibility mode, as openEBGM does, the best that at least
 * two starts found and that lies within its limits; where there is none, the best.
 */
function chosen(tried: readonly Minimum[], mode: LikelihoodMode): Minimum {
  const byValue = tried.toSorted((a, b) => a.value - b.value)
  const [best] = byValue
  if (best === undefined) throw new RangeError('a fit needs at least one start')
  if (mode !== 'component') return best
  const within = byValue.filter(m => Object.values(thetaOf(m.x)).every(v => v < OPENEBGM_LIMIT))
  return within.find(m => within.filter(o => Math.abs(o.value - m.value) <= AGREE).length > 1) ?? best
}

function doubtsOf(t: Theta, best: Minimum, hasErrors: boolean): string[] {
  const doubts: string[] = []
  for (const [name, value] of Object.entries(t)) {
    if (
      name === 'p'
        ? value < BOUNDS.share || value > 1 - BOUNDS.share
        : value < BOUNDS.low || value > BOUNDS.high
    ) {
      doubts.push(`${name} is at the edge of its range (${value.toPrecision(3)})`)
    }
  }
  if (!best.converged) doubts.push('the search did not come to rest')
  if (!hasErrors) doubts.push('the Hessian is singular: the data do not tell the components apart')
  return doubts
}

/** The parameters on a scale without bounds: logarithms, and the logit of the share. */
const unbounded = (t: Theta) => [
  Math.log(t.alpha1),
  Math.log(t.beta1),
  Math.log(t.alpha2),
  Math.log(t.beta2),
  Math.log(t.p / (1 - t.p)),
]

function thetaOf(x: readonly number[]): Theta {
  const e = (i: number) => Math.exp(Math.max(-40, Math.min(25, x[i] ?? 0)))
  return {
    alpha1: e(0),
    beta1: e(1),
    alpha2: e(2),
    beta2: e(3),
    p: 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, x[4] ?? 0)))),
  }
}

function minimiseFrom(points: PriorPoints, start: Theta, mode: LikelihoodMode): Minimum {
  return minimise(x => {
    const t = thetaOf(x)
    const { value, gradient } = negativeLogLikelihood(points, t, mode)
    const [a1, b1, a2, b2, p] = gradient
    return {
      value,
      gradient: [a1 * t.alpha1, b1 * t.beta1, a2 * t.alpha2, b2 * t.beta2, p * t.p * (1 - t.p)],
    }
  }, unbounded(start))
}
