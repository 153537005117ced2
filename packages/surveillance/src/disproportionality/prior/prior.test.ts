import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReference, off, reference, referenceRows } from '../../testing.js'
import { fitPrior, STARTS } from './fit.js'
import { type LikelihoodMode, negativeLogLikelihood } from './likelihood.js'
import { joined, type PriorPoints, pointsFrom } from './points.js'
import { ordered, type Theta } from './theta.js'

type Five = readonly [number, number, number, number, number]
const theta = ([alpha1, beta1, alpha2, beta2, p]: Five): Theta => ({ alpha1, beta1, alpha2, beta2, p })

function squashed(name: string): PriorPoints {
  const rows = referenceRows(name)
  const column = (n: string) => Float64Array.from(rows, r => Number(r[n]))
  return { n: column('N'), expected: column('E'), weight: column('weight') }
}
function pairs(name: string): PriorPoints {
  const rows = referenceRows(name)
  return pointsFrom(
    rows.map(r => Number(r['N'])),
    rows.map(r => Number(r['E'])),
  )
}

describe.skipIf(!hasReference)('the prior, against openEBGM', () => {
  it('likelihood at given parameters', () => {
    const { points } = reference<{
      points: readonly {
        theta: Five
        negLLsquash: number
        negLL: number
        negLL_conditional_mixture: number
      }[]
    }>('caers_likelihood.json')
    const [few, all] = [squashed('caers_squashed.csv'), pairs('caers_ebgm.csv')]
    for (const p of points) {
      const value = (data: PriorPoints, mode: LikelihoodMode) =>
        negativeLogLikelihood(data, theta(p.theta), mode).value
      expect(off(value(few, 'component'), p.negLLsquash)).toBeLessThan(1e-11)
      expect(off(value(all, 'component'), p.negLL)).toBeLessThan(1e-11)
      expect(off(value(all, 'conditional'), p.negLL_conditional_mixture)).toBeLessThan(1e-11)
    }
  })

  it('the maximum of the component likelihood, squashed and full', () => {
    const file = reference<{
      theta_used: Five
      negLL_squash_at_theta: number
      conf_int: readonly { SE: number }[]
      full_unsquashed: { negLL: number }
    }>('caers_hyper.json')
    const fit = fitPrior(squashed('caers_squashed.csv'), { mode: 'component' })
    expect(fit.negativeLogLikelihood - file.negLL_squash_at_theta).toBeLessThan(1e-7)
    expect(fit.negativeLogLikelihood).toBeCloseTo(file.negLL_squash_at_theta, 5)
    for (const [i, value] of Object.values(fit.theta).entries()) {
      expect(off(value, file.theta_used[i] ?? 0)).toBeLessThan(2e-3)
    }
    for (const [i, value] of Object.values(fit.standardErrors ?? {}).entries()) {
      expect(off(value, file.conf_int[i]?.SE ?? 0)).toBeLessThan(0.01)
    }
    // The third start finds a slightly better maximum (4161.657) that no other start finds; openEBGM passes it over.
    expect([fit.agreeing, fit.starts, fit.trusted]).toEqual([4, 5, true])
    const full = fitPrior(pairs('caers_ebgm.csv'), { mode: 'component', starts: STARTS.slice(0, 2) })
    expect(full.negativeLogLikelihood).toBeCloseTo(file.full_unsquashed.negLL, 5)
    const published = reference<{ openEBGM_published: { theta_full: Five; minimum_full: number } }>(
      'published.json',
    )
    expect(full.negativeLogLikelihood).toBeCloseTo(published.openEBGM_published.minimum_full, 3)
  })

  it('the maximum of the zero-inclusive likelihood', () => {
    const file = reference<{ theta: Five; negLL: number }>('caers_zero.json')
    const points = joined([squashed('caers_zero_bins.csv'), pairs('caers_ebgm.csv')])
    expect(
      off(negativeLogLikelihood(points, theta(file.theta), 'zero-inclusive').value, file.negLL),
    ).toBeLessThan(1e-11)
    const fit = fitPrior(points, { starts: STARTS.slice(0, 1) })
    expect(fit.negativeLogLikelihood - file.negLL).toBeLessThan(1e-5)
    expect(fit.negativeLogLikelihood).toBeCloseTo(file.negLL, 3)
    expect(off(fit.theta.alpha1, file.theta[0])).toBeLessThan(0.02)
    expect(fit.trusted).toBe(true)
  })

  it('the synthetic set', () => {
    const file = reference<{ theta: Five; negLL: number }>('synth_hyper.json')
    const fit = fitPrior(pairs('synth_expected.csv'), { mode: 'component' })
    expect(fit.negativeLogLikelihood).toBeCloseTo(file.negLL, 5)
    expect(fit.negativeLogLikelihood - file.negLL).toBeLessThan(1e-7)
    const theirs = ordered(theta(file.theta))
    expect(off(fit.theta.alpha1, theirs.alpha1)).toBeLessThan(0.01)
  })
})

describe('the prior', () => {
  it('slopes are those of the value', () => {
    const positive = fc.double({ min: 0.05, max: 5, noNaN: true })
    const mode = fc.constantFrom<LikelihoodMode>('zero-inclusive', 'component', 'conditional')
    fc.assert(
      fc.property(
        positive,
        positive,
        positive,
        positive,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        mode,
        (a, b, c, d, p, m) => {
          const points = pointsFrom([1, 1, 3, 20, 200], [0.1, 2, 1, 4, 90])
          const t = { alpha1: a, beta1: b, alpha2: c, beta2: d, p }
          const { gradient } = negativeLogLikelihood(points, t, m)
          for (const [i, name] of (['alpha1', 'beta1', 'alpha2', 'beta2', 'p'] as const).entries()) {
            const h = 1e-5 * t[name]
            const up = negativeLogLikelihood(points, { ...t, [name]: t[name] + h }, m).value
            const down = negativeLogLikelihood(points, { ...t, [name]: t[name] - h }, m).value
            const slope = (up - down) / (2 * h)
            expect(Math.abs((gradient[i] ?? 0) - slope)).toBeLessThan(1e-4 * Math.max(1, Math.abs(slope)))
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  it('is not trusted where the data cannot tell two components apart', () => {
    // Every pair is reported about as often as expected.
    const n = Array.from({ length: 400 }, (_, i) => 1 + (i % 7))
    const fit = fitPrior(pointsFrom(n, n))
    expect(fit.trusted).toBe(false)
    expect(fit.doubts.length).toBeGreaterThan(0)
  })
})
