import { describe, expect, it } from 'vitest'
import { fillListTwins } from './list-twins.js'
import { mir721 } from './mir/7.2.1/table.js'
import { goodReport } from './mir/good-report.test.data.js'
import { readMir, writeMir } from './mir/read.js'
import { answered, newReport, textAt, textsAt, withAnswer } from './report.js'
import { writeDocument } from './write-report.js'

const read = (xml: string) => {
  const { report, findings } = readMir(new TextEncoder().encode(xml))
  if (report === undefined) throw new Error(findings[0]?.message)
  return { report, codes: findings.map(f => f.code) }
}
const good = writeMir(goodReport('FR'))

describe('a report written and read again', () => {
  it('is the same report', () => {
    for (const key of ['I', 'F', 'IF', 'FR', 'FN'] as const) {
      const report = goodReport(key)
      const again = read(writeMir(report)).report
      expect(again).toEqual(report)
      expect(writeMir(again)).toBe(writeMir(report))
    }
  })

  it('is written in the order of the table, indented by two spaces, with reserved characters escaped', () => {
    const lines = good.split('\n')
    expect(lines.slice(0, 4)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<incident xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="V5.0 2018-05-30" xsi:noNamespaceSchemaLocation="incident-FinalRep-v7.2.1.xsd" sCreateTimeStamp="2026-10-20T09:00:00" sFormLanguage="en">',
      '  <admin_info>',
      '    <ncaName>Example Authority</ncaName>',
    ])
    expect(good).toContain(
      '<deviceDescription>Infusion pump for hospital use &lt;40 ml/h &amp; more</deviceDescription>',
    )
    expect(good.indexOf('<udiDI>')).toBeLessThan(good.indexOf('<udiDIBasic>'))
    expect(good.endsWith('</incident>\n')).toBe(true)
  })

  it('keeps carriage returns, tabs and line feeds in texts', () => {
    const text = 'a\r\nb\tc\n\nd '
    const report = withAnswer(goodReport(), 'other_reporting_info/AdditionalComments', answered(text))
    expect(textAt(read(writeMir(report)).report, 'other_reporting_info/AdditionalComments')).toBe(text)
  })
})

describe('the three ways of being empty', () => {
  const path = 'admin_info/ncaReportNo'
  const line = (xml: string) => xml.split('\n').find(l => l.includes('ncaReportNo'))
  it('unknown is the word of the form where it has one, else nothing', () => {
    expect(
      line(writeMir(withAnswer(goodReport(), path, { state: 'unknown', reason: 'asked on 2026-10-01' }))),
    ).toBe('    <ncaReportNo>Unknown</ncaReportNo>')
    expect(writeMir(withAnswer(goodReport(), 'device_info/batchNum', { state: 'unknown' }))).not.toContain(
      'batchNum',
    )
  })
  it('not applicable likewise', () => {
    const gender = 'incident_info/patient_info/Gender'
    const xml = writeMir(withAnswer(goodReport(), gender, { state: 'not-applicable' }))
    expect(xml).toContain('<Gender>Not applicable</Gender>')
    expect(read(xml).report.fields[gender]).toEqual({ state: 'not-applicable' })
  })
  it('not answered is left out, or an empty element if there was one', () => {
    expect(line(writeMir(withAnswer(goodReport(), path, undefined)))).toBeUndefined()
    expect(line(writeMir(withAnswer(goodReport(), path, { state: 'not-answered' })))).toBe(
      '    <ncaReportNo/>',
    )
    expect(writeDocument(mir721, newReport(mir721))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<incident xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="V5.0 2018-05-30" sFormLanguage="en"/>\n',
    )
  })
})

describe('what has no place in the form', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'an unknown element',
      good.replace(
        '  <device_info>\n',
        '  <device_info>\n    <colour code="1">red<b/> &amp; blue</colour>\n',
      ),
      ['READ-UNPLACED'],
    ],
    [
      'an unknown element with its namespace',
      good.replace('  </device_info>', '    <x:note xmlns:x="urn:x">n</x:note>\n  </device_info>'),
      ['READ-UNPLACED'],
    ],
    [
      'a field that is there twice',
      good.replace(/( *<mfrRef>.*\n)/, '$1    <mfrRef>R2</mfrRef>\n'),
      ['READ-UNPLACED'],
    ],
    [
      'an element inside a field',
      good.replace('<mfrRef>R2026/17<', '<mfrRef>R2026<i>/17</i><'),
      ['READ-UNPLACED'],
    ],
    ['an attribute', good.replace('<mfrRef>', '<mfrRef lang="de">'), ['READ-UNPLACED']],
    ['an attribute of a group', good.replace('<device_info>', '<device_info id="d1">'), ['READ-UNPLACED']],
    [
      'a comment in a group',
      good.replace('  <device_info>\n', '  <device_info>\n    <!-- checked by A. M. -->\n'),
      [],
    ],
    ['a comment in a field', good.replace('<mfrRef>R2026/17<', '<mfrRef>R2026/17<!-- new --><'), []],
    [
      'a processing instruction before the root',
      good.replace('<incident', '<?xml-stylesheet href="a.xsl"?>\n<!-- c -->\n<incident'),
      [],
    ],
    ['a comment after the root', `${good}<!-- end -->\n`, []],
    [
      'an empty group',
      good.replace(/<deviceClassMDRType>[\s\S]*<\/deviceClassMDRType>/, '<deviceClassMDRType/>'),
      [],
    ],
    [
      'an item of a list with an attribute',
      good.replace(
        /( *<nbCertNumLI>.*\n)/,
        '$1    <nbCertNumLI a="1">x</nbCertNumLI>\n    <nbCertNumLI a="2">y</nbCertNumLI>\n',
      ),
      ['READ-UNPLACED', 'READ-UNPLACED'],
    ],
  ]
  for (const [what, xml, codes] of cases)
    it(`is kept and written where it stood: ${what}`, () => {
      const result = read(xml)
      expect(result.codes).toEqual(codes)
      expect(writeMir(result.report)).toBe(xml)
    })

  it('is kept also as stray text', () => {
    const xml = good.replace('  <device_info>\n', '  <device_info>\n    stray &amp; lost\n')
    const result = read(xml)
    expect(result.codes).toEqual(['READ-UNPLACED'])
    expect(writeMir(result.report)).toContain('stray &amp; lost')
  })

  it('stays when what it followed is taken out', () => {
    const { report } = read(good.replace(/( *<mfrRef>.*\n)/, '$1    <mfrRef>R2</mfrRef>\n'))
    const xml = writeMir(withAnswer(report, 'admin_info/mfrRef', undefined))
    expect(xml).toContain('    <mfrRef>R2</mfrRef>\n  </admin_info>')
  })
})

describe('fields in the wrong order', () => {
  it('are read, and written in the right one', () => {
    const swapped = good.replace(/( *<reportDate>.*\n)( *<adverseEventDateFrom>.*\n)/, '$2$1')
    expect(swapped).not.toBe(good)
    expect(writeMir(read(swapped).report)).toBe(good)
  })
})

describe('list twins', () => {
  it('are filled from the field with several values, one element a value', () => {
    const report = withAnswer(goodReport(), 'admin_info/psrId', answered('PSR 1; PSR 2 ;'))
    const filled = fillListTwins(mir721, report)
    expect(textsAt(filled, 'admin_info/psrIdLI')).toEqual(['PSR 1', 'PSR 2'])
    expect(textsAt(filled, 'device_info/nbCertNumLI')).toEqual(['G1 26 01 12345 001'])
  })
})
