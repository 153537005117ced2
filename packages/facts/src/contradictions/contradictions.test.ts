import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../parse.js'
import { contradictions } from './index.js'

const TODAY = day('2026-11-25')

/** `CODE path` of every finding of a case that differs from a sound one. */
function found(change: Record<string, unknown>): string[] {
  const parsed = parseCase({
    reference: 'R1',
    manufacturer: { name: 'Acme', country: 'DE' },
    devices: [{ name: 'Pump', regulation: 'MDR', riskClass: 'IIb' }],
    event: { from: '2026-11-20', outcomes: ['death'], problems: ['malfunction'] },
    awareness: [{ of: 'incident', at: '2026-11-23' }],
    ...change,
  })
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.findings))
  return contradictions(parsed.case, TODAY).map(f => `${f.code} ${f.path}`)
}

describe('what cannot be true together', () => {
  it('finds nothing in a sound case', () => expect(found({})).toEqual([]))

  it.each<[string, Record<string, unknown>]>([
    ['CASE-FUTURE awareness[0].at', { awareness: [{ of: 'incident', at: '2026-11-26' }] }],
    ['CASE-FUTURE sentReports[0].on', { sentReports: [{ to: 'DE', kind: 'initial', on: '2026-12-01' }] }],
    ['CASE-ORDER event.to', { event: { from: '2026-11-20', to: '2026-11-19' } }],
    ['CASE-ORDER awareness[0].at', { awareness: [{ of: 'incident', at: '2026-11-19' }] }],
    [
      'CASE-ORDER fieldActions[0].initiatedOn',
      { fieldActions: [{ reference: 'F', decidedOn: '2026-11-20', initiatedOn: '2026-11-18' }] },
    ],
    [
      'CASE-ORDER assessment.judgedNotReportable.on',
      { assessment: { judgedNotReportable: { on: '2026-11-01', because: 'x' } } },
    ],
    [
      'CASE-CLASS-MISMATCH devices[0].riskClass',
      { devices: [{ name: 'P', regulation: 'IVDR', riskClass: 'IIb' }] },
    ],
    ['CASE-CONTRADICTION devices[0].isIvd', { devices: [{ name: 'P', regulation: 'MDR', isIvd: true }] }],
    ['CASE-CONTRADICTION devices[1]', { devices: [{ name: 'P' }, { name: 'P' }] }],
    ['CASE-CONTRADICTION event.outcomes', { event: { outcomes: ['no-harm', 'death'] } }],
    [
      'CASE-CONTRADICTION event.problems',
      { event: { problems: ['security-vulnerability'], outcomes: ['death'] } },
    ],
    ['CASE-CONTRADICTION swissRepresentative.country', { swissRepresentative: { name: 'R', country: 'DE' } }],
    [
      'CASE-CONTRADICTION authorisedRepresentative.country',
      { authorisedRepresentative: { name: 'R', country: 'BR' } },
    ],
    ['CASE-ZONE-MISSING awareness[0].at', { awareness: [{ of: 'incident', at: '2026-11-23T22:00:00Z' }] }],
  ])('%s', (expected, change) => expect(found(change)).toContain(expected))
})
