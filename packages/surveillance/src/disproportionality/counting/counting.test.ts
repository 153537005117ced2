import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReference, reference } from '../../testing.js'
import { DenseCells, SparseCells } from './cells.js'
import { PairCounter } from './pair-counter.js'
import { expectedOf, type PairTable } from './pair-table.js'
import { Dictionary, type ReportRows, sortByReport } from './rows.js'

interface RawRow {
  readonly id: number | string
  readonly var1: string
  readonly var2: string
  readonly strat1?: string
  readonly strat2?: string
}
interface Pair {
  readonly var1: string
  readonly var2: string
  readonly N: number
  readonly E: number
}
type RawFile = Readonly<Record<'input' | 'multi_input', readonly RawRow[]>> &
  Readonly<Record<'unstratified' | 'stratified' | 'multi_unstratified', readonly Pair[]>>

function counted(rows: readonly RawRow[], stratumOf?: (r: RawRow) => string) {
  const [ids, devices, events, strata] = [
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
  ]
  const sorted = sortByReport({
    report: Int32Array.from(rows, r => ids.numberOf(String(r.id))),
    device: Int32Array.from(rows, r => devices.numberOf(r.var1)),
    event: Int32Array.from(rows, r => events.numberOf(r.var2)),
    ...(stratumOf === undefined
      ? {}
      : { stratum: Int32Array.from(rows, r => strata.numberOf(stratumOf(r))) }),
  })
  const counter = new PairCounter({
    devices: devices.names.length,
    events: events.names.length,
    ...(stratumOf === undefined ? {} : { strata: strata.names.length }),
  })
  counter.add(sorted)
  return { counter, table: counter.table(), devices, events }
}

describe.skipIf(!hasReference)('counting, against openEBGM', () => {
  it.each(['unstratified', 'stratified', 'multi_unstratified'] as const)('%s', name => {
    const file = reference<RawFile>('processraw_small.json')
    const input = name === 'multi_unstratified' ? file.multi_input : file.input
    const { table, counter, devices, events } = counted(
      input,
      name === 'stratified' ? r => `${r.strat1} ${r.strat2}` : undefined,
    )
    expect(table.n).toHaveLength(file[name].length)
    for (const { var1, var2, N, E } of file[name]) {
      const [d, e] = [devices.numberOf(var1), events.numberOf(var2)]
      expect(counter.count(d, e)).toBe(N)
      expect(expectedOf(table, d, e)).toBeCloseTo(E, 12)
    }
  })
})

/** Counting as anybody would write it down, with sets. */
function plainly(rows: ReportRows): Map<string, number> {
  const reports = new Map<string, Set<number>>()
  for (let i = 0; i < rows.report.length; i++) {
    const [r = 0, d = 0, e = 0] = [rows.report[i], rows.device[i], rows.event[i]]
    for (const key of [`${d}/${e}`, `d${d}`, `e${e}`, 'all']) {
      reports.set(key, (reports.get(key) ?? new Set()).add(r))
    }
  }
  return new Map([...reports].map(([k, s]) => [k, s.size]))
}

function asMap(table: PairTable): Map<string, number> {
  const map = new Map<string, number>([['all', table.reports]])
  for (let d = 0; d < table.devices; d++) {
    if (table.deviceReports[d] !== 0) map.set(`d${d}`, table.deviceReports[d] ?? 0)
    for (let i = table.start[d] ?? 0; i < (table.start[d + 1] ?? 0); i++) {
      map.set(`${d}/${table.event[i]}`, table.n[i] ?? 0)
    }
  }
  for (const [e, n] of table.eventReports.entries()) if (n !== 0) map.set(`e${e}`, n)
  return map
}

const someRows = fc
  .array(fc.tuple(fc.nat(12), fc.nat(4), fc.nat(5)), { minLength: 1, maxLength: 120 })
  .map(list => list.toSorted((a, b) => a[0] - b[0]))
  .map(list => ({
    report: Int32Array.from(list, r => r[0]),
    device: Int32Array.from(list, r => r[1]),
    event: Int32Array.from(list, r => r[2]),
  }))

describe('counting', () => {
  it('counts distinct reports, in whatever pieces the rows come', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 20 }), (rows, piece) => {
        const counter = new PairCounter({ devices: 5, events: 6 })
        for (let i = 0; i < rows.report.length; i += piece) {
          counter.add({
            report: rows.report.subarray(i, i + piece),
            device: rows.device.subarray(i, i + piece),
            event: rows.event.subarray(i, i + piece),
          })
        }
        expect(asMap(counter.table())).toEqual(plainly(rows))
      }),
    )
  })

  it('a month added is as if everything had been counted at once, with devices that are new', () => {
    const all = { report: [0, 0, 1, 2, 3, 3], device: [0, 0, 1, 0, 2, 1], event: [0, 1, 0, 0, 3, 3] }
    const slice = (from: number, to: number): ReportRows => ({
      report: Int32Array.from(all.report.slice(from, to)),
      device: Int32Array.from(all.device.slice(from, to)),
      event: Int32Array.from(all.event.slice(from, to)),
    })
    const once = new PairCounter({ devices: 3, events: 4 })
    once.add(slice(0, 6))
    const twice = new PairCounter({ devices: 2, events: 2, strata: 1 })
    twice.add(slice(0, 4))
    expect(twice.table().reports).toBe(3)
    twice.grow(3, 4)
    twice.add(slice(4, 6))
    expect(twice.table()).toEqual(once.table())
  })

  it('a report that comes back is left out and told', () => {
    const counter = new PairCounter({ devices: 1, events: 2 })
    counter.add({ report: Int32Array.from([7, 8]), device: new Int32Array(2), event: new Int32Array(2) })
    counter.add({
      report: Int32Array.from([9, 7, 7]),
      device: new Int32Array(3),
      event: Int32Array.from([0, 0, 1]),
    })
    expect(counter.repeated).toEqual({ reports: 1, first: [7], rows: 2 })
    expect([counter.table().reports, counter.count(0, 1)]).toEqual([3, 0])
  })

  it('a report with a thousand rows, one of a thousand devices', () => {
    const rows = {
      report: new Int32Array(1000),
      device: Int32Array.from({ length: 1000 }, (_, i) => i % 400),
      event: Int32Array.from({ length: 1000 }, (_, i) => i % 2),
    }
    const counter = new PairCounter({ devices: 400, events: 2 })
    counter.add(rows)
    expect(asMap(counter.table())).toEqual(plainly(rows))
  })

  it('numbers outside the dictionaries are a fault of the program', () => {
    const counter = new PairCounter({ devices: 1, events: 1 })
    const one = Int32Array.of(0)
    for (const bad of [-1, 1]) {
      expect(() => counter.add({ report: one, device: Int32Array.of(bad), event: one })).toThrow(RangeError)
    }
    expect(counter.table().reports).toBe(0)
  })

  it('the hash holds what the full table holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(300), fc.nat(90)), { maxLength: 2000 }), list => {
        const [dense, sparse] = [new DenseCells(301, 91), new SparseCells(301, 91)]
        for (const [d, e] of list) {
          dense.add(d, e)
          sparse.add(d, e)
        }
        expect(sparse.filled()).toEqual(dense.filled())
        const grown = dense.grown(400, 100)
        expect(sparse.grown(400, 100).filled()).toEqual(grown.filled())
      }),
      { numRuns: 20 },
    )
    const many = new SparseCells(1e6, 1e6)
    for (let i = 0; i < 200_000; i++) many.add((i * 7919) % 1e6, (i * 104729) % 1e6)
    expect(many.filled().n.reduce((a, b) => a + b, 0)).toBe(200_000)
  })
})
