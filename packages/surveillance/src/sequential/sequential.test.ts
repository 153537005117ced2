import { describe, expect, it } from 'vitest'
import { hasReference, off, reference } from '../testing.js'
import { maxsprtBinomial, maxsprtBinomialCriticalValue, maxsprtBinomialLlr } from './maxsprt-binomial.js'
import { maxsprtPoisson, maxsprtPoissonLlr } from './maxsprt-poisson.js'
import { maxsprtPoissonCriticalValue, maxsprtPoissonGroupCriticalValue } from './maxsprt-poisson-critical.js'
import { sprt, sprtBounds } from './sprt.js'

interface CvFile {
  readonly continuous: readonly { T: number; M: number; alpha: number; D: number; cv: number | string }[]
  readonly group: { GroupSizes: number[]; alpha: number; cv: number }
}
interface MdsFile {
  readonly series: readonly {
    readonly data: readonly { nA: number }[]
    readonly runs: readonly {
      readonly algo: string
      readonly params: Readonly<Record<string, number>>
      readonly result: { statistic: number; lcl: number; ucl: number; h0: number } | null
    }[]
  }[]
}

describe.skipIf(!hasReference)('sequential tests, against other software', () => {
  it('critical values of Sequential, and where it has none', () => {
    const { continuous, group } = reference<CvFile>('maxsprt_cv.json')
    expect(continuous).toHaveLength(27)
    for (const { T, M, alpha, D, cv } of continuous) {
      const ours = maxsprtPoissonCriticalValue({ upperLimit: T, minEvents: M, alpha, firstLookAt: D })
      if (typeof cv === 'string') expect(ours, `T ${T}, M ${M}`).toBeUndefined()
      else expect(off(ours ?? Number.NaN, cv), `T ${T}, M ${M}: ${ours} for ${cv}`).toBeLessThan(2e-6)
    }
    const ours = maxsprtPoissonGroupCriticalValue(group.GroupSizes, group.alpha)
    expect(ours).toBeCloseTo(group.cv, 5)
  })

  it('the SPRT of mdsstat, which counts periods as exposure', () => {
    for (const { data, runs } of reference<MdsFile>('mdsstat_maude.json').series) {
      for (const { params, result } of runs.filter(r => r.algo === 'sprt' && r.result !== null)) {
        const periods = params['obs_period'] ?? 1
        const seen = data.slice(-periods)
        const rate = result?.h0 ?? 0
        const h1 = params['h1']
        const ours = sprt(
          { events: Float64Array.from(seen, d => d.nA), exposure: new Float64Array(periods).fill(1) },
          {
            rate,
            relativeRisk: h1 === undefined ? (params['relative_risk'] ?? 0) : h1 / rate,
            alpha: params['alpha'] ?? 0.05,
            beta: params['beta'] ?? 0.2,
          },
        )
        const sum = ours.accepted.length > 0 ? undefined : ours.llr.at(-1)
        if (sum !== undefined) expect(sum).toBeCloseTo(result?.statistic ?? 0, 10)
        expect([ours.lower, ours.upper]).toEqual(
          [result?.lcl, result?.ucl].map(v => expect.closeTo(v ?? 0, 10)),
        )
      }
    }
  })
})

describe('sequential tests', () => {
  it('SPRT fires once, keeps since when, and starts again after the old rate was accepted', () => {
    const exposure = new Float64Array(8).fill(100)
    const quiet = sprt({ events: new Float64Array(8), exposure }, { rate: 0.02, relativeRisk: 2 })
    expect([quiet.signals.length, quiet.accepted]).toEqual([0, [0, 1, 2, 3, 4, 5, 6, 7]])
    const rising = Float64Array.from([2, 3, 6, 9, 8, 9, 9, 9])
    const found = sprt({ events: rising, exposure }, { rate: 0.02, relativeRisk: 2 })
    expect(found.signals).toEqual([{ rule: 'sprt', side: 'above', since: 3, until: 7 }])
    expect(sprtBounds().upper).toBeCloseTo(Math.log(16), 12)
  })

  it('the published value for 10 expected events, and a first look that is not at zero', () => {
    expect(maxsprtPoissonCriticalValue({ upperLimit: 10 })).toBeCloseTo(3.467952, 6)
    const late = maxsprtPoissonCriticalValue({ upperLimit: 10, firstLookAt: 2 })
    expect(late).toBeLessThan(3.467952)
  })

  it('maxSPRT stands from the look that crossed, and ends at its limit', () => {
    const exposure = new Float64Array(6).fill(50)
    const options = { rate: 0.02, criticalValue: 3.467952, upperLimit: 10 }
    const found = maxsprtPoisson({ events: Float64Array.from([1, 2, 5, 4, 6, 2]), exposure }, options)
    expect(found.signals).toEqual([{ rule: 'maxsprt', side: 'above', since: 3, until: 5 }])
    expect(found.llr[3]).toBeCloseTo(maxsprtPoissonLlr(12, 4), 12)
    const quiet = maxsprtPoisson({ events: new Float64Array(6), exposure }, { ...options, upperLimit: 4 })
    expect([quiet.signals.length, quiet.endedAt, quiet.judged]).toEqual([0, 4, 4])
  })

  it('binomial maxSPRT: the critical value keeps alpha, by brute force over every path', () => {
    const [p, n, alpha] = [0.4, 12, 0.05]
    const value = maxsprtBinomialCriticalValue({ p, upperLimit: n, alpha }) ?? Number.NaN
    const chance = (limit: number) => {
      let sum = 0
      for (let path = 0; path < 2 ** n; path++) {
        let [cases, hit] = [0, false]
        for (let i = 1; i <= n; i++) {
          cases += (path >> (i - 1)) & 1
          if (maxsprtBinomialLlr(cases, i, p) >= limit * (1 - 1e-12)) hit = true
        }
        if (hit) sum += p ** cases * (1 - p) ** (n - cases)
      }
      return sum
    }
    expect(chance(value)).toBeLessThanOrEqual(alpha)
    const run = maxsprtBinomial(Float64Array.from([1, 3, 5]), Float64Array.from([1, 0, 0]), {
      p,
      criticalValue: value,
      upperLimit: n,
    })
    expect(run.signals).toEqual([{ rule: 'maxsprt-binomial', side: 'above', since: 2, until: 2 }])
  })
})
