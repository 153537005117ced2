import { describe, expect, it } from 'vitest'
import type { DraftRequest } from './context.js'
import { CH, codes, draft, GB, NI, said } from './draft-of.test.helper.js'

describe('reference numbers', () => {
  it('say Unknown from the second report on where the authority gave none', () => {
    expect(said(draft(), 'ncaReportNo')).toEqual([])
    expect(said(draft({}, { kind: 'follow-up' }), 'ncaReportNo')).toEqual(['(unknown)'])
    const report = { authorityReferences: { EL: 'GR-7', DE: 'DE-9' } }
    expect(said(draft({ report }, { kind: 'follow-up' }), 'ncaReportNo')).toEqual(['DE-9'])
    const greece = { authority: { name: 'EOF', country: 'GR' } }
    expect(said(draft({ report }, greece), 'ncaReportNo')).toEqual(['GR-7'])
  })

  it('stand joined in the plain field and one by one in the list, as the official form writes them', () => {
    const d = draft({ report: { otherReports: ['A1', 'A2'] }, fieldActions: [{ reference: 'F1' }] })
    expect(said(d, 'mfrRefMultiDev')).toEqual(['A1;A2'])
    expect(said(d, 'mfrRefMultiDevLI')).toEqual(['A1', 'A2'])
    expect(said(d, 'mfrRefFSCA')).toEqual(['F1'])
    expect(said(d, 'mfrRefFSCALI')).toEqual(['F1'])
  })

  it('tell when a value holds the sign that parts values', () => {
    expect(codes(draft({ report: { otherReports: ['A;1'] } }).notes)).toContain('SEPARATOR')
  })

  it('are kept when they are too long together, and reported', () => {
    const otherReports = ['A'.repeat(30), 'B'.repeat(30)]
    const d = draft({ report: { otherReports } })
    expect(said(d, 'mfrRefMultiDev')).toEqual([otherReports.join(';')])
    expect(d.missing.find(f => f.code === 'DRAFT-DOES-NOT-FIT')).toMatchObject({
      severity: 'blocks',
      place: '1.3.1.c',
      mend: 'Change report.otherReports in the case.',
    })
  })

  it('name the agreements on periodic summaries under the law of the authority', () => {
    const periodicSummary = ['FR', 'GB', 'CH'].map(authority => ({
      authority,
      reference: `PSR-${authority}`,
      coversThisIncident: 'yes',
    }))
    const psr = (request: Partial<DraftRequest>) =>
      said(draft({ assessment: { periodicSummary } }, request), 'psrId')
    expect([psr({}), psr(NI), psr(GB), psr(CH)]).toEqual([['PSR-FR'], ['PSR-FR'], ['PSR-GB'], ['PSR-CH']])
  })
})
