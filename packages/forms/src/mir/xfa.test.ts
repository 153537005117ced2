import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { textAt, textsAt } from '../report.js'
import { checkMir } from './check.js'
import { detectForm } from './detect.js'
import { goodReport } from './good-report.test.data.js'
import { readMir, writeMir } from './read.js'

/** The data of the PDF form: wrappers, the manufacturer's branch for everybody, several values in one field. */
const incident = writeMir(goodReport('I'))
  .replace(/^<\?xml.*\n/, '')
  .replace(/<incident[^>]*>/, '<incident>')
  .replace('<ncaName>', '<excludeTagEcMir_11 xfa:dataNode="dataGroup"><ncaName>')
  .replace('</ncaName>', '</ncaName><ncaEudamedNum/></excludeTagEcMir_11>')
  .replace('<statusReporter>Manufacturer<', '<statusReporter>Authorised representative<')
  .replace('</mfrDetails>', '</mfrDetails><arDetails><ARName>Rep</ARName></arDetails>')
  .replace(/<nbCertNum>[\s\S]*<\/nbCertNumLI>/, '<nbCertNum>A 1; B 2</nbCertNum>')
  .replace(
    '<activedevice>Yes</activedevice>',
    '<implantable>No</implantable><activedevice>Yes</activedevice>',
  )
  .replace('<distributionEEA>DE<', '<distributionEEA>DE;FR<')
const datasets = `<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data>${incident}</xfa:data></xfa:datasets>`
const utf8 = (text: string) => new TextEncoder().encode(text)

function pdf(...streams: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts = streams.flatMap(([dictionary, content], i) => [
    utf8(`${i + 1} 0 obj\n<<${dictionary}/Length ${content.length}>>\nstream\r\n`),
    content,
    utf8('\r\nendstream\nendobj\n'),
  ])
  return Uint8Array.from([utf8('%PDF-1.7\n'), ...parts, utf8('%%EOF\n')].flatMap(p => [...p]))
}
const packed = (text: string): readonly [string, Uint8Array] => [
  '/Filter/FlateDecode',
  deflateSync(utf8(text)),
]

const inputs: readonly (readonly [string, Uint8Array])[] = [
  ['a datasets packet', utf8(datasets)],
  ['an incident with wrappers', utf8(incident.replace('<incident>', '<incident xmlns:xfa="urn:x">'))],
  ['a PDF', pdf(packed('<template/>'), ['/Subtype/Image', utf8('<datasets')], packed(datasets))],
  ['a PDF without compression', pdf(['', utf8(datasets)])],
  ['a PDF saved twice', pdf(packed(datasets.replace('R2026/17', 'R1')), packed(datasets))],
]

describe('the data of the PDF form', () => {
  for (const [what, input] of inputs)
    it(`is read as the form would export it, from ${what}`, () => {
      const { report, findings } = readMir(input)
      expect(findings.map(f => f.code)).toEqual(['FORM-FROM-FORM-DATA'])
      if (report === undefined) throw new Error('no report')
      expect(textAt(report, 'admin_info/ncaName')).toBe('Example Authority')
      expect(textAt(report, 'admin_info/mfrRef')).toBe('R2026/17')
      expect(textAt(report, 'admin_info/contact_info/reporterAR/arDetails/ARName')).toBe('Rep')
      expect(textsAt(report, 'device_info/nbCertNumLI')).toEqual(['A 1', 'B 2'])
      expect(textsAt(report, 'device_info/distribution/distributionEEA')).toEqual(['DE', 'FR'])
      expect(report.fields['device_info/deviceClassMDRType/implantable']).toBeUndefined()
      expect(report.fields['admin_info/ncaEudamedNum']).toBeUndefined()
      expect(report.attributes['xsi:noNamespaceSchemaLocation']).toBe('incident-Initial-v7.2.1.xsd')
      expect(checkMir(input).schemaFindings).toEqual([])
      expect(detectForm(input)).toMatchObject({
        kind: 'MIR-form-data',
        version: '7.2.1',
        reportType: 'Initial',
      })
    })

  it('is missed in words where there is none', () => {
    const code = (input: Uint8Array) => checkMir(input).findings.map(f => f.code)
    expect(code(pdf(packed('<template/>')))).toEqual(['XML-PDF'])
    expect(code(pdf(packed('<datasets><other/></datasets>')))).toEqual(['XML-PDF'])
    expect(code(pdf(packed('<datasets><broken></datasets>')))).toEqual(['FORM-PDF-DATA-BROKEN'])
    expect(code(pdf(['/Encrypt 4 0 R', utf8('xxx')]))).toEqual(['FORM-PDF-ENCRYPTED'])
  })
})

describe('detectForm', () => {
  const kinds: readonly (readonly [string, string])[] = [
    [writeMir(goodReport()), 'MIR'],
    ['<fsca version="V2.7 2012-12-03"/>', 'FSCA'],
    ['<m:PullRequest xmlns:m="https://ec.europa.eu/tools/eudamed/dtx/servicemodel/Message/v1"/>', 'EUDAMED'],
    ['<rss/>', 'XML'],
    ['%PDF-1.4', 'PDF'],
    ['<html/>', 'HTML'],
    ['PK\u0003\u0004', 'ZIP'],
    ['hello', 'unreadable'],
    ['<incident', 'unreadable'],
    ['<incident version="8.0"/>', 'MIR'],
  ]
  for (const [text, kind] of kinds)
    it(`knows ${kind} by ${text.slice(0, 40)}`, () => expect(detectForm(utf8(text)).kind).toBe(kind))
})
