import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { DENOMINATOR_BASES } from './basis.js'
import {
  type DeviceEntry,
  type SimilarCase,
  type SimilarQuestion,
  similarIncidents,
} from './similar-incidents.js'

const year = (y: number) => ({ from: day(`${y}-01-01`), to: day(`${y}-12-31`) })
const QUESTION: SimilarQuestion = {
  codes: { by: 'imdrf', values: ['A0501'] },
  cohort: { model: 'P3' },
  periods: [year(2026), year(2025), year(2024), year(2023)],
  country: 'DE',
  region: { set: 'union-market' },
  basis: 'units-per-period',
  cumulative: false,
}
const incident = (id: string, country: string, on: string, code = 'A0501', model = 'P3'): SimilarCase => ({
  id,
  country,
  on: day(on),
  imdrf: [code],
  own: ['occlusion'],
  cohort: { model },
})
const CASES = [
  incident('C1', 'DE', '2026-03-01'),
  incident('C2', 'FR', '2026-04-01', 'A050101'),
  incident('C3', 'CH', '2026-05-01'),
  incident('C4', 'US', '2025-05-01'),
  incident('C5', 'DE', '2026-06-01', 'A0502'),
  incident('C6', 'DE', '2026-06-01', 'A0501', 'P4'),
  incident('C7', 'XI', '2024-12-31'),
]
const sold = (id: string, country: string, y: number, units: number): DeviceEntry => ({
  id,
  country,
  ...year(y),
  units,
})
const DEVICES = [2026, 2025, 2024, 2023].flatMap(y => [
  sold(`DE${y}`, 'DE', y, 100),
  sold(`CH${y}`, 'CH', y, 20),
  sold(`US${y}`, 'US', y, 500),
  sold(`XI${y}`, 'XI', y, 5),
])

describe('similar incidents', () => {
  it('counts twenty-four numbers, each with what it was counted from', () => {
    const { periods, findings, numberBasedOn } = similarIncidents(QUESTION, CASES, DEVICES)
    expect(findings).toEqual([])
    expect(numberBasedOn).toBe('Units distributed within each time period')
    const [n, n1, n2, n3] = periods
    expect(n?.countrySimInc).toEqual({ value: 1, ids: ['C1'] })
    expect(n?.eeaChTrSimInc).toEqual({ value: 2, ids: ['C1', 'C2'] })
    expect(n?.worldSimInc).toEqual({ value: 3, ids: ['C1', 'C2', 'C3'] })
    expect(n?.eeaChTrSimDev).toEqual({ value: 105, ids: ['DE2026', 'XI2026'] })
    expect([n1?.worldSimInc.value, n2?.eeaChTrSimInc.ids, n3?.worldSimInc.value]).toEqual([1, ['C7'], 0])
    expect(n3?.worldSimDev.value).toBe(625)
  })

  it('counts Swiss incidents and devices with the region for Swissmedic', () => {
    const swiss = { ...QUESTION, country: 'CH', region: { set: 'union-market', and: ['CH'] } } as const
    const [n] = similarIncidents(swiss, CASES, DEVICES).periods
    expect(n?.countrySimInc.ids).toEqual(['C3'])
    expect(n?.eeaChTrSimInc.ids).toEqual(['C1', 'C2', 'C3'])
    expect(n?.eeaChTrSimDev.value).toBe(125)
  })

  it('goes by the level of the code, or by own codes', () => {
    const one = similarIncidents(
      { ...QUESTION, codes: { by: 'imdrf', values: ['A0501'], level: 1 } },
      CASES,
      DEVICES,
    )
    expect(one.periods[0]?.countrySimInc.ids).toEqual(['C1', 'C5'])
    const own = similarIncidents(
      { ...QUESTION, codes: { by: 'own', values: ['occlusion'] }, cohort: {} },
      CASES,
      DEVICES,
    )
    expect(own.periods[0]?.countrySimInc.ids).toEqual(['C1', 'C5', 'C6'])
  })

  it('adds up where that is accepted, and refuses where it is not', () => {
    const since = similarIncidents(
      { ...QUESTION, basis: 'units-since-ce-mark', cumulative: true },
      CASES,
      DEVICES,
    )
    expect(since.periods.map(p => p.countrySimDev.value)).toEqual([400, 300, 200, 100])
    expect(since.findings).toEqual([])
    for (const [basis, { cumulative }] of Object.entries(DENOMINATOR_BASES)) {
      const found = similarIncidents(
        { ...QUESTION, basis: basis as keyof typeof DENOMINATOR_BASES, cumulative: true },
        [],
        [],
      )
      expect(
        found.findings.some(f => f.code === 'SIMILAR-NOT-CUMULATIVE'),
        basis,
      ).toBe(!cumulative)
    }
  })

  it('takes the last standing number of an installed base', () => {
    const stock = (id: string, on: string, units: number) => ({
      id,
      country: 'DE',
      from: day(on),
      to: day(on),
      units,
    })
    const base = [stock('a', '2026-03-31', 70), stock('b', '2026-09-30', 90), stock('c', '2025-12-31', 60)]
    const { periods } = similarIncidents({ ...QUESTION, basis: 'installed-base', cumulative: true }, [], base)
    expect(periods.map(p => p.countrySimDev)).toEqual([
      { value: 90, ids: ['b'] },
      { value: 60, ids: ['c'] },
      { value: 0, ids: [] },
      { value: 0, ids: [] },
    ])
  })

  it('tells everything that does not fit, at once', () => {
    const { findings } = similarIncidents(
      { ...QUESTION, codes: { by: 'own', values: [] }, periods: [year(2026), year(2024)], cumulative: true },
      [incident('C1', 'DE', '2026-01-01'), incident('C1', 'DX', '2026-01-01')],
      [
        { id: 'd', country: 'DE', from: day('2025-12-01'), to: day('2027-01-31'), units: 5 },
        { id: 'e', country: 'DE', ...year(2026), units: -1 },
      ],
    )
    expect([...new Set(findings.map(f => f.code))].sort()).toEqual([
      'SIMILAR-CASE-TWICE',
      'SIMILAR-COUNTRY',
      'SIMILAR-NO-CODES',
      'SIMILAR-NOT-CUMULATIVE',
      'SIMILAR-PERIOD-JOIN',
      'SIMILAR-STRADDLES',
      'SIMILAR-UNITS',
    ])
    const none = similarIncidents(QUESTION, CASES, [])
    expect(none.findings.map(f => f.code)).toContain('SIMILAR-NO-DEVICES')
  })
})
