import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { assessed, brief } from './testing.js'

type Part = Record<string, unknown>

const PROVEN = { consideredInRiskAnalysis: true, documentedInRiskReport: true, namedInInformation: true }
const SHOWN = { documentedInInformation: true, quantifiedInTechnicalDocumentation: true, acceptable: true }

/** An incident in one country, with a device sold there, learnt by the manufacturer on one day and asked about that day. */
const incident = (country: string, learnt: string, event: Part = {}, more: Part = {}) => {
  const { device, ...rest } = more
  return assessed(
    {
      device: { markets: [country], notifiedBodies: [], ...(device as Part | undefined) },
      event: { country, problems: ['malfunction'], outcomes: ['death'], ...event },
      awareness: [{ of: 'incident', at: learnt }],
      ...rest,
    },
    day(learnt),
  )
}

describe('ceilings over the holidays of the receiving authority, counted by hand', () => {
  it.each([
    ['NO', '2026-03-24', '2026-04-03', '2026-04-07', 'Good Friday to Easter Monday'],
    ['IS', '2026-06-07', '2026-06-17', '2026-06-18', 'National Day'],
    ['AT', '2026-11-28', '2026-12-08', '2026-12-09', 'Immaculate Conception'],
    ['DE', '2026-11-28', '2026-12-08', '2026-12-08', 'no holiday in Germany'],
    ['GR', '2026-04-02', '2026-04-12', '2026-04-14', 'Orthodox Easter Sunday and Monday'],
    ['RO', '2026-11-20', '2026-11-30', '2026-12-02', 'two holidays in a row'],
    ['IE', '2026-01-23', '2026-02-02', '2026-02-03', 'St Brigid'],
    ['FR', '2026-05-15', '2026-05-25', '2026-05-26', 'Whit Monday'],
    ['PL', '2026-12-14', '2026-12-24', '2026-12-28', 'Christmas Eve is a holiday since 2025'],
    ['DK', '2026-04-21', '2026-05-01', '2026-05-01', '1 May is none in Denmark'],
    ['EE', '2026-06-13', '2026-06-23', '2026-06-25', 'Victory Day and Midsummer'],
    ['XI', '2026-07-03', '2026-07-13', '2026-07-14', '12 July is a Sunday, Monday is given instead'],
  ])('%s, learnt %s: %s/%s (%s)', (country, learnt, target, ceiling) => {
    const [report] = incident(country, learnt).reports
    expect([report?.target, report?.ceiling]).toEqual([target, ceiling])
  })

  it('gives a threat in Northern Ireland two working days around the Twelfth', () => {
    expect(brief(incident('XI', '2026-07-10', { publicHealthThreat: true }).reports)).toEqual([
      'MHRA (XI) initial due 2026-07-10 2026-07-12/2026-07-15 Serious public health threat',
    ])
  })

  it('gives a threat from a blood screening test at Christmas to the PEI', () => {
    const { reports } = incident(
      'DE',
      '2026-12-24',
      { problems: ['erroneous-result'], outcomes: ['no-harm'], publicHealthThreat: true },
      { device: { regulation: 'IVDR', riskClass: 'D', bloodOrInfectionScreening: true } },
    )
    expect(brief(reports)).toEqual([
      'PEI (DE) initial due 2026-12-24 2026-12-26/2026-12-29 Serious public health threat',
    ])
    expect(reports[0]?.citation).toBe('IVDR Art 82(4)')
  })

  it('moves no Saturday in Great Britain', () => {
    const proof = { assessment: { causality: 'possible', anticipated: PROVEN } }
    expect(brief(incident('GB', '2026-11-27', { outcomes: ['hospitalisation'] }, proof).reports)).toEqual([
      'MHRA (GB) initial due 2026-11-27 2026-12-12/2026-12-12 All other reportable incidents',
    ])
  })

  it('counts US work days without Independence Day, kept on Friday', () => {
    const { reports } = incident(
      'US',
      '2026-06-29',
      { outcomes: ['hospitalisation'] },
      {
        awareness: [
          { of: 'incident', at: '2026-06-29' },
          { of: 'remedial-action-needed', at: '2026-06-29', regulatoryResponsibility: true },
        ],
      },
    )
    expect(brief(reports)).toEqual([
      'FDA (US) 5-day due 2026-06-29 2026-07-07/2026-07-07',
      'FDA (US) initial due 2026-06-29 2026-07-29/2026-07-29 Serious injury',
    ])
  })
})

describe('the law of the first days', () => {
  it.each([
    ['MDR', '2021-05-25', 'undetermined', false],
    ['MDD', '2021-05-26', 'due', true],
    ['IVDD', '2022-05-25', 'undetermined', false],
    ['IVDD', '2022-05-26', 'due', true],
  ])('%s, learnt %s: %s', (regulation, learnt, state, confirmed) => {
    const riskClass = regulation === 'IVDD' ? 'general' : 'IIb'
    const { reports } = incident(
      'DE',
      learnt,
      {},
      { device: { regulation, riskClass, bloodOrInfectionScreening: false } },
    )
    expect(reports[0]).toMatchObject({ state, confirmed })
  })

  it.each([
    ['2025-06-15', 'undetermined'],
    ['2025-06-16', 'due'],
  ])('Part 4A in Great Britain, learnt %s: %s', (learnt, state) => {
    expect(incident('GB', learnt).reports[0]?.state).toBe(state)
  })
})

describe('devices of every kind', () => {
  it('reports a UKCA device without an EU regulation to the MHRA alone', () => {
    const { reports } = assessed({
      manufacturer: { name: 'Acme', country: 'GB' },
      devices: [{ name: 'Pump', isIvd: false, markets: ['GB'], greatBritainRoute: 'UKCA' }],
      event: { country: 'GB', problems: ['malfunction'], outcomes: ['death'] },
      device: undefined,
    })
    expect(brief(reports)).toEqual(['MHRA (GB) initial due 2026-11-23 2026-12-03/2026-12-03 Death'])
  })

  it('does not decide whether a device sold in Great Britain was on the market of Northern Ireland', () => {
    const { reports, questions } = incident('XI', '2026-11-23', {}, { device: { markets: ['GB'] } })
    expect(reports[0]).toMatchObject({ authority: 'MHRA (XI)', state: 'undetermined', target: '2026-12-03' })
    expect(questions.map(q => q.answerAt)).toContain('devices[0].madeAvailableWhereUsed')
  })

  it('reports custom-made and legacy devices like others', () => {
    for (const device of [
      { riskClass: 'III', customMade: true },
      { regulation: 'AIMDD', riskClass: 'AIMD' },
    ])
      expect(brief(incident('ES', '2026-11-23', {}, { device }).reports)).toEqual([
        'AEMPS (ES) initial due 2026-11-23 2026-12-03/2026-12-03 Death',
      ])
  })

  it('keeps the report while it is open whether the device is under investigation', () => {
    const { reports, questions } = incident(
      'DE',
      '2026-11-23',
      {},
      { device: { investigational: 'unknown' } },
    )
    expect(reports[0]).toMatchObject({ state: 'undetermined', target: '2026-12-03' })
    expect(questions[0]?.fact).toBe('device.investigational')
  })

  it('sends an expected erroneous result to trend reporting only when it is shown to be one', () => {
    const states = [SHOWN, { ...SHOWN, quantifiedInTechnicalDocumentation: 'unknown' }].map(
      expected =>
        incident(
          'DE',
          '2026-11-23',
          { problems: ['erroneous-result'] },
          {
            device: { regulation: 'IVDR', riskClass: 'C', bloodOrInfectionScreening: false },
            assessment: { causality: 'possible', expected },
          },
        ).reports[0]?.state ?? 'no',
    )
    expect(states).toEqual(['no', 'due'])
  })
})

describe('knowledge of others and later knowledge', () => {
  const by = (who: string, at: string, more: Part = {}) => ({ of: 'incident', by: who, at, ...more })

  it('counts the representative of a Swiss manufacturer that takes its complaints, in the state of the event', () => {
    const { reports, tasks } = assessed({
      manufacturer: { name: 'Acme', country: 'CH' },
      authorisedRepresentative: { name: 'Rep', country: 'DE', handlesComplaints: true },
      device: { markets: ['FR'] },
      event: { country: 'DE', problems: ['malfunction'], outcomes: ['death'] },
      awareness: [by('authorised-representative', '2026-11-20'), by('manufacturer', '2026-11-23')],
    })
    expect(brief(reports)).toEqual(['BfArM (DE) initial due 2026-11-20 2026-11-30/2026-11-30 Death'])
    expect(tasks.find(t => t.rule === 'EU-VIG-20')?.by).toBe('2026-11-20')
  })

  it('does not count a Swiss representative without complaints for an incident in Germany', () => {
    const { reports } = incident(
      'DE',
      '2026-11-23',
      {},
      {
        swissRepresentative: { name: 'Rep', country: 'CH', handlesComplaints: false },
        awareness: [by('swiss-representative', '2026-11-18'), by('manufacturer', '2026-11-23')],
      },
    )
    expect(reports[0]?.day0).toBe('2026-11-23')
  })

  it('does not count a hospital or an authority before they tell the manufacturer', () => {
    for (const who of ['health-institution', 'competent-authority'])
      expect(
        incident(
          'DE',
          '2026-11-23',
          {},
          { awareness: [by(who, '2026-11-16', { country: 'DE' }), by('manufacturer', '2026-11-23')] },
        ).reports[0]?.day0,
      ).toBe('2026-11-23')
  })

  it('gives a threat learnt later two days from then, two of them working days', () => {
    const { reports } = incident(
      'DE',
      '2026-11-16',
      { outcomes: ['hospitalisation'] },
      {
        assessment: { causality: 'possible', anticipated: PROVEN },
        awareness: [
          by('manufacturer', '2026-11-10'),
          { of: 'serious-public-health-threat', at: '2026-11-13' },
        ],
      },
    )
    expect(brief(reports)).toEqual([
      'BfArM (DE) initial due 2026-11-13 2026-11-15/2026-11-17 Serious public health threat',
    ])
  })

  it('answers an authority that passed on a report of no serious incident within fifteen days', () => {
    const harmless = {
      outcomes: ['minor-harm'],
      couldHaveLedTo: 'nothing-serious',
      forwardedByAuthority: true,
    }
    for (const [country, receiver] of [
      ['DE', 'BfArM (DE)'],
      ['GB', 'MHRA (GB)'],
    ] as const)
      expect(brief(incident(country, '2026-11-23', harmless).reports)).toEqual([
        `${receiver} explanatory statement due 2026-11-23 2026-12-08/2026-12-08`,
      ])
  })

  it('gives a US importer its own thirty days, and a supplement thirty from the new information', () => {
    const { reports } = incident(
      'US',
      '2026-11-24',
      { outcomes: ['hospitalisation'] },
      {
        awareness: [
          by('importer', '2026-11-23', { country: 'US' }),
          by('manufacturer', '2026-11-20'),
          { of: 'new-information', at: '2026-11-24' },
        ],
      },
    )
    expect(reports.map(r => [r.kind, r.owedBy, r.ceiling])).toEqual([
      ['initial', 'manufacturer', '2026-12-20'],
      ['importer report', 'importer', '2026-12-23'],
      ['supplement', 'manufacturer', '2026-12-24'],
    ])
  })
})

describe('field actions', () => {
  const action = (over: Part, more: Part = {}) =>
    assessed({
      event: undefined,
      awareness: undefined,
      fieldActions: [{ reference: 'F', plannedStart: '2026-12-01', preventsSeriousIncident: true, ...over }],
      ...more,
    }).reports

  it('of a British manufacturer with a representative in Northern Ireland goes to the MHRA for XI too', () => {
    const reports = action(
      { undertakenIn: ['FR'] },
      {
        manufacturer: { name: 'Acme', country: 'GB' },
        authorisedRepresentative: { name: 'Rep', country: 'XI' },
        device: { markets: ['FR'] },
      },
    )
    expect(reports.map(r => [r.authority, r.jurisdiction, r.target])).toEqual([
      ['ANSM (FR)', 'EU', '2026-11-30'],
      ['MHRA (XI)', 'NI', '2026-11-30'],
    ])
  })

  it('in Great Britain alone with a device sold nowhere else concerns the MHRA alone', () => {
    const reports = action(
      { undertakenIn: ['GB'] },
      { manufacturer: { name: 'Acme', country: 'GB' }, device: { markets: ['GB'] } },
    )
    expect(brief(reports)).toEqual(['MHRA (GB) initial due 2026-12-01 2026-11-30/2026-11-30'])
  })

  it('in the US: ten working days without Veterans Day', () => {
    const reports = action(
      { undertakenIn: ['US'], initiatedOn: '2026-11-04', plannedStart: undefined },
      { manufacturer: { name: 'Acme', country: 'US' }, device: { markets: ['US'] } },
    )
    expect(brief(reports)).toEqual(['FDA (US) initial due 2026-11-04 2026-11-19/2026-11-19'])
  })
})

describe('requests of the MHRA', () => {
  it('leaves out Easter', () => {
    const { tasks } = assessed(
      {
        event: undefined,
        awareness: undefined,
        authorityRequests: [{ authority: 'GB', receivedOn: '2026-04-02', asksFor: 'the PSUR' }],
      },
      day('2026-04-02'),
    )
    expect(tasks.map(t => t.by)).toEqual(['2026-04-09'])
  })
})
