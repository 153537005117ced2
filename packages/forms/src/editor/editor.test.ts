import { describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { mir731 } from '../mir/7.3.1/table.js'
import { answered, newReport, textsAt } from '../report.js'
import { leavesOf } from '../table/index-of.js'
import { answerFindings, editAnswer, fieldOfFinding } from './edit.js'
import { editorForm } from './form.js'

describe('the form for the page', () => {
  it.each([mir721, mir731])('has every field of the table once, but for the list twins: $version', table => {
    const shown = editorForm(table, 'I').sections.flatMap(s => s.fields.map(f => f.path))
    const expected = leavesOf(table).filter(l => l.row.twin === undefined || 'inList' in l.row.twin)
    expect(shown.toSorted()).toEqual(expected.map(l => l.path).toSorted())
  })

  it('says what a report type needs, and why', () => {
    const field = (key: string, path: string) =>
      editorForm(mir731, key)
        .sections.flatMap(s => s.fields)
        .find(f => f.path === path)
    expect(field('I', 'admin_info/reportNextDate')).toMatchObject({ need: 'required', severity: 'blocks' })
    expect(field('FR', 'admin_info/reportNextDate')).toMatchObject({ need: 'optional' })
    expect(field('I', 'admin_info/mfrAwarenessReportDate')).toMatchObject({
      place: '1.2.d',
      need: 'wanted',
      severity: 'may-stay-unknown',
      citation: expect.stringMatching(/^MIR 7\.3\.1, section 1\.2\.d\. MDCG 2023-3/),
    })
    expect(field('I', 'incident_info/clinical_event_info/imdrfCodeChoice1')).toMatchObject({
      codeList: 'imdrf-A',
      choice: 1,
    })
    expect(field('I', 'incident_info/clinical_event_info/eventDescription')).toMatchObject({
      long: true,
      maxLength: 4000,
    })
  })

  it('knows alternatives, and groups that come several times', () => {
    const { groups } = editorForm(mir721, 'FR')
    expect(groups['admin_info/contact_info']?.order).toBe('choice')
    const periods = Object.values(groups).filter(g => g.series === 'mfr_invest/similarIncidents/timePeriodN')
    expect(periods).toHaveLength(4)
  })
})

describe('an edit', () => {
  it('keeps what a person wrote and says what does not fit', () => {
    const report = editAnswer(mir721, newReport(mir721), 'admin_info/reportDate', answered('soon'))
    expect(textsAt(report, 'admin_info/reportDate')).toEqual(['soon'])
    expect(answerFindings(mir721, report, 'admin_info/reportDate')).toMatchObject([
      { code: 'SCHEMA-DATE', path: '/incident/admin_info/reportDate' },
    ])
  })

  it('takes the list of values along, and away', () => {
    const path = 'admin_info/mfrRefMultiDev'
    const filled = editAnswer(mir721, newReport(mir721), path, answered('A; B'))
    expect(textsAt(filled, `${path}LI`)).toEqual(['A', 'B'])
    const emptied = editAnswer(mir721, filled, path, undefined)
    expect(emptied.fields).toEqual({})
  })

  it('leads from a finding to its field', () => {
    expect(fieldOfFinding(mir721, '/incident/admin_info/reportDate')).toBe('admin_info/reportDate')
    expect(fieldOfFinding(mir721, '/incident/device_info/nbCertNumLI[2]')).toBe('device_info/nbCertNum')
    expect(fieldOfFinding(mir721, '/incident/@version')).toBeUndefined()
  })
})
