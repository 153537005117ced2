import { describe, expect, it } from 'vitest'
import { hasReference, off, reference, referenceRows } from '../testing.js'
import { eachExpected } from './counting/each-expected.js'
import { PairCounter } from './counting/pair-counter.js'
import { devicesOf, expectedOf, type PairTable } from './counting/pair-table.js'
import { Dictionary, sortByReport } from './counting/rows.js'
import { ebgm, posterior } from './eb/posterior.js'
import { ebQuantile } from './eb/quantile.js'
import { chiSquare } from './measures/chi-square.js'
import { informationComponent } from './measures/ic.js'
import { prr } from './measures/prr.js'
import { ror } from './measures/ror.js'
import { fromMargins } from './measures/two-by-two.js'
import { DEFAULT_SQUASH, fitPointsOf, type SquashPlan, zeroPoints } from './prior/bins.js'
import { fitPrior, STARTS } from './prior/fit.js'
import { type PriorPoints, pointsFrom } from './prior/points.js'
import { autoSquash, squash } from './prior/squash.js'
import { SCORE_COLUMNS, type ScoreColumn, scorePairs } from './score.js'

/** A table with a planted structure, from a small generator that needs no seed library. */
function planted(reports: number, strata?: number): PairTable {
  let state = 42
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  const [devices, events] = [80, 60]
  const rows: number[][] = []
  for (let r = 0; r < reports; r++) {
    const device = Math.floor(devices * next() ** 3)
    for (let k = 0; k < 1 + Math.floor(3 * next()); k++) {
      const event =
        next() < 0.5 ? (device * 7 + Math.floor(4 * next())) % events : Math.floor(events * next() ** 2)
      rows.push([r, device, event, strata === undefined ? 0 : r % strata])
    }
  }
  const column = (i: number) => Int32Array.from(rows, r => r[i] ?? 0)
  const counter = new PairCounter({ devices, events, ...(strata === undefined ? {} : { strata }) })
  counter.add({
    report: column(0),
    device: column(1),
    event: column(2),
    ...(strata === undefined ? {} : { stratum: column(3) }),
  })
  return counter.table()
}

const THETA = { alpha1: 0.263, beta1: 0.0424, alpha2: 2.024, beta2: 2.943, p: 0.0676 }

function collected(table: PairTable): Record<string, Float64Array> {
  const all: Record<string, Float64Array> = Object.fromEntries(
    SCORE_COLUMNS.map(c => [c, new Float64Array(table.n.length)]),
  )
  scorePairs(
    table,
    THETA,
    ({ from, to, columns }) => {
      for (const c of SCORE_COLUMNS) all[c]?.set(columns[c].subarray(0, to - from), from)
    },
    { blockSize: 1000 },
  )
  return all
}

describe('scoring', () => {
  it.each([
    ['without strata', undefined],
    ['with three strata', 3],
  ])('says of every pair what the single measures say, %s', (_, strata) => {
    const table = planted(40_000, strata)
    const device = devicesOf(table)
    const all = collected(table)
    let worst = 0
    for (let i = 0; i < table.n.length; i++) {
      const [a = 0, d = 0, e = 0] = [table.n[i], device[i], table.event[i]]
      const t = fromMargins(a, table.deviceReports[d] ?? 0, table.eventReports[e] ?? 0, table.reports)
      const expected = expectedOf(table, d, e)
      const [p, r, ic] = [prr(t), ror(t), informationComponent(a, expected)]
      const post = posterior(THETA, a, expected)
      const truth: Partial<Record<ScoreColumn, number>> = {
        expected,
        prr: p?.estimate ?? Number.NaN,
        prrLower: p?.lower ?? Number.NaN,
        prrUpper: p?.upper ?? Number.NaN,
        ror: r?.estimate ?? Number.NaN,
        rorLower: r?.lower ?? Number.NaN,
        rorUpper: r?.upper ?? Number.NaN,
        icLower: ic.lower,
        icUpper: ic.upper,
      }
      for (const [name, value] of Object.entries(truth)) {
        const ours = all[name]?.[i] ?? 0
        if (off(ours, value) > 1e-9 && Math.abs(ours - value) > 1e-9)
          expect.fail(`${name} of ${a}: ${ours} for ${value}`)
      }
      expect(all['chiSquareYates']?.[i]).toBeCloseTo(chiSquare(t, 'yates') ?? Number.NaN, 6)
      const bayes = { ebgm: ebgm(post), eb025: 0.025, eb05: 0.05, eb95: 0.95, eb975: 0.975 }
      for (const [name, level] of Object.entries(bayes)) {
        const value = name === 'ebgm' ? level : ebQuantile(post, level)
        worst = Math.max(worst, off(all[name]?.[i] ?? 0, value))
      }
    }
    expect(worst).toBeLessThan(1e-6)
  })

  it('expects the same pair by pair and all at once', () => {
    for (const table of [planted(3000), planted(3000, 4)]) {
      const device = devicesOf(table)
      eachExpected(table, (i, e) => {
        expect(off(e, expectedOf(table, device[i] ?? 0, table.event[i] ?? 0))).toBeLessThan(1e-14)
      })
    }
  })
})

describe('points for the prior', () => {
  it('the never-reported pairs weigh what is missing from the table', () => {
    for (const table of [planted(3000), planted(3000, 4)]) {
      const zero = zeroPoints(table, 100)
      const filled = (c: Float64Array) => c.filter(v => v > 0).length
      const cells = filled(table.deviceReports) * filled(table.eventReports)
      expect(zero.weight.reduce((a, b) => a + b, 0)).toBe(cells - table.n.length)
    }
  })

  it('binning moves the fit little', () => {
    const table = planted(40_000)
    const exact = fitPrior(
      fitPointsOf(table, true, { exactBelow: 1e9, width: 0.1, coarseWidth: 0.4, zeroBins: 5000 }).points,
      { starts: STARTS.slice(0, 1) },
    )
    const { points, coarse } = fitPointsOf(table, true, {
      exactBelow: 0,
      width: 0.1,
      coarseWidth: 0.4,
      zeroBins: 2000,
    })
    const quick = fitPrior(points, coarse === undefined ? {} : { coarse })
    for (const name of ['alpha1', 'beta1', 'alpha2', 'beta2', 'p'] as const) {
      expect(off(quick.theta[name], exact.theta[name]), name).toBeLessThan(0.02)
    }
  })
})

function same(ours: PriorPoints, name: string): void {
  const theirs = referenceRows(name).toSorted(
    (a, b) => Number(a['N']) - Number(b['N']) || Number(a['E']) - Number(b['E']),
  )
  expect(ours.n).toHaveLength(theirs.length)
  for (const [i, row] of theirs.entries()) {
    if (Number(row['weight']) !== ours.weight[i] || off(ours.expected[i] ?? 0, Number(row['E'])) > 1e-12) {
      expect.fail(`${name}, point ${i}`)
    }
  }
}

describe.skipIf(!hasReference)('squashing, against openEBGM', () => {
  it('squashData twice, and autoSquash', () => {
    const rows = referenceRows('caers_ebgm.csv')
    const all = pointsFrom(
      rows.map(r => Number(r['N'])),
      rows.map(r => Number(r['E'])),
    )
    same(squash(squash(all, { count: 1 }), { count: 2, binSize: 10, keep: 50 }), 'caers_squashed.csv')
    same(autoSquash(all), 'caers_autosquash.csv')
  })

  it('the caers reports from their rows: counts, expectations and the number of signals', () => {
    const rows = referenceRows('caers_events.csv')
    const [ids, devices, events] = [new Dictionary(), new Dictionary(), new Dictionary()]
    const counter = new PairCounter({ devices: 4000, events: 4000 })
    counter.add(
      sortByReport({
        report: Int32Array.from(rows, r => ids.numberOf(r['id'] ?? '')),
        device: Int32Array.from(rows, r => devices.numberOf(r['var1'] ?? '')),
        event: Int32Array.from(rows, r => events.numberOf(r['var2'] ?? '')),
      }),
    )
    const table = counter.table()
    expect([table.reports, table.n.length]).toEqual([3356, 17_189])
    for (const r of referenceRows('caers_ebgm.csv')) {
      const [d, e] = [devices.numberOf(r['var1'] ?? ''), events.numberOf(r['var2'] ?? '')]
      expect(counter.count(d, e)).toBe(Number(r['N']))
      if (off(expectedOf(table, d, e), Number(r['E'])) > 1e-12) expect.fail(`${r['var1']} ${r['var2']}`)
    }
    const file = reference<{ theta: number[]; negLL: number; n_EB05_ge_2: { zero: number } }>(
      'caers_zero.json',
    )
    const signals = (plan: SquashPlan) => {
      const fit = fitPrior(fitPointsOf(table, true, plan).points, { starts: STARTS.slice(0, 1) })
      let count = 0
      scorePairs(table, fit.theta, ({ from, to, columns }) => {
        for (let i = 0; i < to - from; i++) if ((columns.eb05[i] ?? 0) >= 2) count += 1
      })
      return { fit, count }
    }
    const theirs = signals({ ...DEFAULT_SQUASH, zeroBy: 'equal-count' })
    expect(theirs.fit.negativeLogLikelihood).toBeCloseTo(file.negLL, 3)
    expect(off(theirs.fit.theta.alpha1, file.theta[0] ?? 0)).toBeLessThan(0.01)
    expect(theirs.count).toBe(file.n_EB05_ge_2.zero)
    // With the never-reported pairs of large expectation standing for themselves, as without any bins at all.
    const ours = signals(DEFAULT_SQUASH)
    expect(ours.fit.negativeLogLikelihood).toBeCloseTo(87_348.317, 2)
    expect(ours.count).toBe(97)
  })
})
