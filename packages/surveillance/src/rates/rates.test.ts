import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReference, off, reference } from '../testing.js'
import { binomialInterval } from './binomial-share.js'
import { binomialTest, poissonTest } from './exact-test.js'
import { negativeBinomialTrend } from './negative-binomial-trend.js'
import { poissonInterval, poissonLowerLimit, poissonRate } from './poisson-rate.js'
import { poissonTrend } from './poisson-trend.js'
import { rateRatio } from './rate-ratio.js'
import { severityTrend } from './severity-trend.js'

interface TrendRow {
  readonly period: number
  readonly incidents: number
  readonly units: number
}
interface PoissonFile {
  readonly one_sample: readonly Record<string, number>[]
  readonly two_sample: readonly Record<string, number | null>[]
  readonly poisson_trend: Readonly<Record<string, number>> & { readonly data: readonly TrendRow[] }
  readonly negbin_trend: Readonly<Record<string, number>> & { readonly data: readonly TrendRow[] }
}

const columns = (rows: readonly TrendRow[]) =>
  [
    Float64Array.from(rows, r => r.period),
    Float64Array.from(rows, r => r.incidents),
    Float64Array.from(rows, r => r.units),
  ] as const

describe.skipIf(!hasReference)('rates, against R', () => {
  const file = hasReference ? reference<PoissonFile>('poisson.json') : undefined

  it('one sample', () => {
    for (const c of file?.one_sample ?? []) {
      const [x = 0, exposure = 0] = [c['x'], c['exposure']]
      const rate = poissonRate(x, exposure)
      const test = poissonTest(x, (c['null_rate'] ?? 0) * exposure)
      const pairs: [number | undefined, number | undefined][] = [
        [rate?.rate, c['rate']],
        [rate?.interval.lower, c['ci95_lo']],
        [rate?.interval.upper, c['ci95_hi']],
        [poissonLowerLimit(x, exposure), c['lower_one_sided95']],
        [test.greater, c['p_greater']],
        [test.twoSided, c['p_two']],
        [test.midGreater, c['midp_greater']],
      ]
      for (const [i, [ours = Number.NaN, theirs = Number.NaN]] of pairs.entries()) {
        expect(off(ours, theirs), `${x} of ${exposure}, value ${i}`).toBeLessThan(1e-12)
      }
    }
  })

  it('two samples', () => {
    for (const c of file?.two_sample ?? []) {
      const number = (name: string) => c[name] ?? Number.POSITIVE_INFINITY
      const ours = rateRatio(
        { events: number('x1'), exposure: number('T1') },
        { events: number('x0'), exposure: number('T0') },
      )
      if (ours === undefined) throw new Error('the exposures are not zero')
      for (const [mine, theirs] of [
        [ours.ratio, number('rate_ratio')],
        [ours.greater, number('p_greater')],
        [ours.twoSided, number('p_two')],
        [ours.interval.lower, number('ci95_lo')],
        [ours.interval.upper, number('ci95_hi')],
        [ours.midGreater, number('midp_greater')],
      ] as const) {
        expect(off(mine, theirs)).toBeLessThan(1e-11)
      }
    }
  })

  it('trends', () => {
    const p = file?.poisson_trend
    const ours = poissonTrend(...columns(p?.data ?? []))
    for (const [mine, theirs] of [
      [ours?.slope, p?.['beta']],
      [ours?.standardError, p?.['se']],
      [ours?.waldP, p?.['wald_p']],
      [ours?.lrChiSquare, p?.['lr_chisq']],
      [ours?.lrP, p?.['lr_p']],
      [ours?.ratioPerUnit, p?.['rate_ratio_per_period']],
      [ours?.deviance, p?.['deviance']],
      [ours?.dispersion, p?.['pearson_dispersion']],
    ]) {
      expect(off(mine ?? Number.NaN, theirs ?? Number.NaN)).toBeLessThan(1e-6)
    }
    const n = file?.negbin_trend
    const nb = negativeBinomialTrend(...columns(n?.data ?? []))
    for (const [mine, theirs] of [
      [nb?.slope, n?.['beta']],
      [nb?.standardError, n?.['se']],
      [nb?.theta, n?.['theta']],
      [nb?.twiceLogLikelihood, n?.['twologlik']],
    ]) {
      expect(off(mine ?? Number.NaN, theirs ?? Number.NaN)).toBeLessThan(1e-5)
    }
  })
})

describe('rates', () => {
  it('there is no rate without a denominator', () => {
    expect(poissonRate(3, 0)).toBeUndefined()
    expect(binomialInterval(0, 0)).toBeUndefined()
    expect(rateRatio({ events: 1, exposure: 0 }, { events: 1, exposure: 5 })).toBeUndefined()
  })

  it('the interval holds the estimate and inverts the test', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), x => {
        const { lower, upper } = poissonInterval(x)
        const edge = x === 0 || Math.abs(poissonTest(x, lower).greater - 0.025) < 1e-9
        return lower <= x && x < upper && edge
      }),
    )
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), (a, n) => {
        const x = Math.min(a, n)
        const i = binomialInterval(x, n)
        if (i === undefined) return false
        const edge = x === 0 || Math.abs(binomialTest(x, n, i.lower).greater - 0.025) < 1e-9
        return i.lower <= x / n && x / n <= i.upper && edge
      }),
    )
  })

  it('no event at all says nothing about the ratio', () => {
    expect(rateRatio({ events: 0, exposure: 10 }, { events: 0, exposure: 10 })).toMatchObject({
      interval: { lower: 0, upper: Number.POSITIVE_INFINITY },
      twoSided: 1,
    })
  })

  it('a line that cannot be fitted is not there', () => {
    const one = new Float64Array([1, 2, 3])
    expect(poissonTrend(one, new Float64Array(3), one)).toBeUndefined()
    expect(poissonTrend(new Float64Array(3), one, one)).toBeUndefined()
    expect(negativeBinomialTrend(one, new Float64Array([5, 5, 5]), one)).toBeUndefined()
  })

  it('more severe than before', () => {
    expect(severityTrend([40, 10, 2], [10, 10, 8])?.greater).toBeLessThan(0.001)
    expect(severityTrend([40, 10, 2], [40, 10, 2])?.z).toBeCloseTo(0, 12)
    expect(severityTrend([5, 0], [3, 0])).toBeUndefined()
  })
})
