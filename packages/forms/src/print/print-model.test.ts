import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { type Answer, answered, newReport, type Report } from '../report.js'
import { leavesOf } from '../table/index-of.js'
import type { PrintContent, PrintItem, PrintModel, PrintModelOptions } from './model.js'
import { printModel } from './print-model.js'
import { longFinal, report, shortInitial } from './samples.test.data.js'

const lookups: PrintModelOptions = {
  termOf: code => ({ A0501: 'Detachment of Device or Device Component' })[code],
  countryName: code => ({ DE: 'Germany', AT: 'Austria' })[code],
}
const section = (model: PrintModel, place: string) => {
  const found = model.sections.find(s => s.place === place)
  if (found === undefined) throw new Error(`no section ${place}`)
  return found
}
const row = (model: PrintModel, label: string) => {
  const found = model.sections.flatMap(s => s.items).find(i => i.kind === 'row' && i.label === label)
  if (found?.kind !== 'row') throw new Error(`no row ${label}`)
  return found
}

describe('the print model of a report', () => {
  const model = printModel(mir721, longFinal, lookups)

  it('has every heading of the form, in its order', () => {
    expect(model.sections.map(s => s.place)).toEqual(mir721.headings.map(h => h.place))
    expect(model.reportType).toBe('Final (Reportable incident)')
  })

  it('puts the questions in the order of their letters', () => {
    const places = section(model, '1.3.2').items.map(i => i.place)
    expect(places).toEqual(places.toSorted())
    expect(section(model, '1.3.1').items[0]?.place).toBe('1.3.1.a')
  })

  it('joins the codes of an annex into one row with rank and term', () => {
    expect(row(model, 'Device problem code (IMDRF annex A)').content).toEqual({
      state: 'answered',
      as: 'codes',
      values: [
        { text: 'A0501', meaning: 'Detachment of Device or Device Component', choice: 1 },
        { text: 'A0709', choice: 2 },
        { text: 'A1605', choice: 3 },
      ],
    })
  })

  it('names countries, in fields of one and of many', () => {
    expect(row(model, 'Manufacturer: country').content).toMatchObject({
      values: [{ text: 'DE', meaning: 'Germany' }],
    })
    expect(row(model, 'Country of distribution').content).toMatchObject({
      as: 'list',
      values: [{ text: 'AT', meaning: 'Austria' }, ...Array.from({ length: 14 }, () => ({}))],
    })
  })

  it('shows a value typed with semicolons and its list twin as one list', () => {
    expect(row(model, 'Certificate number(s) of the notified body').content).toMatchObject({
      as: 'list',
      values: [{ text: 'G10 045678 0002' }, { text: 'G12 045678 0009' }],
    })
    expect(row(model, 'Serial number(s)').content).toMatchObject({
      as: 'list',
      values: Array.from({ length: 24 }, () => ({})),
    })
  })

  it('shows both where the text and its list differ', () => {
    const differing = report({ 'device_info/nbCertNum': 'A; B', 'device_info/nbCertNumLI': ['A', 'C'] })
    const texts = textsOf(printModel(mir721, differing))
    expect(texts).toEqual(expect.arrayContaining(['A', 'B', 'C']))
  })

  it('sets the four periods of 4.3.3 as one table of eight rows', () => {
    const matrix = section(model, '4.3.3').items.find(i => i.kind === 'matrix')
    expect(matrix).toMatchObject({ place: '4.3.3.c', columns: { length: 4 }, rows: { length: 8 } })
    if (matrix?.kind !== 'matrix') throw new Error('no matrix')
    expect(matrix.rows[2]).toMatchObject({
      label: 'Similar incidents in the country of the incident',
      cells: [
        { values: [{ text: '2' }] },
        { values: [{ text: '0' }] },
        { values: [{ text: '0' }] },
        { state: 'not-answered' },
      ],
    })
    expect(matrix.rows[4]?.cells[2]).toEqual({ state: 'unknown', reason: 'importer data missing' })
  })

  it('sets years, months and days as parts of one row', () => {
    expect(row(model, 'Age of the patient at the time').content).toEqual({
      state: 'parts',
      parts: [
        { label: 'Years', content: { state: 'answered', as: 'line', values: [{ text: '67' }] } },
        { label: 'Months', content: { state: 'answered', as: 'line', values: [{ text: '4' }] } },
      ],
    })
  })

  it('marks what was not verified', () => {
    expect(row(model, 'Submitter: organisation name').unconfirmed).toEqual(['place'])
    expect(row(model, 'Manufacturer: organisation name').unconfirmed).toEqual([])
  })

  it('sums the report up', () => {
    expect(model.summary.map(s => s.label)).toEqual(
      expect.arrayContaining(['Receiving authority', 'Device', 'Manufacturer', 'Classification']),
    )
    expect(model.summary.find(s => s.label === 'Manufacturer')?.content).toMatchObject({
      values: [{ text: 'Nordlicht Medizintechnik GmbH' }],
    })
  })
})

describe('answers that are missing', () => {
  const model = printModel(mir721, shortInitial)

  it('keeps the three empty states apart', () => {
    expect(row(model, 'UDI-PI').content).toEqual({
      state: 'unknown',
      reason: 'label not kept by the hospital, asked again on 2026-03-18',
    })
    expect(row(model, 'Lot or batch number(s)').content).toEqual({ state: 'not-applicable' })
    expect(row(model, 'Submitter: organisation name').content).toEqual({ state: 'not-answered' })
  })

  it('leaves optional questions out and counts them', () => {
    expect(section(model, '2.2')).toMatchObject({ items: [], leftOut: 3 })
    expect(() => row(model, 'Model')).toThrow()
  })

  it('asks only what this report type needs', () => {
    expect(() => row(model, 'Root causes and conclusion')).toThrow()
    const final = printModel(mir721, report({ 'admin_info/reportType': 'Final (Reportable incident)' }))
    expect(row(final, 'Root causes and conclusion').content).toEqual({ state: 'not-answered' })
    expect(section(final, '4.3.3').leftOut).toBe(6)
  })

  it('prints them all on demand', () => {
    const all = printModel(mir721, shortInitial, { all: true })
    expect(all.sections.every(s => s.leftOut === 0)).toBe(true)
    expect(row(all, 'Model').content).toEqual({ state: 'not-answered' })
  })

  it('keeps an unknown code beside the codes given', () => {
    const mixed = report({
      'incident_info/patient_info/imdrfClinicalCodeChoice1': 'E0612',
      'incident_info/patient_info/imdrfClinicalCodeChoice2': { state: 'unknown', reason: 'asked' },
    })
    const items = section(printModel(mir721, mixed), '3.3').items.slice(0, 2)
    expect(items.map(i => i.kind === 'row' && i.content.state)).toEqual(['answered', 'unknown'])
  })
})

describe('nothing is hidden', () => {
  it('prints pieces without a place and answers under paths that the form lacks', () => {
    const strange: Report = {
      ...newReport(mir721),
      fields: { 'admin_info/noSuchField': answered('kept') },
      unplaced: [{ kind: 'element', in: 'admin_info', xml: '<extra>1</extra>' }],
    }
    expect(printModel(mir721, strange).unplaced).toEqual([
      { kind: 'element', in: 'admin_info', text: '<extra>1</extra>' },
      { kind: 'field', in: 'admin_info/noSuchField', text: 'kept' },
    ])
  })

  it('shows every text of every answer, whichever fields are filled', () => {
    const paths = leavesOf(mir721).map(l => l.path)
    const given = fc.uniqueArray(fc.constantFrom(...paths), { maxLength: 60 })
    fc.assert(
      fc.property(given, chosen => {
        const fields = Object.fromEntries(
          chosen.map((p, i): [string, Answer] => [p, answered(`text ${i} of it`)]),
        )
        const texts = new Set(textsOf(printModel(mir721, { ...newReport(mir721), fields })))
        for (const i of chosen.keys()) expect(texts).toContain(`text ${i} of it`)
      }),
    )
  })
})

function inContent(c: PrintContent): readonly string[] {
  if (c.state === 'parts') return c.parts.flatMap(p => inContent(p.content))
  return c.state === 'answered' ? c.values.map(v => v.text) : []
}

function inItem(item: PrintItem): readonly string[] {
  return item.kind === 'row'
    ? inContent(item.content)
    : item.rows.flatMap(r => r.cells.flatMap(cell => inContent(cell)))
}

function textsOf(model: PrintModel): readonly string[] {
  return model.sections.flatMap(s => s.items.flatMap(item => inItem(item)))
}
