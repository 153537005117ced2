import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { mir731 } from '../mir/7.3.1/table.js'
import { checkMir } from '../mir/check.js'
import { readMir } from '../mir/read.js'
import { answered, newReport, type Report, withAnswer } from '../report.js'
import { exportStatus } from './export-status.js'
import { readSchemaPacks } from './read-packs.js'

const bytes = new Uint8Array(readFileSync(new URL('../mir/7.3.1/sample.xml', import.meta.url)))
const sample = readMir(bytes).report
const report: Report = sample ?? newReport(mir731)
/** Accepts whatever begins with `incident`, but wants whole kilograms of at most 500. */
const LAX = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="formVersion"/>
  <xs:element name="massKG"><xs:simpleType><xs:restriction base="xs:integer"><xs:maxInclusive value="500"/></xs:restriction></xs:simpleType></xs:element>
  <xs:complexType name="any"><xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType>
  <xs:element name="incident" type="any"/>
</xs:schema>`
const lax = (name: string) => readSchemaPacks([{ name, bytes: new TextEncoder().encode(LAX) }]).packs[0]

describe('what an export may say about itself', () => {
  it('7.3.1 without a pack: not verified, and why', () => {
    expect(sample).toBeDefined()
    expect(exportStatus(report)).toEqual({
      valid: null,
      checkedBy: 'nothing-official',
      sentence: 'Not verified against the official schema: the schema of MIR 7.3.1 is not installed.',
      findings: [],
    })
  })

  it('7.3.1 with a pack: verified against the installed file, named by its hash', () => {
    const pack = lax('incident-Initial-v7.3.xsd')
    const status = exportStatus(report, pack)
    expect(status).toMatchObject({ valid: true, checkedBy: 'installed-schema', findings: [] })
    expect(status.sentence).toContain(
      `incident-Initial-v7.3.xsd (SHA-256 ${pack?.covered[0]?.sha256.slice(0, 12)}`,
    )
    const heavy = withAnswer(report, 'incident_info/patient_info/massKG', answered('501'))
    const refused = exportStatus(heavy, pack)
    expect(refused).toMatchObject({ valid: false, findings: [{ severity: 'blocks', place: '3.3.d' }] })
    expect(refused.sentence).toMatch(/^Refused by the official schema .*: 1 fault\.$/)
  })

  it('a pack that lacks the report type, or is of another version, counts as none', () => {
    const followUp = exportStatus(report, lax('incident-Followup-v7.3.xsd'))
    expect(followUp).toMatchObject({ valid: null, checkedBy: 'nothing-official' })
    expect(followUp.sentence).toContain('lack incident-Initial-v7.3.xsd')
    expect(exportStatus(report, lax('incident-Initial-v7.2.1.xsd')).checkedBy).toBe('nothing-official')
  })

  it('a report without a type says so', () => {
    const untyped = withAnswer(report, 'admin_info/reportType', undefined)
    expect(exportStatus(untyped, lax('incident-Initial-v7.3.xsd')).sentence).toContain('names no type')
  })

  it('7.2.1: the rules of its official schemas are built in', () => {
    const status = exportStatus(newReport(mir721))
    expect(status).toMatchObject({ valid: false, checkedBy: 'built-in-rules' })
    expect(status.findings.length).toBeGreaterThan(0)
  })

  it('a version that nobody knows is a bug', () => {
    expect(() => exportStatus({ ...newReport(mir731), version: '9.9' })).toThrow(RangeError)
  })
})

describe('the check of a file', () => {
  it('uses the installed schema, and then no longer says that nothing was verified', () => {
    const pack = lax('incident-Initial-v7.3.xsd')
    const packs = pack === undefined ? [] : [pack]
    const good = checkMir(bytes, { packs })
    expect(good).toMatchObject({ schemaValid: true, schemaFindings: [] })
    expect(good.findings.map(f => f.code)).not.toContain('FORM-NOT-OFFICIALLY-CHECKED')
    const heavy = new TextEncoder().encode(
      new TextDecoder().decode(bytes).replace('<massKG>71', '<massKG>710'),
    )
    expect(checkMir(heavy, { packs })).toMatchObject({
      schemaValid: false,
      schemaFindings: [{ code: 'XSD-RANGE' }],
    })
  })
})
