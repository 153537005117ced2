import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { assessed, brief, TODAY } from './testing.js'

const event = (over: Record<string, unknown>) => ({
  event: {
    country: 'DE',
    from: '2026-11-20',
    problems: ['malfunction'],
    outcomes: ['hospitalisation'],
    ...over,
  },
})
const onlyEurope = { markets: ['DE', 'FR', 'XI'] }

describe('one incident in the Union', () => {
  it('gives a death ten days', () => {
    const { reports } = assessed({ device: onlyEurope, ...event({ outcomes: ['death'] }) })
    expect(brief(reports)).toEqual(['BfArM (DE) initial due 2026-11-23 2026-12-03/2026-12-03 Death'])
    expect(reports[0]).toMatchObject({
      jurisdiction: 'EU',
      form: 'MIR 7.3.1',
      citation: 'MDR Art 87(5)',
      confirmed: true,
      country: 'DE',
    })
  })

  it('gives a deterioration ten days until its anticipation is proven, then fifteen', () => {
    const proof = {
      consideredInRiskAnalysis: true,
      documentedInRiskReport: true,
      namedInInformation: true,
    }
    const without = assessed({ device: onlyEurope })
    expect(brief(without.reports)).toEqual([
      'BfArM (DE) initial due 2026-11-23 2026-12-03/2026-12-03 Unanticipated serious deterioration in state of health',
    ])
    expect(without.questions.map(q => q.fact)).toContain('assessment.anticipated.consideredInRiskAnalysis')
    const half = assessed({
      device: onlyEurope,
      assessment: { causality: 'possible', anticipated: { ...proof, namedInInformation: undefined } },
    })
    expect(half.reports[0]?.target).toBe('2026-12-03')
    const proven = assessed({ device: onlyEurope, assessment: { causality: 'possible', anticipated: proof } })
    expect(brief(proven.reports)).toEqual([
      'BfArM (DE) initial due 2026-11-23 2026-12-08/2026-12-08 All other reportable incidents',
    ])
  })

  it('gives a near miss that could have killed fifteen days', () => {
    const { reports } = assessed({
      device: onlyEurope,
      assessment: {},
      ...event({ outcomes: ['no-harm'], couldHaveLedTo: 'death' }),
    })
    expect(brief(reports)).toEqual([
      'BfArM (DE) initial due 2026-11-23 2026-12-08/2026-12-08 All other reportable incidents',
    ])
  })

  it('gives a public health threat two days, two of them working days', () => {
    const { reports } = assessed({
      device: onlyEurope,
      awareness: [{ of: 'incident', at: '2026-11-20' }],
      ...event({ publicHealthThreat: true, from: '2026-11-19' }),
    })
    expect(brief(reports)).toEqual([
      'BfArM (DE) initial due 2026-11-20 2026-11-22/2026-11-24 Serious public health threat',
    ])
  })

  it('asks and stays strict when the outcome is not known', () => {
    const { reports, questions } = assessed({ device: onlyEurope, ...event({ outcomes: 'unknown' }) })
    expect(brief(reports)).toEqual([
      'BfArM (DE) initial undetermined 2026-11-23 2026-12-03/2026-12-03 undetermined',
    ])
    expect(questions.map(q => q.fact)).toContain('event.outcomes')
  })

  it('needs no report when nothing serious could have happened', () => {
    const { reports, notDue } = assessed({
      device: onlyEurope,
      ...event({ outcomes: ['minor-harm'], couldHaveLedTo: 'nothing-serious' }),
    })
    expect(reports).toEqual([])
    expect(notDue[0]?.why).toContain('neither led nor could have led')
  })

  it.each([
    [['abnormal-use'], undefined, 'no'],
    [['use-error'], false, 'no'],
    [['use-error'], true, 'due'],
    [['use-error'], undefined, 'undetermined'],
    [['no-device-problem'], undefined, 'undetermined'],
    [['no-device-problem', 'malfunction'], undefined, 'due'],
    [['security-vulnerability'], undefined, 'undetermined'],
    [['security-compromise'], undefined, 'due'],
  ])('judges %j, from the design: %s, as %s', (problems, useErrorFromDesign, state) => {
    const { reports } = assessed({ device: onlyEurope, ...event({ problems, useErrorFromDesign }) })
    expect(reports[0]?.state ?? 'no').toBe(state)
  })

  it('needs no report for a weakness that harmed nobody, but a decision on a field action', () => {
    const { reports, tasks } = assessed({
      device: onlyEurope,
      assessment: {},
      ...event({ problems: ['security-vulnerability'], outcomes: ['no-harm'], couldHaveLedTo: 'death' }),
    })
    expect(reports).toEqual([])
    expect(tasks.map(t => t.rule)).toContain('EU-CYB-01')
  })

  it('lets only an excluded link take the duty away', () => {
    for (const [causality, state] of [
      ['excluded', 'no'],
      ['suspected', 'due'],
      ['unknown', 'undetermined'],
    ]) {
      const { reports } = assessed({ device: onlyEurope, assessment: { causality } })
      expect(reports[0]?.state ?? 'no', causality).toBe(state)
    }
  })

  it('sends expected side-effects to trend reporting only when everything is shown', () => {
    const shown = {
      documentedInInformation: true,
      quantifiedInTechnicalDocumentation: true,
      acceptable: true,
    }
    const states = [shown, { ...shown, acceptable: 'unknown' }, {}].map(expected => {
      const { reports } = assessed({
        device: onlyEurope,
        ...event({ problems: ['undesirable-side-effect'] }),
        assessment: { causality: 'possible', expected },
      })
      return reports[0]?.state ?? 'no'
    })
    expect(states).toEqual(['no', 'due', 'due'])
  })

  it('knows that an undesirable side-effect is a word of the MDR, an expected wrong result one of the IVDR', () => {
    const ivd = { regulation: 'IVDR', riskClass: 'C', markets: ['DE'], bloodOrInfectionScreening: false }
    const sideEffect = assessed({ device: ivd, ...event({ problems: ['undesirable-side-effect'] }) })
    expect(sideEffect.reports).toEqual([])
    const wrongResult = assessed({
      device: ivd,
      ...event({ problems: ['erroneous-result'], outcomes: ['death'] }),
    })
    expect(wrongResult.reports[0]).toMatchObject({ citation: 'IVDR Art 82(5)', target: '2026-12-03' })
  })

  it('routes IVDs in Germany between BfArM and PEI', () => {
    const ivd = { regulation: 'IVDR', riskClass: 'D', markets: ['DE'] }
    const wrong = event({ problems: ['erroneous-result'] })
    const to = (screening: unknown) =>
      assessed({ device: { ...ivd, bloodOrInfectionScreening: screening }, ...wrong }).reports[0]?.authority
    expect([to(true), to(false), to('unknown')]).toEqual(['PEI (DE)', 'BfArM (DE)', 'BfArM or PEI (DE)'])
  })
})

describe('where it happened', () => {
  const authorities = (country: string, device: object = {}) =>
    brief(assessed({ device, ...event({ country, outcomes: ['death'] }) }).reports).map(
      b => b.split(' initial ')[0],
    )

  it('reports to the authority of the place alone, and to the FDA for a device sold in the US', () => {
    expect(authorities('FR')).toEqual(['ANSM (FR)', 'FDA (US)'])
    expect(authorities('XI')).toEqual(['MHRA (XI)', 'FDA (US)'])
    expect(authorities('GB')).toEqual(['MHRA (GB)', 'FDA (US)'])
    expect(authorities('CH')).toEqual(['Swissmedic (CH)', 'FDA (US)'])
    expect(authorities('BR', { markets: ['DE', 'BR'] })).toEqual([])
    expect(authorities('US', { markets: ['DE', 'US'] })).toEqual(['FDA (US)'])
    expect(authorities('NO', { markets: ['SE', 'NO'] })).toEqual(['DMP (NO)'])
    expect(authorities('TR', { markets: ['TR'] })).toEqual(['TİTCK (TR)'])
  })

  it('reports where it happened although the device is sold elsewhere in the Union', () => {
    expect(authorities('PL', { markets: ['FR'] })).toEqual(['URPL (PL)'])
  })

  it('leaves it open when the markets listed do not reach the place', () => {
    const { reports, questions } = assessed({ device: { markets: ['GB'] }, ...event({ country: 'IE' }) })
    expect(brief(reports)[0]).toContain('HPRA (IE) initial undetermined')
    expect(questions.map(q => q.answerAt)).toContain('devices[0].madeAvailableWhereUsed')
  })

  it('keeps Great Britain and Northern Ireland apart, and asks when only the UK is named', () => {
    const { reports, questions } = assessed(event({ country: 'UK', outcomes: ['death'] }))
    expect(brief(reports).map(b => b.slice(0, 36))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('MHRA (XI) initial undetermined'),
        expect.stringContaining('MHRA (GB) initial undetermined'),
      ]),
    )
    expect(questions[0]?.fact).toBe('event.country')
  })

  it('removes no report when the country is not known', () => {
    const { reports } = assessed(event({ country: 'unknown' }))
    expect(new Set(reports.map(r => r.jurisdiction))).toEqual(new Set(['EU', 'NI', 'TR', 'GB', 'CH', 'US']))
    expect(reports.filter(r => r.jurisdiction !== 'US').every(r => r.state === 'undetermined')).toBe(true)
  })

  it('sends Liechtenstein to Vaduz or to Bern by the regime of the device', () => {
    expect(authorities('LI', { markets: ['LI'], liechtensteinRegime: 'EEA' })).toEqual([
      'Amt für Gesundheit (LI)',
    ])
    expect(authorities('LI', { markets: ['LI'], liechtensteinRegime: 'swiss-customs-treaty' })).toEqual([
      'Swissmedic (CH)',
    ])
  })
})

describe('how days end', () => {
  it('moves the ceiling over the holidays of the receiving authority, in the Union only', () => {
    const dates = (country: string) => {
      const { reports } = assessed({
        device: { markets: ['DE', 'PL', 'XI', 'GB', 'CH'] },
        awareness: [{ of: 'incident', at: '2026-11-01' }],
        ...event({ country, from: '2026-10-30', outcomes: ['death'] }),
      })
      return `${reports[0]?.target}/${reports[0]?.ceiling}`
    }
    expect(dates('PL')).toBe('2026-11-11/2026-11-12')
    expect(dates('DE')).toBe('2026-11-11/2026-11-11')
    expect(dates('GB')).toBe('2026-11-11/2026-11-11')
  })

  it('does not move a Saturday in Great Britain and Switzerland, and says that this is not confirmed', () => {
    for (const country of ['GB', 'CH']) {
      const [report] = assessed({
        awareness: [{ of: 'incident', at: '2026-11-25' }],
        ...event({ country, outcomes: ['death'] }),
      }).reports
      expect([report?.target, report?.ceiling]).toEqual(['2026-12-05', '2026-12-05'])
      expect(report?.notes.join(' ')).toContain('not confirmed')
    }
  })

  it('warns when the authority had another date', () => {
    const [report] = assessed({
      awareness: [{ of: 'incident', at: '2026-11-24T07:00[Asia/Tokyo]' }],
      ...event({ outcomes: ['death'] }),
    }).reports
    expect(report?.day0).toBe('2026-11-24')
    expect(report?.why).toContain('2026-11-23')
  })
})

describe('late knowledge', () => {
  it('starts with the new information when the incident was first judged not reportable (MDCG example)', () => {
    const late = {
      device: onlyEurope,
      ...event({ from: '2022-05-30', outcomes: ['hospitalisation'] }),
      awareness: [
        { of: 'incident', at: '2022-06-01' },
        { of: 'reportability', at: '2022-07-01' },
      ],
      assessment: {
        causality: 'possible',
        judgedNotReportable: { on: '2022-06-03', because: 'No harm was known.' },
        anticipated: {
          consideredInRiskAnalysis: true,
          documentedInRiskReport: true,
          namedInInformation: true,
        },
      },
    }
    const first = assessed(late, day('2022-07-05'))
    expect(brief(first.reports)).toEqual([
      'BfArM (DE) initial due 2022-07-01 2022-07-16/2022-07-18 All other reportable incidents',
    ])
    const death = assessed(
      { ...late, awareness: [...late.awareness, { of: 'death', at: '2022-07-02' }] },
      day('2022-07-05'),
    )
    expect(brief(death.reports)).toEqual(['BfArM (DE) initial due 2022-07-02 2022-07-12/2022-07-12 Death'])
    expect(death.reports[0]?.clocks.map(c => [c.target, c.governs])).toEqual([
      ['2022-07-16', false],
      ['2022-07-12', true],
    ])
  })

  it('does not let the end of an internal review start the clock', () => {
    const { reports, findings } = assessed({
      device: onlyEurope,
      awareness: [
        { of: 'incident', at: '2026-11-10' },
        { of: 'reportability', at: '2026-11-23' },
      ],
      ...event({ from: '2026-11-09', outcomes: ['death'] }),
    })
    expect(reports[0]?.day0).toBe('2026-11-10')
    expect(findings.map(f => f.code)).toContain('CASE-CONTRADICTION')
  })

  it('keeps an earlier limit when a death is learnt later', () => {
    const { reports } = assessed({
      device: onlyEurope,
      awareness: [
        { of: 'incident', at: '2026-11-10' },
        { of: 'death', at: '2026-11-20' },
      ],
      assessment: {
        causality: 'possible',
        anticipated: {
          consideredInRiskAnalysis: true,
          documentedInRiskReport: true,
          namedInInformation: true,
        },
      },
      ...event({ from: '2026-11-09' }),
    })
    expect(brief(reports)).toEqual(['BfArM (DE) initial due 2026-11-10 2026-11-25/2026-11-25 Death'])
    expect(reports[0]?.clocks).toHaveLength(2)
  })
})

describe('who learnt of it', () => {
  const learnt = (...awareness: object[]) =>
    assessed({ device: onlyEurope, ...event({ outcomes: ['death'] }), awareness })

  it('counts a representative and a subcontractor that take complaints, not an importer', () => {
    const incident = (by: string, at: string, more: object = {}) => ({ of: 'incident', by, at, ...more })
    const mine = incident('manufacturer', '2026-11-24')
    expect(learnt(incident('importer', '2026-11-21', { country: 'DE' }), mine).reports[0]?.day0).toBe(
      '2026-11-24',
    )
    expect(learnt(incident('authorised-representative', '2026-11-21'), mine).reports[0]?.day0).toBe(
      '2026-11-21',
    )
    expect(
      learnt(incident('authorised-representative', '2026-11-21', { actsForManufacturer: false }), mine)
        .reports[0]?.day0,
    ).toBe('2026-11-24')
    expect(
      learnt(incident('distributor', '2026-11-21', { actsForManufacturer: true }), mine).reports[0]?.day0,
    ).toBe('2026-11-21')
  })

  it('gives the importer its own duty, and starts no certain clock for the manufacturer', () => {
    const { reports, tasks, questions } = learnt({
      of: 'incident',
      by: 'importer',
      at: '2026-11-21',
      country: 'DE',
    })
    expect(tasks.filter(t => t.rule === 'EU-VIG-18').map(t => [t.to, t.by])).toEqual([
      ['manufacturer Acme, authorised representative', '2026-11-21'],
    ])
    expect(brief(reports)[0]).toContain('undetermined 2026-11-21')
    expect(questions[0]?.fact).toBe('awareness')
  })

  it('counts the Swiss representative for Switzerland, which owes the report', () => {
    const [report] = assessed({
      ...event({ country: 'CH', outcomes: ['death'] }),
      swissRepresentative: { name: 'Rep', country: 'CH', handlesComplaints: false },
      awareness: [
        { of: 'incident', by: 'swiss-representative', at: '2026-11-21' },
        { of: 'incident', at: '2026-11-24' },
      ],
    }).reports
    expect(report).toMatchObject({ authority: 'Swissmedic (CH)', day0: '2026-11-21' })
    expect(report?.owedBy).toContain('swiss representative')
  })
})

describe('the law of the day', () => {
  it('does not apply Part 4A to an incident before it', () => {
    const { reports } = assessed(
      { ...event({ country: 'GB', from: '2025-05-01' }), awareness: [{ of: 'incident', at: '2025-05-02' }] },
      day('2025-05-10'),
    )
    expect(reports.find(r => r.jurisdiction === 'GB')).toMatchObject({
      state: 'undetermined',
      confirmed: false,
    })
  })

  it('chooses the form by the day of the report', () => {
    const form = (at: string) =>
      assessed(
        { ...event({ from: '2026-04-20' }), awareness: [{ of: 'incident', at: '2026-04-25' }] },
        day(at),
      ).reports[0]?.form
    expect([form('2026-04-30'), form('2026-05-01')]).toEqual(['MIR 7.2.1', 'MIR 7.3.1'])
  })

  it('knows the Italian portal', () => {
    const { reports } = assessed({ device: { markets: ['IT'] }, ...event({ country: 'IT' }) }, TODAY)
    expect(reports[0]?.channel).toContain('Dispovigilance')
  })
})
