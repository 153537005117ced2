import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { assessed, brief } from './testing.js'

const event = (over: Record<string, unknown>) => ({
  event: { country: 'DE', problems: ['malfunction'], outcomes: ['hospitalisation'], ...over },
})
const action = (over: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  assessed({
    event: undefined,
    awareness: undefined,
    fieldActions: [{ reference: 'F', plannedStart: '2026-12-01', preventsSeriousIncident: true, ...over }],
    ...more,
  })
const harmless = { outcomes: ['minor-harm'], couldHaveLedTo: 'nothing-serious' }
const proof = { consideredInRiskAnalysis: true, documentedInRiskReport: true, namedInInformation: true }

describe('what is said to be unknown stays open', () => {
  it('in a correction in the US', () => {
    const us = (facts: object) =>
      action(
        { initiatedOn: '2026-11-04', undertakenIn: ['US'], preventsSeriousIncident: false, us: facts },
        { device: { markets: ['US'] } },
      )
    for (const facts of [
      { reducesRiskToHealth: false, remediesViolation: 'unknown' },
      { reducesRiskToHealth: 'unknown' },
    ]) {
      const { reports, questions } = us(facts)
      expect(brief(reports)[0]).toBe('FDA (US) initial undetermined 2026-11-04 2026-11-19/2026-11-19')
      expect(questions.length).toBeGreaterThan(0)
    }
  })

  it('in the sale of a model in Great Britain', () => {
    const { reports } = action(
      { undertakenIn: ['DE'], sameModelSoldInGreatBritain: 'unknown' },
      { device: { markets: ['DE'] } },
    )
    expect(reports.find(r => r.jurisdiction === 'GB')?.state).toBe('undetermined')
  })

  it('in a report an authority may have passed on', () => {
    const { reports } = assessed(event({ ...harmless, forwardedByAuthority: 'unknown' }))
    expect(reports.map(r => [r.kind, r.state])).toEqual([['explanatory statement', 'undetermined']])
  })

  it('in the place of an importer’s action', () => {
    const { reports } = action(
      { initiatedBy: 'importer', undertakenIn: 'unknown' },
      { device: { markets: undefined } },
    )
    expect(reports.find(r => r.kind === 'notice of serious risk')?.authority).toContain('not known')
  })

  it('in the place of a manufacturer outside without representative', () => {
    const { reports, questions } = assessed({
      event: undefined,
      awareness: undefined,
      manufacturer: { name: 'Acme Inc', country: 'US' },
      supplyInterruptions: [{ begins: '2027-08-31', seriousHarmForeseeable: true }],
    })
    expect(reports.map(r => r.target)).toEqual(['2027-02-28'])
    expect(questions.map(q => q.answerAt)).toContain('authorisedRepresentative')
  })

  it('in a threat: the class is open and the strictest limit shown', () => {
    const [report] = assessed(event({ publicHealthThreat: 'unknown' })).reports
    expect(report).toMatchObject({ classification: 'undetermined', target: '2026-11-25' })
    expect(report?.why).toContain('stricter limit')
  })
})

describe('a judgement that it was not reportable', () => {
  const judged = (on: string, ...awareness: object[]) =>
    assessed({
      ...event({}),
      awareness: [{ of: 'incident', at: '2026-11-01' }, ...awareness],
      assessment: {
        causality: 'possible',
        anticipated: proof,
        judgedNotReportable: { on, because: 'No harm known.' },
      },
    })

  it('is undone by what makes it reportable only', () => {
    for (const of of ['new-information', 'remedial-action-needed']) {
      expect(judged('2026-11-05', { of, at: '2026-11-20' }).reports[0]?.target, of).toBe('2026-11-16')
    }
    expect(judged('2026-11-05', { of: 'reportability', at: '2026-11-20' }).reports[0]?.target).toBe(
      '2026-12-05',
    )
  })

  it('counts for nothing before anybody knew, or although the harm was known', () => {
    const early = judged('2026-10-01', { of: 'reportability', at: '2026-11-20' })
    expect(early.reports[0]?.day0).toBe('2026-11-01')
    expect(early.findings.map(f => f.code)).toContain('CASE-ORDER')
    const against = judged(
      '2026-11-03',
      { of: 'serious-deterioration', at: '2026-11-01' },
      { of: 'death', at: '2026-11-20' },
    )
    expect(against.reports[0]).toMatchObject({ day0: '2026-11-01', target: '2026-11-16' })
    expect(against.findings.map(f => f.code)).toContain('CASE-CONTRADICTION')
  })
})

describe('Northern Ireland has the duties of the Union', () => {
  const agreement = {
    periodicSummary: [
      { authority: 'XI', reference: 'P', coversThisIncident: true, nextReport: '2026-12-31' },
    ],
  }

  it('with periodic summaries, statements and the tasks after an incident', () => {
    const covered = assessed({
      ...event({ country: 'XI' }),
      assessment: { causality: 'possible', ...agreement },
    })
    expect(brief(covered.reports)).toContain('MHRA (XI) periodic update due 2026-12-31 2026-12-31/2026-12-31')
    const forwarded = assessed(event({ country: 'XI', ...harmless, forwardedByAuthority: true }))
    expect(forwarded.reports.map(r => [r.authority, r.kind, r.target])).toEqual([
      ['MHRA (XI)', 'explanatory statement', '2026-12-08'],
    ])
    expect(assessed(event({ country: 'XI' })).tasks.map(t => t.rule)).toContain('NI-VIG-07')
  })

  it('but a threat is reported at once, whatever was agreed', () => {
    const { reports } = assessed({
      ...event({ country: 'XI', publicHealthThreat: true }),
      assessment: { causality: 'possible', ...agreement },
    })
    expect(reports[0]).toMatchObject({ kind: 'initial', target: '2026-11-25' })
  })
})

describe('places', () => {
  it('reads Réunion as France', () => {
    expect(assessed(event({ country: 'RE' })).reports[0]?.authority).toBe('ANSM (FR)')
  })

  it('does not take "does not apply" for a place', () => {
    const { reports } = assessed(event({ country: 'not-applicable' }))
    expect(new Set(reports.map(r => r.jurisdiction)).size).toBe(6)
  })

  it('sends field actions under the Swiss customs treaty to Bern', () => {
    const { reports } = action(
      { undertakenIn: ['LI'] },
      {
        device: { markets: ['CH', 'LI'], liechtensteinRegime: 'swiss-customs-treaty' },
        manufacturer: { name: 'A', country: 'CH' },
      },
    )
    expect(reports.map(r => [r.jurisdiction, r.authority, r.owedBy])).toContainEqual([
      'CH',
      'Swissmedic (CH)',
      'manufacturer',
    ])
    expect(reports.filter(r => r.authority.startsWith('Swissmedic'))).toHaveLength(1)
  })

  it('knows a manufacturer in Türkiye', () => {
    const { reports } = action(
      { undertakenIn: ['DE'] },
      { device: { markets: ['DE', 'TR'] }, manufacturer: { name: 'A', country: 'TR' } },
    )
    expect(reports.map(r => r.authority)).toEqual(['BfArM (DE)', 'TİTCK (TR)'])
  })
})

describe('law that is not in the pack', () => {
  it('is undetermined, never "not due"', () => {
    const { reports } = assessed({
      device: { markets: ['GB'], discontinuedInGreatBritainBeforeJune2025: true },
      ...event({ country: 'GB', outcomes: ['death'] }),
    })
    expect(reports[0]).toMatchObject({ authority: 'MHRA (GB)', state: 'undetermined', confirmed: false })
  })

  it('asks for no task before its day', () => {
    const { tasks } = assessed(
      { ...event({ country: 'CH' }), awareness: [{ of: 'incident', at: '2026-01-20' }] },
      day('2026-01-25'),
    )
    expect(tasks.map(t => t.rule)).not.toContain('CH-REG-03')
  })
})

describe('after the first report', () => {
  const sent = { sentReports: [{ to: 'DE', kind: 'initial', on: '2026-11-24', proof: 'B-1' }] }

  it('shows what was sent, with its proof', () => {
    expect(assessed({ ...event({}), ...sent }).reports[0]?.sent).toEqual({ on: '2026-11-24', proof: 'B-1' })
  })

  it('closes a report that turned out not to be reportable', () => {
    const { reports } = assessed({
      ...event({}),
      ...sent,
      assessment: { causality: 'excluded' },
      investigation: { concludedOn: '2026-11-24', notReportableBecause: 'Unrelated.' },
      report: { nextReportOn: '2026-12-15' },
    })
    expect(reports.map(r => [r.authority, r.kind, r.target])).toEqual([
      ['BfArM (DE)', 'final (non-reportable)', '2026-12-15'],
    ])
  })

  it('gives each piece of new information a supplement of its own in the US', () => {
    const { reports } = assessed({
      ...event({}),
      awareness: [
        { of: 'incident', at: '2026-09-01' },
        { of: 'new-information', at: '2026-10-05' },
        { of: 'new-information', at: '2026-11-24' },
      ],
    })
    expect(reports.filter(r => r.kind === 'supplement').map(r => r.target)).toEqual([
      '2026-11-04',
      '2026-12-24',
    ])
  })
})

describe('who is asked', () => {
  it('whether a representative that learnt first takes complaints', () => {
    const { questions } = assessed({
      ...event({}),
      manufacturer: { name: 'A', country: 'US' },
      authorisedRepresentative: { name: 'R', country: 'IE' },
      awareness: [
        { of: 'incident', by: 'authorised-representative', at: '2026-11-16' },
        { of: 'incident', at: '2026-11-23' },
      ],
    })
    expect(questions.map(q => q.answerAt)).toContain('awareness[0].actsForManufacturer')
  })

  it('when a field action begins', () => {
    const { questions } = action({ undertakenIn: ['DE'], plannedStart: undefined })
    expect(questions.map(q => q.answerAt)).toContain('fieldActions[0].plannedStart')
  })

  it('nobody about awareness that the case gives', () => {
    const { questions } = assessed({ ...event({}), investigation: { concludedOn: '2026-11-24' } })
    expect(questions.map(q => q.fact)).not.toContain('awareness')
  })
})
