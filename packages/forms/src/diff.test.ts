import { describe, expect, it } from 'vitest'
import { diffReports } from './diff.js'
import { mir721 } from './mir/7.2.1/table.js'
import { mir731 } from './mir/7.3.1/table.js'
import { answered, newReport, type Report, withAnswer } from './report.js'

const report = (name: string, at = newReport(mir721)): Report =>
  withAnswer(at, 'admin_info/ncaName', answered(name))

describe('comparing two reports', () => {
  it('finds nothing between equals, an empty element included', () => {
    const empty = withAnswer(report('BfArM'), 'admin_info/ncaReportNo', { state: 'not-answered' })
    expect(diffReports(report('BfArM'), empty)).toEqual({
      versions: { before: '7.2.1', after: '7.2.1' },
      fields: [],
      others: [],
    })
  })

  it('names each field that changed, came or went, in the order of the form', () => {
    const before = withAnswer(report('BfArM'), 'admin_info/mfrRef' as string, answered('R1'))
    const after = withAnswer(report('ANSM'), 'admin_info/reportDate', answered('2026-11-25'))
    expect(diffReports(before, after).fields).toMatchObject([
      {
        path: 'admin_info/ncaName',
        place: '1.1.a',
        before: { texts: ['BfArM'] },
        after: { texts: ['ANSM'] },
      },
      { path: 'admin_info/reportDate', before: null, after: { texts: ['2026-11-25'] } },
      { path: 'admin_info/mfrRef', before: { texts: ['R1'] }, after: null },
    ])
  })

  it('compares versions by the paths they share', () => {
    const difference = diffReports(report('BfArM'), report('BfArM', newReport(mir731)))
    expect(difference.fields).toEqual([])
    expect(difference.others).toMatchObject([{ what: 'attribute version', after: '7.3.1' }])
  })

  it('finds pieces that only one of the two has', () => {
    const piece = { kind: 'comment', in: '', xml: '<!--a-->' } as const
    const before = { ...report('BfArM'), unplaced: [piece, piece] }
    const after = { ...report('BfArM'), unplaced: [piece, { ...piece, xml: '<!--b-->' }] }
    expect(diffReports(before, after).others).toEqual([
      { what: 'comment in <>', before: '<!--a-->', after: null },
      { what: 'piece without a place in the form', before: null, after: '<!--b-->' },
    ])
  })
})
