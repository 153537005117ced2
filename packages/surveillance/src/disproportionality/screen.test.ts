import { describe, expect, it } from 'vitest'
import { hasReference, referenceRows } from '../testing.js'
import { PairCounter } from './counting/pair-counter.js'
import { Dictionary, sortByReport } from './counting/rows.js'
import { SIGNAL_RULES } from './rules.js'
import { screen } from './screen.js'

function synthetic(stratified: boolean) {
  const rows = referenceRows('synth_events.csv')
  const [ids, devices, events, years] = [
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
  ]
  const sorted = sortByReport({
    report: Int32Array.from(rows, r => ids.numberOf(r['id'] ?? '')),
    device: Int32Array.from(rows, r => devices.numberOf(r['var1'] ?? '')),
    event: Int32Array.from(rows, r => events.numberOf(r['var2'] ?? '')),
    stratum: Int32Array.from(rows, r => years.numberOf(r['strat_year'] ?? '')),
  })
  const counter = new PairCounter({
    devices: devices.names.length,
    events: events.names.length,
    ...(stratified ? { strata: years.names.length } : {}),
  })
  counter.add(sorted)
  return { table: counter.table(), devices, events }
}

describe.skipIf(!hasReference)('a screening of the synthetic reports', () => {
  it('gives the same bits every time, and records what it did', () => {
    const { table } = synthetic(false)
    const [one, two] = [screen(table), screen(table)]
    expect(one.record).toEqual(two.record)
    expect(one.record).toMatchObject({
      reports: 3000,
      pairs: 1745,
      strata: 1,
      options: { likelihood: 'zero-inclusive' },
    })
    expect(one.record.dataHash).toMatch(/^[0-9a-f]{64}$/)
    expect(one.record.multiplicity.tests).toBe(1745 * SIGNAL_RULES.length)
    for (const [i, rule] of SIGNAL_RULES.entries()) {
      expect(one.flags.filter(f => (f & (1 << i)) !== 0)).toHaveLength(one.record.signals[rule.id] ?? -1)
    }
  })

  it('other data or other options are another record', () => {
    const { table } = synthetic(true)
    const [zero, open] = [screen(table), screen(table, { likelihood: 'component' })]
    expect(open.record.options.likelihood).toBe('component')
    expect(open.record.dataHash).toBe(zero.record.dataHash)
    expect(open.record.resultHash).not.toBe(zero.record.resultHash)
    expect(synthetic(false).table.strata).toBeUndefined()
    expect(screen(synthetic(false).table).record.dataHash).not.toBe(zero.record.dataHash)
  })
})

describe('a screening', () => {
  it('of nothing says so, and the other rules still run without a prior', () => {
    const empty = new PairCounter({ devices: 1, events: 1 })
    expect(screen(empty.table()).record).toMatchObject({
      pairs: 0,
      withoutBayes: expect.stringContaining('no report'),
    })
    const one = new PairCounter({ devices: 2, events: 2 })
    one.add({ report: Int32Array.of(0, 1), device: Int32Array.of(0, 1), event: Int32Array.of(0, 1) })
    const { record } = screen(one.table())
    expect(record.prior.trusted).toBe(false)
    expect(record.signals['eb05']).toBe(0)
    expect(record.withoutBayes).toContain('information component')
  })
})
