import fc from 'fast-check'
import * as R from 'lib-r-math.js'
import { describe, expect, it } from 'vitest'
import { betaQuantile } from './beta-quantile.js'
import { digamma, trigamma } from './digamma.js'
import { lnGamma } from './gamma.js'
import { gammaQuantile } from './gamma-quantile.js'
import { incompleteBeta } from './incomplete-beta.js'
import { incompleteGamma } from './incomplete-gamma.js'
import { normalLower, normalQuantile } from './normal.js'
import { binomialLower, binomialUpper, poissonLower, poissonUpper } from './tails.js'

const off = (ours: number, theirs: number) =>
  ours === theirs ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300)
const close = (ours: number, theirs: number, tolerance: number, what: string) =>
  expect(off(ours, theirs), `${what}: ${ours} for ${theirs}`).toBeLessThanOrEqual(tolerance)

const SHAPES = [1e-3, 0.01, 0.2, 0.5, 1, 1.5, 3, 10, 37.5, 100, 1234.5, 1e4, 1.6e5]
const CHANCES = [1e-10, 1e-4, 0.025, 0.05, 0.3, 0.5, 0.7, 0.95, 0.975, 0.9999]

describe('special functions against the port of R', () => {
  it('gamma, digamma, trigamma', () => {
    for (const x of [1e-9, 1e-4, 0.1, 0.5, 0.99, 1.0001, 1.5, 2.5, 7, 14.9, 15, 99.5, 1e4, 1.6e5, 1e9]) {
      expect(Math.abs(lnGamma(x) - R.lgamma(x))).toBeLessThanOrEqual(
        4e-15 * Math.max(1, Math.abs(R.lgamma(x))),
      )
      // The port of digamma itself is good to about 1e-14 only.
      expect(Math.abs(digamma(x) - R.digamma(x))).toBeLessThanOrEqual(
        4e-14 * Math.max(1, Math.abs(R.digamma(x))),
      )
      close(trigamma(x), R.trigamma(x), 4e-13, `trigamma ${x}`)
    }
    expect([lnGamma(0), digamma(-1)]).toEqual([Number.NaN, Number.NaN])
  })

  it('gamma quantiles and tails', () => {
    for (const a of SHAPES) {
      for (const p of CHANCES) {
        const q = R.qgamma(p, a)
        if (q > 1e-290) close(gammaQuantile(p, a), q, 2e-12, `quantile ${p} of ${a}`)
        if (q > 1e-290) close(incompleteGamma(a, q).lower, R.pgamma(q, a), 2e-12, `P(${a}, ${q})`)
        close(
          gammaQuantile(1 - p, a, 'upper'),
          R.qgamma(1 - p, a, 1, undefined, false),
          2e-12,
          `upper ${p} of ${a}`,
        )
      }
    }
  })

  it('beta tails, against the binomial sums they stand for (the port is wrong here: I(2, 1, x) is x^2)', () => {
    const upperSum = (a: number, n: number, x: number) => {
      let [sum, term] = [0, (1 - x) ** n]
      for (let j = 0; j <= n; j++) {
        if (j >= a) sum += term
        term *= ((n - j) / (j + 1)) * (x / (1 - x))
      }
      return sum
    }
    for (const a of [1, 2, 7, 41]) {
      for (const b of [1, 3, 9, 160]) {
        for (const x of [1e-5, 0.01, 0.2, 0.5, 0.8]) {
          const exact = upperSum(a, a + b - 1, x)
          close(incompleteBeta(a, b, x).lower, exact, 1e-12, `I(${a}, ${b}, ${x})`)
          if (exact < 0.999) close(betaQuantile(exact, a, b), x, 1e-12, `quantile ${a}, ${b}`)
        }
      }
    }
    expect(incompleteBeta(2, 1, 0.1580250751940649).lower).toBeCloseTo(0.1580250751940649 ** 2, 15)
  })

  it('normal', () => {
    for (const z of [-30, -8, -3, -1.96, -0.1, 0, 0.5, 2, 6])
      close(normalLower(z), R.pnorm(z), 1e-13, `pnorm ${z}`)
    for (const p of [1e-200, 1e-12, ...CHANCES]) close(normalQuantile(p), R.qnorm(p), 1e-13, `qnorm ${p}`)
    expect(normalQuantile(2)).toBeNaN()
  })

  it('known values', () => {
    close(digamma(1), -0.5772156649015329, 1e-15, 'minus the constant of Euler')
    close(digamma(0.5), -0.5772156649015329 - 2 * Math.LN2, 1e-15, 'digamma 1/2')
    close(trigamma(1), Math.PI ** 2 / 6, 1e-15, 'trigamma 1')
    close(lnGamma(0.5), Math.log(Math.PI) / 2, 1e-15, 'gamma 1/2')
    for (const [x, b] of [
      [0.0056830449, 9],
      [7.2e-4, 960],
      [0.9, 2],
    ] as const) {
      const exact = -Math.expm1(b * Math.log1p(-x))
      close(incompleteBeta(1, b, x).lower, exact, 1e-13, `power law ${b}`)
      close(betaQuantile(exact, 1, b), x, 1e-13, `power law quantile ${b}`)
    }
    for (const x of [1e-8, 0.006155829702969052, 0.3, 0.9]) {
      close(incompleteBeta(0.5, 0.5, x).lower, (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-14, `arcsine ${x}`)
      close(betaQuantile(x, 0.5, 0.5), Math.sin((x * Math.PI) / 2) ** 2, 1e-14, `arcsine quantile ${x}`)
    }
  })

  it('quantile and tail undo each other', () => {
    const unit = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    const shape = fc.double({ min: 0.05, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(unit, shape, (p, a) => off(incompleteGamma(a, gammaQuantile(p, a)).lower, p) < 1e-10),
    )
    fc.assert(
      fc.property(unit, shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b)
        // Close to 1 the neighbouring numbers stand too far apart to tell.
        return x > 0.999999 || off(incompleteBeta(a, b, x).lower, p) < 1e-9
      }),
    )
  })

  it('tails of counts', () => {
    for (const [x, m] of [
      [0, 0.3],
      [3, 1.4],
      [45, 30],
      [500, 520],
    ] as const) {
      close(poissonUpper(x, m), 1 - (x === 0 ? 0 : R.ppois(x - 1, m)), 1e-10, `Poisson >= ${x}`)
      close(poissonLower(x, m), R.ppois(x, m), 1e-12, `Poisson <= ${x}`)
    }
    close(binomialUpper(2, 3, 0.1), 0.028, 1e-14, 'binomial >=')
    close(binomialLower(1, 3, 0.1), 0.972, 1e-14, 'binomial <=')
    expect([binomialUpper(0, 5, 0.5), binomialUpper(6, 5, 0.5), binomialLower(5, 5, 0.5)]).toEqual([1, 0, 1])
  })
})
