import { parseCase } from '@vigie/facts'
import { describe, expect, it } from 'vitest'
import { awarenessDays } from './awareness-days.js'

const days = (awareness: object[], assessment: object = {}) => {
  const parsed = parseCase({
    reference: 'R1',
    manufacturer: { name: 'Acme', country: 'DE' },
    devices: [{ name: 'Pump' }],
    event: { country: 'DE', from: '2026-06-01' },
    awareness,
    assessment,
  })
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.findings))
  return awarenessDays(parsed.case, 'EU')
}

describe('the awareness days of a report', () => {
  it('is the first day that counts for the manufacturer', () => {
    expect(
      days([
        { of: 'incident', at: '2026-06-02', by: 'distributor' },
        { of: 'incident', at: '2026-06-04' },
        { of: 'death', at: '2026-06-09' },
      ]),
    ).toEqual({ incident: '2026-06-04' })
  })

  it('are two where the incident was first judged not reportable', () => {
    expect(
      days(
        [
          { of: 'incident', at: '2026-06-04' },
          { of: 'reportability', at: '2026-07-01' },
        ],
        { judgedNotReportable: { on: '2026-06-08', because: 'no harm was thought possible' } },
      ),
    ).toEqual({ incident: '2026-06-04', reportability: '2026-07-01' })
  })

  it('are left out where the engine would only assume them', () => {
    expect(days([])).toEqual({})
    expect(days([{ of: 'incident', at: '2026-06-02', by: 'distributor' }])).toEqual({})
  })
})
