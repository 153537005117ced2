import { describe, expect, it } from 'vitest'
import { diffReports } from './diff.js'
import { mir721 } from './mir/7.2.1/table.js'
import { diffMirs, mirSections } from './mir/compare.js'
import { goodReport } from './mir/good-report.test.data.js'
import { answered, withAnswer } from './report.js'
import { group, leaf, text } from './table/build.js'
import { change, insertAfter, insertBefore, replace, without, withRows } from './table/edit.js'
import { comparePlaces } from './table/index-of.js'

describe('sectionsOf', () => {
  it('gives the fields in the order of the printed form, under their headings', () => {
    const sections = mirSections(goodReport())
    expect(sections.map(s => s.heading.place)).toEqual([
      '1.1',
      '1.2',
      '1.3.1',
      '1.3.2',
      '1.3.4',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '3.1',
      '3.2',
      '3.3',
      '3.4',
      '4.2',
      '4.3.3',
    ])
    const manufacturer = sections.find(s => s.heading.place === '1.3.2')
    // The XML has the e-mail last; the form has it as letter e.
    expect(manufacturer?.fields.map(f => f.row.place.slice(-1)).join('')).toBe('abcdefglm')
  })
  it('leaves out lists that only repeat the field before them', () => {
    const names = mirSections(goodReport()).flatMap(s => s.fields.map(f => f.row.name))
    expect(names).toContain('nbCertNum')
    expect(names).not.toContain('nbCertNumLI')
  })
  it('puts every field of the table somewhere', () => {
    const sorted = ['4.3.3.a', '1.2.c', '10.1', '1.10.a', '1.2', '2'].sort(comparePlaces)
    expect(sorted).toEqual(['1.2', '1.2.c', '1.10.a', '2', '4.3.3.a', '10.1'])
  })
})

describe('diffReports', () => {
  it('names the fields that differ, in the order of the form', () => {
    const before = goodReport()
    const changed = withAnswer(before, 'admin_info/mfrRef', answered('R2'))
    const after = withAnswer(
      withAnswer(changed, 'device_info/udiDI', answered('04012345678901')),
      'device_info/batchNum',
      { state: 'not-answered' },
    )
    expect(diffMirs(before, after)).toEqual([
      {
        path: 'admin_info/mfrRef',
        place: '1.3.1.b',
        label: "Manufacturer's reference number for this incident",
        before: answered('R2026/17'),
        after: answered('R2'),
      },
      {
        path: 'device_info/udiDI',
        place: '2.1.a',
        label: 'UDI-DI or EUDAMED ID',
        before: { state: 'unknown' },
        after: answered('04012345678901'),
      },
    ])
    const side = { table: mir721, report: before }
    expect(diffReports(side, side)).toEqual([])
  })
})

describe('editing a table into the next version', () => {
  const row = <const N extends string>(name: N) =>
    leaf({ name, place: '1', label: name, help: 'H.', type: text() })
  const rows = [row('a'), row('b'), row('c')] as const
  const names = (list: readonly { readonly name: string }[]) => list.map(r => r.name).join('')

  it('inserts, takes out, replaces and changes rows', () => {
    expect(names(insertAfter(rows, 'a', row('x'), row('y')))).toBe('axybc')
    expect(names(insertBefore(rows, 'a', row('x')))).toBe('xabc')
    expect(names(without(rows, 'b'))).toBe('ac')
    expect(replace(rows, { ...row('b'), place: '9' })[1]?.place).toBe('9')
    expect(change(rows, { b: { place: '2', required: 'all' } }).map(r => r.place)).toEqual(['1', '2', '1'])
    const one = group({ name: 'g', place: '1', label: 'G', help: 'H.', rows })
    expect(names(withRows(one, insertAfter(rows, 'c', row('d')), { place: '3' }).rows)).toBe('abcd')
  })
  it('refuses a row that is not there', () => {
    // @ts-expect-error the compiler knows the rows
    expect(() => insertAfter(rows, 'z', row('x'))).toThrow(RangeError)
    // @ts-expect-error the compiler knows the rows
    expect(() => without(rows, 'z')).toThrow(RangeError)
  })
})
