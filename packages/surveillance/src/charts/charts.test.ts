import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReference, off, reference } from '../testing.js'
import { cPoints, freezeC } from './c.js'
import { cusumChart } from './cusum.js'
import { ewmaChart } from './ewma.js'
import { freezeIndividuals, individualsPoints, movingRangePoints } from './individuals.js'
import { freezeLaney, laneyPoints } from './laney.js'
import { freezeP, pPoints } from './p.js'
import { type Counts, type Frozen, type Points, type Window, wholeOf } from './points.js'
import { freezeG, freezeT, gChart, tChart } from './rare.js'
import { cusumRunLength, ewmaRunLength } from './run-length.js'
import { anhoej } from './runs.js'
import { type Chart, shewhart } from './shewhart.js'
import { freezeU, uPoints } from './u.js'

interface Row {
  readonly y: number | null
  readonly cl: number
  readonly lcl: number
  readonly ucl: number
  readonly 'lcl.95': number
  readonly 'ucl.95': number
  readonly 'sigma.signal': boolean
  readonly 'runs.signal': boolean
  readonly 'longest.run': number
  readonly 'longest.run.max': number
  readonly 'n.crossings': number
  readonly 'n.crossings.min': number
}
type Table = readonly Readonly<Record<string, number>>[]
interface SpcFile {
  readonly inputs: Readonly<Record<string, Table>>
  readonly charts: Readonly<Record<string, readonly Row[]>>
}
interface ComplaintsFile {
  readonly input: Table
  readonly u: readonly Row[]
  readonly u_prime: readonly Row[]
}
interface CusumFile {
  readonly x: number[]
  readonly cusum: { k: number; h: number; pos: number[]; neg: number[]; upper_violations: number[] }
  readonly 'ewma_l0.1_L2.7': { y: number[]; lcl: number[]; ucl: number[] }
  readonly 'ewma_l0.2_L3': { y: number[]; lcl: number[]; ucl: number[] }
  readonly arl: Readonly<Record<string, number>>
}

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing')
  return value
}
const column = (table: Table | undefined, name: string) =>
  Float64Array.from(must(table), r => r[name] ?? Number.NaN)

/** Every number of a chart against the rows of qicharts2. `by` is the unit that the rows are given in. */
function same(chart: Chart, warning: Chart | undefined, rows: readonly Row[], by = 1): void {
  expect(chart.value).toHaveLength(rows.length)
  const fired = new Set(
    chart.signals.flatMap(s => Array.from({ length: s.until - s.since + 1 }, (_, i) => s.since + i)),
  )
  for (const [i, row] of rows.entries()) {
    const pairs = [
      [chart.value[i], row.y ?? Number.NaN],
      [chart.centre[i], row.cl],
      [chart.lower[i], row.lcl],
      [chart.upper[i], row.ucl],
      ...(warning === undefined
        ? []
        : [
            [warning.lower[i], row['lcl.95']],
            [warning.upper[i], row['ucl.95']],
          ]),
    ]
    for (const [j, [ours = 0, theirs = 0]] of pairs.entries()) {
      expect(off(ours * by, theirs), `point ${i + 1}, value ${j}: ${ours * by} for ${theirs}`).toBeLessThan(
        1e-11,
      )
    }
    expect(fired.has(i), `point ${i + 1} signals`).toBe(row['sigma.signal'])
  }
}

const counts = (table: Table | undefined, events: string, exposure: string): Counts => ({
  events: column(table, events),
  exposure: column(table, exposure),
})

describe.skipIf(!hasReference)('Shewhart charts, against qicharts2', () => {
  const file = hasReference ? reference<SpcFile>('spc_montgomery.json') : undefined
  const rows = (name: string) => must(file?.charts[name])
  const input = (name: string) => must(file?.inputs[name])
  const both = (points: Points, name: string, by = 1) =>
    same(shewhart(points), shewhart(points, { sigmas: 2 }), rows(name), by)

  it('p, with points left out of the baseline, in two parts', () => {
    const all = rows('p_ex7.1_excl15_23_part30')
    const table = input('tbl_07.03')
    for (const [part, from, to] of [
      [1, 0, 30],
      [2, 30, 94],
    ] as const) {
      const c = counts(table.slice(from, to), 'count', 'size')
      const window: Window = { from: 0, to: to - from, exclude: new Set(part === 1 ? [14, 22] : []) }
      const points = pPoints(c, must(freezeP(c, window)))
      same(shewhart(points), shewhart(points, { sigmas: 2 }), all.slice(from, to))
    }
  })

  it('p and p prime with unequal samples', () => {
    const c = counts(input('tbl_07.04'), 'count', 'size')
    const frozen = must(freezeP(c, wholeOf(25)))
    const plain = pPoints(c, frozen)
    both(plain, 'p_tbl7.4_variable_n')
    both(laneyPoints(plain, must(freezeLaney(plain, frozen, wholeOf(25)))), 'pprime_tbl7.4')
  })

  it('c, frozen after 26 points', () => {
    const events = column(input('tbl_07.08'), 'count')
    both(
      cPoints(events, must(freezeC(events, { from: 0, to: 26, exclude: new Set([5, 19]) }))),
      'c_ex7.3_excl6_20_freeze26',
    )
  })

  it('u and u prime', () => {
    const c4 = counts(input('tbl_07.10'), 'count', 'size')
    both(uPoints(c4, must(freezeU(c4, wholeOf(20)))), 'u_ex7.4_n50')
    const c5 = counts(input('tbl_07.11'), 'count', 'meters')
    const frozen = must(freezeU(c5, wholeOf(10)))
    const plain = uPoints(c5, frozen)
    both(plain, 'u_ex7.5_per50m', 50)
    both(laneyPoints(plain, must(freezeLaney(plain, frozen, wholeOf(10)))), 'uprime_ex7.5', 50)
  })

  it('complaints over sales, where u alarms everywhere and u prime does not', () => {
    const complaints = reference<ComplaintsFile>('spc_complaints.json')
    const c = counts(complaints.input, 'complaints', 'sales')
    const frozen = must(freezeU(c, wholeOf(20)))
    const plain = uPoints(c, frozen)
    same(shewhart(plain), shewhart(plain, { sigmas: 2 }), complaints.u, 1000)
    const laney = laneyPoints(plain, must(freezeLaney(plain, frozen, wholeOf(20))))
    same(shewhart(laney), shewhart(laney, { sigmas: 2 }), complaints.u_prime, 1000)
  })

  it('t', () => {
    const hours = column(input('tbl_07.14'), 'hours')
    const frozen = must(freezeT(hours, wholeOf(20)))
    same(tChart(hours, frozen), tChart(hours, frozen, { sigmas: 2 }), rows('t_ex7.6'))
  })

  it('I and MR, frozen after 20 points', () => {
    const cost = column(input('tbl_06.07'), 'cost')
    const frozen = must(freezeIndividuals(cost, { from: 0, to: 20 }))
    both(individualsPoints(cost, frozen), 'i_ex6.5_freeze20')
    same(
      shewhart(movingRangePoints(cost, must(freezeIndividuals(cost, { from: 0, to: 20 }, false)))),
      undefined,
      rows('mr_ex6.5_freeze20'),
    )
  })

  it('runs', () => {
    for (const [name, from, to, skip] of [
      ['p_ex7.1_excl15_23_part30', 0, 30, [14, 22]],
      ['p_ex7.1_excl15_23_part30', 30, 94, []],
      ['p_tbl7.4_variable_n', 0, 25, []],
      ['c_ex7.3_excl6_20_freeze26', 0, 46, [5, 19]],
      ['u_ex7.4_n50', 0, 20, []],
      ['i_ex6.5_freeze20', 0, 40, []],
      ['t_ex7.6', 0, 20, []],
    ] as const) {
      const chosen = rows(name).slice(from, to)
      const values = Float64Array.from(chosen, (r, i) =>
        skip.some(s => s === i) ? Number.NaN : (r.y ?? Number.NaN),
      )
      const row = must(chosen[0])
      const ours = anhoej(values, row.cl)
      expect([name, ours.longestRun, ours.longestRunMax, ours.crossings, ours.crossingsMin]).toEqual([
        name,
        row['longest.run'],
        row['longest.run.max'],
        row['n.crossings'],
        row['n.crossings.min'],
      ])
      expect(ours.signal !== undefined, name).toBe(row['runs.signal'])
    }
  })
})

describe.skipIf(!hasReference)('CUSUM and EWMA, against qcc and spc', () => {
  const file = hasReference ? reference<CusumFile>('cusum_ewma.json') : undefined
  const x = Float64Array.from(file?.x ?? [])
  const points: Points = {
    value: x,
    sigma: new Float64Array(x.length).fill(1),
    centre: 10,
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
  }

  it('CUSUM, and when the change began', () => {
    const { cusum } = must(file)
    const ours = cusumChart(points, cusum)
    for (const [i, v] of cusum.pos.entries()) expect(ours.high[i]).toBeCloseTo(v, 12)
    for (const [i, v] of cusum.neg.entries()) expect(ours.low[i]).toBeCloseTo(v, 12)
    expect(cusum.upper_violations).toEqual([29, 30])
    expect(ours.signals).toEqual([{ rule: 'cusum', side: 'above', since: 28, until: 29, changedFrom: 22 }])
  })

  it.each([
    [0.1, 2.7, 'ewma_l0.1_L2.7'],
    [0.2, 3, 'ewma_l0.2_L3'],
  ] as const)('EWMA %f, %f', (lambda, width, name) => {
    const ours = ewmaChart(points, { lambda, width })
    const { y, lcl, ucl } = must(file)[name]
    for (const i of y.keys()) {
      expect(ours.value[i]).toBeCloseTo(must(y[i]), 12)
      expect(ours.lower[i]).toBeCloseTo(must(lcl[i]), 12)
      expect(ours.upper[i]).toBeCloseTo(must(ucl[i]), 12)
    }
  })

  it('average run lengths', () => {
    const arl = must(file).arl
    const ours: Readonly<Record<string, number>> = {
      'cusum_two_sided_k0.5_h5_mu0': cusumRunLength({ k: 0.5, h: 5 }),
      'cusum_one_sided_k0.5_h5_mu0': cusumRunLength({ k: 0.5, h: 5, sides: 1 }),
      'cusum_k0.5_h5_mu1': cusumRunLength({ k: 0.5, h: 5, shift: 1, sides: 1 }),
      'cusum_k0.5_h4_two_mu0': cusumRunLength({ k: 0.5, h: 4 }),
      'ewma_l0.1_L2.7_two_mu0': ewmaRunLength({ lambda: 0.1, width: 2.7 }),
      'ewma_l0.1_L2.7_two_mu1': ewmaRunLength({ lambda: 0.1, width: 2.7, shift: 1 }),
      'ewma_l0.2_L3_two_mu0': ewmaRunLength({ lambda: 0.2, width: 3 }),
    }
    expect(Object.keys(ours).sort()).toEqual(Object.keys(arl).sort())
    for (const [name, theirs] of Object.entries(arl)) {
      expect(off(ours[name] ?? Number.NaN, theirs), `${name}: ${ours[name]}`).toBeLessThan(1e-6)
    }
  })
})

describe('charts', () => {
  it('a period without exposure is not tested and breaks no run', () => {
    const c: Counts = {
      events: Float64Array.from([2, 9, 0, 9, 2]),
      exposure: Float64Array.from([100, 100, 0, 100, 100]),
    }
    const chart = shewhart(uPoints(c, { centre: 0.02, spread: 0, points: 24 }))
    expect([chart.judged, chart.value[2], chart.upper[2]]).toEqual([4, Number.NaN, Number.NaN])
    expect(chart.signals).toEqual([{ rule: 'limits', side: 'above', since: 1, until: 3 }])
  })

  it('the first event over a baseline without any is beyond every limit', () => {
    const c: Counts = { events: Float64Array.from([0, 0, 1]), exposure: new Float64Array(3).fill(500) }
    const frozen = must(freezeU(c, { from: 0, to: 2 }))
    expect(shewhart(uPoints(c, frozen)).signals).toEqual([
      { rule: 'limits', side: 'above', since: 2, until: 2 },
    ])
    expect(cusumChart(uPoints(c, frozen)).signals).toHaveLength(1)
  })

  it('zone rules look at both sides, and fire on the point that completes the pattern', () => {
    const value = Float64Array.from([0, 2.1, 0, 2.2, 0, -2.1, -2.3, 0])
    const points: Points = { value, sigma: new Float64Array(8).fill(1), centre: 0, min: -99, max: 99 }
    expect(shewhart(points, { rules: ['2-of-3'] }).signals).toEqual([
      { rule: '2-of-3', side: 'above', since: 3, until: 3 },
      { rule: '2-of-3', side: 'below', since: 6, until: 6 },
    ])
    expect(shewhart(points, { rules: ['2-of-3'], side: 'above' }).signals).toHaveLength(1)
    const high: Points = {
      ...points,
      value: new Float64Array(10).fill(0.5),
      sigma: new Float64Array(10).fill(1),
    }
    expect(shewhart(high, { rules: ['9-in-a-row'] }).signals).toEqual([
      { rule: '9-in-a-row', side: 'above', since: 8, until: 9 },
    ])
  })

  it('g: limits from the geometric law, the line is the median', () => {
    const gaps = Float64Array.from([4, 1, 7, 2, 30])
    const frozen = must(freezeG(gaps, { from: 0, to: 4 }))
    expect(frozen).toEqual({ centre: 3.5, spread: 3, points: 4 })
    const chart = gChart(gaps, frozen)
    expect([chart.centre[0], chart.lower[0], chart.upper[0]]).toEqual([3, 0, 3.5 + 3 * Math.sqrt(3.5 * 4.5)])
    expect(chart.signals).toEqual([{ rule: 'limits', side: 'above', since: 4, until: 4 }])
  })

  it('the EWMA limits are those of the formula, the bug of squaring nothing is not repeated', () => {
    const points: Points = {
      value: new Float64Array(12).fill(5.9),
      sigma: new Float64Array(12).fill(1.95),
      centre: 5.9,
      min: 0,
      max: Number.POSITIVE_INFINITY,
    }
    const { upper, value } = ewmaChart(points, { lambda: 0.85 })
    const exact = (i: number) => 5.9 + 3 * 1.95 * Math.sqrt((0.85 / 1.15) * (1 - 0.15 ** (2 * i)))
    expect(value[0]).toBeCloseTo(5.9, 12)
    for (const i of [1, 2, 12]) expect(upper[i - 1]).toBeCloseTo(exact(i), 12)
  })

  it('later points never move a frozen baseline', () => {
    const count = fc.integer({ min: 0, max: 50 })
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 6, maxLength: 6 }),
        fc.array(count, { minLength: 1 }),
        (base, later) => {
          const window = { from: 0, to: 6 }
          const series = (events: number[]): Counts => ({
            events: Float64Array.from(events),
            exposure: new Float64Array(events.length).fill(100),
          })
          const frozen: Frozen | undefined = freezeU(series(base), window)
          expect(freezeU(series([...base, ...later]), window)).toEqual(frozen)
          const long = shewhart(uPoints(series([...base, ...later]), must(frozen)), { judgeFrom: 6 })
          expect(long.judged).toBe(later.length)
          expect(long.signals.every(s => s.since >= 6)).toBe(true)
        },
      ),
    )
  })
})
