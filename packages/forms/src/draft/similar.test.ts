import { describe, expect, it } from 'vitest'
import type { DraftRequest } from './context.js'
import { CH, codes, draft, GB, NI, said } from './draft-of.test.helper.js'

const period = (incidents: object, from = '2025-01-01', to = '2025-12-31') => ({
  from,
  to,
  incidents,
  devices: { DE: 100, GB: 40, XI: 5, CH: 30, TR: 20, US: 500 },
})

const inEea = (to: string) => {
  const similarIncidents = { periods: [period({ GB: 5 }, '2020-01-01', to)] }
  return said(draft({ similarIncidents }, { kind: 'initial+final', ...GB }), 'timePeriodN/eeaChTrSimInc')
}

describe('similar incidents', () => {
  const counts = { DE: 3, GB: 7, XI: 1, CH: 2, TR: 4, US: 10 }
  const columns = (request: Partial<DraftRequest>, country: string, incidents: object = counts) => {
    const d = draft(
      { event: { country }, similarIncidents: { periods: [period(incidents)] } },
      { kind: 'final-reportable', ...request },
    )
    return ['Inc', 'Dev'].map(what =>
      ['country', 'eeaChTr', 'world'].map(c => said(d, `timePeriodN/${c}Sim${what}`)[0] ?? '-').join(' '),
    )
  }

  it('are counted in the regions of the authority', () => {
    expect(columns({}, 'DE')).toEqual(['3 8 27', '100 125 695'])
    expect(columns(NI, 'XI')).toEqual(['1 8 27', '5 125 695'])
    expect(columns(CH, 'CH')).toEqual(['2 10 27', '30 155 695'])
    expect(columns(GB, 'GB')).toEqual(['7 9 27', '40 150 695'])
  })

  it('follow who belonged to the region when the period ended', () => {
    expect([inEea('2020-12-31'), inEea('2021-01-31')]).toEqual([['5'], ['0']])
  })

  it('stay open where a count for the UK belongs to a column in part only', () => {
    expect(columns({}, 'DE', { DE: 1, UK: 2 })[0]).toBe('1 - 3')
    expect(columns(NI, 'XI', { UK: 2 })[0]).toBe('- - 2')
    expect(columns(GB, 'GB', { UK: 2 })[0]).toBe('- 0 2')
  })

  it('are for combined and final reports on reportable incidents', () => {
    const similarIncidents = { usesAnnexA: true, periods: [period(counts)] }
    expect(said(draft({ similarIncidents }), 'similarIncImdrfCodesAnnexA')).toEqual([])
    expect(said(draft({ similarIncidents }, { kind: 'final-non-reportable' }), 'AnnexA')).toEqual([])
  })

  it('must not add up over periods where the denominator is that of one period', () => {
    const overlapping = [period({}, '2024-01-01', '2025-12-31'), period({}, '2024-01-01', '2024-12-31')]
    const notes = (denominator: string) =>
      codes(
        draft({ similarIncidents: { denominator, periods: overlapping } }, { kind: 'final-reportable' })
          .notes,
      )
    expect(notes('tests-performed')).toContain('OVERLAP')
    expect(notes('installed-base')).not.toContain('OVERLAP')
  })
})
