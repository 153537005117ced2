import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReference, off, reference } from '../../testing.js'
import { chiSquare } from './chi-square.js'
import { evans } from './evans.js'
import { fisher } from './fisher.js'
import { approximateLimits, informationComponent } from './ic.js'
import { normalInformationComponent } from './ic-normal.js'
import { huangLogRatio, poissonLogRatio } from './likelihood-ratio.js'
import { prr } from './prr.js'
import { ror } from './ror.js'
import { expected, fromMargins, type TwoByTwo } from './two-by-two.js'

type Interval = { est: number; var_ln: number; lo95: number; hi95: number }
interface Computed extends TwoByTwo {
  readonly name?: string
  readonly E: number
  readonly prr?: Interval
  readonly ror?: Interval
  readonly chisq_pearson: number | null
  readonly chisq_yates: number | null
  readonly fisher_p_greater: number
  readonly fisher_p_two: number
  readonly ic_bcpnn_norm: { E: number; V: number; lo95: number; hi95: number }
  readonly ic_shrink_approx?: { est: number; lo95: number; hi95: number }
  readonly ic_shrink_exact: { est: number; ic025: number; ic500: number; ic975: number }
  readonly lrt: { loglr_huang: number; loglr_poisson: number }
  readonly evans_signal: boolean
}

/** Every number that the reference gives for one table. */
function compare(t: Computed): void {
  const near = (ours: number | undefined, theirs: number, what: string, tolerance = 1e-11) =>
    expect(
      Math.min(off(ours ?? Number.NaN, theirs), Math.abs((ours ?? Number.NaN) - theirs)),
      `${t.name} ${what}: ${ours} for ${theirs}`,
    ).toBeLessThan(tolerance)
  near(expected(t), t.E, 'E')
  for (const [ours, theirs, what] of [
    [prr(t), t.prr, 'PRR'],
    [ror(t), t.ror, 'ROR'],
  ] as const) {
    if (theirs === undefined) continue
    near(ours?.estimate, theirs.est, what)
    near(ours?.lower, theirs.lo95, what)
    near(ours?.upper, theirs.hi95, what)
    near(ours?.varianceOfLog, theirs.var_ln, what)
  }
  // null: a margin is zero.
  if (t.chisq_pearson === null || t.chisq_yates === null) expect(chiSquare(t, 'none')).toBeUndefined()
  else {
    near(chiSquare(t, 'none'), t.chisq_pearson, 'chi-square')
    near(chiSquare(t, 'yates'), t.chisq_yates, 'Yates')
  }
  // Very small p-values lose digits to the logarithm of large factorials.
  expect(off(fisher(t).greater, t.fisher_p_greater)).toBeLessThan(1e-7)
  expect(off(fisher(t).twoSided, t.fisher_p_two)).toBeLessThan(1e-7)
  const normal = normalInformationComponent(t)
  near(normal.estimate, t.ic_bcpnn_norm.E, 'IC 1998')
  near(normal.variance, t.ic_bcpnn_norm.V, 'V 1998')
  near(normal.lower, t.ic_bcpnn_norm.lo95, 'IC 1998 lower')
  near(normal.upper, t.ic_bcpnn_norm.hi95, 'IC 1998 upper')
  const ic = informationComponent(t.a, t.E)
  near(ic.estimate, t.ic_shrink_exact.est, 'IC')
  near(ic.lower, t.ic_shrink_exact.ic025, 'IC025')
  near(ic.median, t.ic_shrink_exact.ic500, 'IC500')
  near(ic.upper, t.ic_shrink_exact.ic975, 'IC975')
  const approximate = approximateLimits(t.a, t.E)
  if (t.ic_shrink_approx !== undefined) {
    near(approximate?.lower, t.ic_shrink_approx.lo95, 'approximate IC025')
    near(approximate?.upper, t.ic_shrink_approx.hi95, 'approximate IC975')
  }
  near(huangLogRatio(t), t.lrt.loglr_huang, 'log ratio', 1e-9)
  near(poissonLogRatio(t), t.lrt.loglr_poisson, 'Poisson log ratio')
  // Where the PRR cannot be estimated they say no; we say that the rule does not answer.
  if (t.c > 0 && t.a > 0 && t.b > 0) expect(evans(t), `${t.name} Evans`).toBe(t.evans_signal)
}

describe.skipIf(!hasReference)('measures, against pharmsignal and R', () => {
  it('twelve tables', () => {
    const { cases } = reference<{ cases: readonly Computed[] }>('twobytwo.json')
    expect(cases).toHaveLength(12)
    for (const c of cases) compare(c)
  })

  it('published examples', () => {
    const { cases } = reference<{ cases: readonly { source: string; computed: Computed }[] }>(
      'published.json',
    )
    expect(cases.length).toBeGreaterThan(5)
    for (const c of cases) compare({ name: c.source, ...c.computed })
  })
})

describe('measures', () => {
  it('rifabutin and uveitis, as Evans published it', () => {
    const t = fromMargins(41, 55, 795, 592_767)
    expect(t).toEqual({ a: 41, b: 14, c: 754, d: 591_958 })
    expect(prr(t)?.estimate).toBeCloseTo(586, 0)
    expect(evans(t)).toBe(true)
  })

  it('what cannot be estimated is not there, what always can is', () => {
    expect(prr({ a: 0, b: 12, c: 49, d: 300 })).toBeUndefined()
    expect(prr({ a: 16, b: 350, c: 0, d: 3000 })).toBeUndefined()
    expect(evans({ a: 16, b: 350, c: 0, d: 3000 })).toBeUndefined()
    expect(prr({ a: 4, b: 0, c: 90, d: 5000 })?.estimate).toBeCloseTo(5090 / 90, 10)
    expect(ror({ a: 4, b: 0, c: 90, d: 5000 })).toBeUndefined()
    expect(chiSquare({ a: 0, b: 0, c: 9, d: 5 }, 'none')).toBeUndefined()
    expect(informationComponent(0, 3).estimate).toBeCloseTo(Math.log2(0.5 / 3.5), 12)
    expect(approximateLimits(0, 3)).toBeUndefined()
  })

  it('no number is infinite or missing where a table is full, however large', () => {
    const count = fc.integer({ min: 1, max: 2 ** 31 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const t = { a, b, c, d }
        const [p, r] = [prr(t), ror(t)]
        const numbers = [p?.lower, p?.upper, r?.lower, r?.upper, chiSquare(t, 'yates'), huangLogRatio(t)]
        return (
          numbers.every(Number.isFinite) &&
          (p?.lower ?? 0) <= (p?.estimate ?? 0) &&
          (p?.estimate ?? 0) <= (p?.upper ?? 0) &&
          (chiSquare(t, 'yates') ?? 0) <= (chiSquare(t, 'none') ?? 0) * (1 + 1e-9)
        )
      }),
    )
  })
})
