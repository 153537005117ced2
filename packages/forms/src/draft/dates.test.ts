import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { about, codes, draft, GB, said } from './draft-of.test.helper.js'

describe('dates', () => {
  it('write a known single day twice and a range as it is', () => {
    expect(said(draft(), 'adverseEventDateTo')).toEqual(['2026-11-17'])
    expect(said(draft({ event: { to: '2026-11-19' } }), 'adverseEventDateTo')).toEqual(['2026-11-19'])
  })

  it('leave out an unknown day of the event and say so', () => {
    const d = draft({ event: { from: undefined } })
    expect(said(d, 'adverseEventDateFrom')).toEqual([])
    expect(about(d.missing, '1.2.b').map(f => f.mend)).toContain('Add event.from to the case.')
  })

  it('take 1.2.d from 1.2.c only where nothing was ever judged not reportable', () => {
    const judged = { judgedNotReportable: { on: '2026-11-18', because: 'No harm was known.' } }
    expect(said(draft(), 'mfrAwarenessReportDate')).toEqual(['2026-11-18'])
    expect(codes(draft().notes)).toContain('SAME-DAY')
    const d = draft({ assessment: judged })
    expect(said(d, 'mfrAwarenessReportDate')).toEqual([])
    expect(about(d.missing, '1.2.d')).toHaveLength(1)
  })

  it('explain in section 5 why 1.2.c and 1.2.d differ, and ask for the reason where there is none', () => {
    const awareness = { incident: day('2026-06-01'), reportability: day('2026-07-01') }
    const judged = { judgedNotReportable: { on: '2026-06-05', because: 'No harm was known.' } }
    const d = draft({ assessment: judged, report: { comments: 'See also R0.' } }, { awareness })
    expect(said(d, 'AdditionalComments')).toEqual([
      'The manufacturer became aware of the incident on 2026-06-01 and of its reportability on 2026-07-01. ' +
        'The incident was first judged not to be reportable, on 2026-06-05: No harm was known.\n\nSee also R0.',
    ])
    expect(said(draft({ assessment: judged }, { ...GB, awareness }), 'AdditionalComments')).toHaveLength(1)
    expect(codes(draft({}, { awareness }).missing)).toContain('EXPLAIN-DATES')
  })

  it('promise the next report in initial and follow-up reports only', () => {
    const report = { nextReportOn: '2026-12-01' }
    expect(said(draft({ report }), 'reportNextDate')).toEqual(['2026-12-01'])
    expect(said(draft({ report }, { kind: 'final-reportable' }), 'reportNextDate')).toEqual([])
  })
})
