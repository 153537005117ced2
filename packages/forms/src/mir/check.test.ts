import { day } from '@vigie/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered, withAnswer } from '../report.js'
import { mir721 } from './7.2.1/table.js'
import { checkMir } from './check.js'
import { goodReport } from './good-report.test.data.js'
import { readMir, writeMir } from './read.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const good = writeMir(goodReport('FR'))
const today = day('2026-11-25')

describe('checkMir', () => {
  for (const { key, value } of mir721.reportTypes)
    it(`finds nothing in a good report of type ${value}`, () => {
      const xml = writeMir(goodReport(key as 'I'))
      expect(checkMir(bytes(xml), { file: 'a.xml', today })).toEqual({
        file: 'a.xml',
        version: '7.2.1',
        reportType: value,
        schemaValid: true,
        schemaFindings: [],
        findings: [],
      })
    })

  it('tells every fault at once, each with XPath, section, sentence and mend', () => {
    const xml = good
      .replace(/ *<mfrRef>.*\n/, '')
      .replace('<reportDate>2026-10-20', '<reportDate>2026-02-31')
      .replace('<ncaName>Example Authority', `<ncaName>${'x'.repeat(201)}`)
      .replace('</device_info>', '<colour>red</colour></device_info>')
    const result = checkMir(bytes(xml))
    expect(result.schemaValid).toBe(false)
    expect(result.schemaFindings.map(f => [f.code, f.path, f.place])).toEqual([
      ['SCHEMA-LENGTH', '/incident/admin_info/ncaName', '1.1.a'],
      ['SCHEMA-DATE', '/incident/admin_info/reportDate', '1.2.a'],
      ['SCHEMA-MISSING', '/incident/admin_info/mfrRef', '1.3.1.b'],
      ['SCHEMA-UNKNOWN-ELEMENT', '/incident/device_info/colour', '2'],
    ])
    expect(result.schemaFindings[1]?.message).toBe(
      'Date of submission (reportDate) says "2026-02-31", which is not a day of the calendar written as YYYY-MM-DD.',
    )
    expect(result.schemaFindings[0]?.mend).toBe('Shorten it by 1 characters.')
  })

  it('judges by the schema of the report type that the file states', () => {
    const asInitial = good.replace('>Final (Reportable incident)<', '>Initial<')
    const result = checkMir(bytes(asInitial))
    expect(result.reportType).toBe('Initial')
    expect(result.schemaFindings.map(f => f.path)).toContain('/incident/admin_info/reportNextDate')
    expect(result.findings.map(f => f.code)).toContain('FORM-SCHEMA-NAME')
  })

  it('lets an element state the type it has in the schema of its report type and branch', () => {
    const valid = (element: string, type: string) =>
      checkMir(bytes(good.replace(`<${element}>`, `<${element} xsi:type="${type}">`))).schemaValid
    expect(valid('ncaReportNo', 'nonEmptyString50T')).toBe(true)
    expect(valid('ncaReportNo', 'string50T')).toBe(false)
    expect(valid('statusReporter', 'statusReporterMfrT')).toBe(true)
    expect(valid('statusReporter', 'statusReporterOtherT')).toBe(false)
  })

  it('lets a number state a derived type, which its value must then fit', () => {
    const found = (type: string, value: string) => {
      const stated = `<worldSimInc xmlns:x="http://www.w3.org/2001/XMLSchema" xsi:type="${type}">${value}<`
      return checkMir(bytes(good.replace(/<worldSimInc>[^<]*</, stated))).schemaFindings.map(f => f.code)
    }
    expect(found('x:int', '2147483647')).toEqual([])
    expect(found('x:int', '2147483648')).toEqual(['SCHEMA-STATED-TYPE'])
    expect(found('x:unsignedByte', ' 5')).toEqual(['SCHEMA-STATED-TYPE'])
    expect(found('validMonthsT', '12')).toEqual([])
    expect(found('x:decimal', '5')).toEqual(['SCHEMA-ATTRIBUTE'])
  })

  it('tells each of a few wrong values, and says of many alike how many there are', () => {
    const codes = (count: number) => {
      const list = Array.from({ length: count }, () => `<nbCertNumLI>${'x'.repeat(51)}</nbCertNumLI>`)
      return checkMir(bytes(good.replace(/<nbCertNumLI>[\s\S]*<\/nbCertNumLI>/, list.join(''))))
        .schemaFindings
    }
    expect(codes(4)).toHaveLength(4)
    expect(codes(400).map(f => f.message)).toEqual([expect.stringContaining('400 times')])
  })

  it('falls back on the schema that the file names, and then on what all schemas demand', () => {
    const unreadable = good.replace('>Final (Reportable incident)<', '>Final<')
    const named = checkMir(bytes(unreadable.replace(/ *<correctiveAction>.*\n/, '')))
    expect(named.reportType).toBeNull()
    expect(named.schemaFindings.map(f => f.code)).toEqual(['SCHEMA-VALUE', 'SCHEMA-MISSING'])
    const neither = checkMir(
      bytes(unreadable.replace(/ *<correctiveAction>.*\n/, '').replace(/ xsi:noName\S+="[^"]*"/, '')),
    )
    expect(neither.schemaFindings.map(f => f.code)).toEqual(['SCHEMA-VALUE'])
  })

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), input => {
        const result = checkMir(input)
        expect(result.findings.length + result.schemaFindings.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws on a report with bytes cut out or changed', () => {
    const source = bytes(good)
    fc.assert(
      fc.property(fc.nat(source.length - 1), fc.nat(200), fc.nat(255), (at, length, byte) => {
        const changed = Uint8Array.of(...source.subarray(0, at), byte, ...source.subarray(at + length))
        const { schemaValid, findings } = checkMir(changed)
        expect(schemaValid === null ? findings.length : 1).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })

  it('reads 10,000 repeated elements and tells what is wrong with them', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `CERT ${i}`)
    const list = withAnswer(goodReport(), 'device_info/nbCertNumLI', answered('', ...many))
    expect(checkMir(bytes(writeMir(list))).schemaValid).toBe(true)
    const repeated = good.replace(/( *<mfrRef>.*\n)/, line => line.repeat(10_001))
    const result = checkMir(bytes(repeated))
    expect(result.schemaFindings).toHaveLength(1)
    expect(result.schemaFindings[0]).toMatchObject({
      code: 'SCHEMA-TOO-OFTEN',
      path: '/incident/admin_info/mfrRef[2]',
      message: expect.stringContaining(
        'That is so 10000 times: /incident/admin_info/mfrRef[2], /incident/admin_info/mfrRef[3], ' +
          '/incident/admin_info/mfrRef[4] and 9997 more.',
      ),
    })
    expect(readMir(bytes(repeated)).findings).toHaveLength(1)
  })
})

describe('the version of a MIR', () => {
  const codes = (xml: string) => {
    const { version, schemaValid, findings } = checkMir(bytes(xml))
    return [version, schemaValid, ...findings.map(f => f.code)]
  }

  it('is 7.2.1 also where the file does not say', () => {
    expect(codes(good.replace(' version="V5.0 2018-05-30"', ''))).toEqual(['7.2.1', true])
  })

  it('is told to be strange where the text is not known', () => {
    expect(codes(good.replace('V5.0 2018-05-30', '9.9'))).toEqual(['7.2.1', true, 'FORM-VERSION-TEXT'])
  })

  it('is told in few words where the text is long', () => {
    const { findings } = checkMir(bytes(good.replace('V5.0 2018-05-30', '9'.repeat(100_000))))
    expect(findings.map(f => f.code)).toEqual(['FORM-VERSION-TEXT'])
    expect(findings[0]?.message.length).toBeLessThan(250)
  })

  it('is unknown where the schema named is of another version', () => {
    const newer = good.replace('-v7.2.1.xsd', '-v8.0.xsd').replace('V5.0 2018-05-30', '8.0')
    expect(codes(newer)).toEqual([null, null, 'FORM-UNKNOWN-VERSION'])
  })

  it('is the one that the text names where the name of the schema alone is not known', () => {
    const slip = checkMir(new TextEncoder().encode(good.replace('-v7.2.1.xsd', '-v7.21.xsd')))
    expect([slip.version, slip.schemaValid]).toEqual(['7.2.1', true])
    expect(slip.findings.map(f => f.code)).toContain('FORM-SCHEMA-NAME')
  })

  it('is unknown where the text is newer and no schema is named', () => {
    const xml = good.replace(/ xsi:noName\S+="[^"]*"/, '').replace('V5.0 2018-05-30', '8.1.0')
    expect(codes(xml)).toEqual([null, null, 'FORM-UNKNOWN-VERSION'])
  })
})
