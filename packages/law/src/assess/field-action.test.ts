import { describe, expect, it } from 'vitest'
import { assessed, brief } from './testing.js'

const action = (over: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  assessed({
    event: undefined,
    awareness: undefined,
    fieldActions: [
      {
        reference: 'FSCA-1',
        decidedOn: '2026-11-23',
        plannedStart: '2026-12-01',
        preventsSeriousIncident: true,
        ...over,
      },
    ],
    ...more,
  })

const receivers = (over: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  brief(action(over, more).reports)
    .map(b => b.replace(/ initial.*/, ''))
    .sort()

describe('who is told about a field safety corrective action', () => {
  it('every state where it is done, the place of the manufacturer, GB, NI, CH and the US', () => {
    expect(receivers({ undertakenIn: ['FR', 'XI', 'GB', 'CH', 'US'], urgent: false })).toEqual([
      'ANSM (FR)',
      'BfArM (DE)',
      'FDA (US)',
      'MHRA (GB)',
      'MHRA (XI)',
      'Swissmedic (CH)',
    ])
  })

  it('is reported in the Union although done elsewhere, unless the reason is confined there', () => {
    const abroad = { undertakenIn: ['BR'] }
    const device = { markets: ['DE', 'BR'] }
    expect(receivers(abroad, { device })).toEqual(['BfArM (DE)'])
    expect(receivers({ ...abroad, reasonConfinedToThirdCountryDevice: true }, { device })).toEqual([])
  })

  it('is reported to the MHRA when done only abroad with a model sold in Great Britain', () => {
    const { reports } = action({ undertakenIn: ['FR'] }, { device: { markets: ['FR', 'GB'] } })
    expect(reports.find(r => r.jurisdiction === 'GB')).toMatchObject({
      citation: 'reg 44ZK UK MDR 2002',
      confirmed: false,
      target: null,
    })
  })

  it('done only in Great Britain still goes to the place of the manufacturer, because the device is on the Union market', () => {
    expect(receivers({ undertakenIn: ['GB'] }, { device: { markets: ['DE', 'GB'] } })).toEqual([
      'BfArM (DE)',
      'MHRA (GB)',
    ])
  })

  it('of a manufacturer outside goes to the place of its representative', () => {
    const more = {
      device: { markets: ['FR', 'IE', 'US'] },
      manufacturer: { name: 'Acme Inc', country: 'US' },
      authorisedRepresentative: { name: 'Rep', country: 'IE' },
    }
    expect(receivers({ undertakenIn: ['FR'] }, more)).toEqual(['ANSM (FR)', 'HPRA (IE)'])
  })

  it('is due before it begins, at once when urgent', () => {
    const day = (over: object) => action({ undertakenIn: ['DE'], ...over }).reports[0]?.ceiling
    expect(day({})).toBe('2026-11-30')
    expect(day({ urgent: true })).toBe('2026-12-01')
  })

  it('in the US: ten working days from its begin, unless part 803 took it', () => {
    const us = (over: object) =>
      action({
        undertakenIn: ['US'],
        initiatedOn: '2026-11-23',
        us: { reducesRiskToHealth: true, ...over },
      }).reports.find(r => r.jurisdiction === 'US')?.ceiling
    expect(us({})).toBe('2026-12-08')
    expect(us({ reportedUnder803: true })).toBeUndefined()
  })

  it('taken by an importer: the importer tells the authorities, the manufacturer decides about a field action', () => {
    const { reports } = action(
      { undertakenIn: ['DE'], initiatedBy: 'importer' },
      { device: { markets: ['DE', 'AT'] } },
    )
    expect(reports.map(r => [r.authority, r.owedBy, r.kind])).toEqual([
      ['BfArM (DE)', 'importer', 'notice of serious risk'],
      ['BASG (AT)', 'importer', 'notice of serious risk'],
    ])
  })

  it('that is no safety action is reported nowhere', () => {
    const { reports, notDue } = action({ undertakenIn: ['DE', 'GB', 'CH'], preventsSeriousIncident: false })
    expect(reports).toEqual([])
    expect(notDue.length).toBeGreaterThan(2)
  })
})

describe('trends, supply and requests', () => {
  const alone = (over: Record<string, unknown>) =>
    assessed({ event: undefined, awareness: undefined, ...over })

  it('sends a trend to each place of its incidents, and to Switzerland for incidents abroad', () => {
    const trend = {
      detectedOn: '2026-11-20',
      of: 'non-serious-incidents',
      statisticallySignificant: true,
      couldAffectBenefitRisk: true,
      countries: ['FR', 'DE', 'XI'],
    }
    const { reports } = alone({ trends: [trend] })
    expect(reports.map(r => r.authority).sort()).toEqual([
      'ANSM (FR)',
      'BfArM (DE)',
      'MHRA (XI)',
      'Swissmedic (CH)',
    ])
    expect(alone({ trends: [{ ...trend, statisticallySignificant: false }] }).reports).toEqual([])
    expect(
      alone({ trends: [{ ...trend, couldAffectBenefitRisk: 'unknown' }] }).reports.every(
        r => r.state === 'undetermined',
      ),
    ).toBe(true)
  })

  it('counts six months back from an interruption, without moving the day', () => {
    const { reports } = alone({
      supplyInterruptions: [{ begins: '2027-08-31', seriousHarmForeseeable: true }],
    })
    expect(reports.map(r => [r.authority, r.target, r.ceiling])).toEqual([
      ['BfArM (DE)', '2027-02-28', '2027-02-28'],
    ])
  })

  it('gives the MHRA three working days', () => {
    const { tasks } = alone({
      authorityRequests: [{ authority: 'GB', receivedOn: '2026-12-23', asksFor: 'the PMS plan' }],
    })
    expect(tasks.map(t => [t.rule, t.by])).toEqual([['GB-VIG-06', '2026-12-30']])
  })
})
