import { describe, expect, it } from 'vitest'
import type { Draft } from './context.js'
import { CH, codes, draft, GB, maker, said } from './draft-of.test.helper.js'

const who = (d: Draft) => [
  said(d, 'statusReporter')[0],
  said(d, 'reporterOtherText')[0],
  said(d, 'reporterOrgName')[0],
]

describe('the submitter', () => {
  const ar = { ...maker, name: 'Rep', country: 'IE' }
  const ukrp = { ...maker, name: 'UK Rep', country: 'GB' }
  const chrep = { ...maker, name: 'Swiss Rep', country: 'CH' }

  it('is the manufacturer unless a mandate says otherwise', () => {
    expect(who(draft({ authorisedRepresentative: ar }))).toEqual(['Manufacturer', undefined, undefined])
    const submits = { ...ar, submitsReports: 'yes' }
    expect(who(draft({ authorisedRepresentative: submits }))[0]).toBe('Authorised representative')
    expect(who(draft({ authorisedRepresentative: submits }, GB))[0]).toBe('Manufacturer')
  })

  it('repeats a manufacturer in 1.3.4 of 7.2.1 and not in 7.3.1', () => {
    expect(who(draft({}, GB))).toEqual(['Manufacturer', undefined, 'Acme'])
    expect(who(draft())[2]).toBeUndefined()
  })

  it('is the UK Responsible Person in Great Britain when its mandate says so', () => {
    expect(who(draft({ ukResponsiblePerson: ukrp }, GB))[0]).toBe('Manufacturer')
    const d = draft({ ukResponsiblePerson: { ...ukrp, submitsReports: 'yes' } }, GB)
    expect(who(d)).toEqual(['Others', 'UK Responsible Person', 'UK Rep'])
  })

  it('is the CH-REP in Switzerland unless its mandate says no (MedDO Art 66(2bis))', () => {
    const named = { swissRepresentative: chrep, authorisedRepresentative: ar }
    const d = draft(named, CH)
    expect(who(d)).toEqual(['Others', 'CH Rep', 'Swiss Rep'])
    expect(said(d, 'ARName')).toEqual(['Rep'])
    expect(who(draft({ swissRepresentative: { ...chrep, submitsReports: 'no' } }, CH))[0]).toBe(
      'Manufacturer',
    )
    expect(codes(draft({}, CH).missing)).toContain('CH-REP')
  })

  it('is whom the case names, for the reports it names', () => {
    const report = {
      submitter: { as: 'other', text: 'Consultant', organisation: { ...ar, name: 'Help Ltd' } },
    }
    expect(who(draft({ report }))).toEqual(['Others', 'Consultant', 'Help Ltd'])
    expect(who(draft({ report }, GB))[0]).toBe('Manufacturer')
  })

  it('needs the representative in the case when it submits', () => {
    const d = draft({ report: { submitter: { as: 'authorised-representative' } } })
    expect(d.missing.map(f => f.mend)).toContain('Add authorisedRepresentative to the case.')
  })
})
