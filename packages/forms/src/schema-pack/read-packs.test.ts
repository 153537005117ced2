import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { sha256Hex } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { insidePath, type PackEntry, resolveInside } from './paths.js'
import { readSchemaPacks } from './read-packs.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
const schema = (inside: string) => `<xs:schema ${XS}>${inside}</xs:schema>`
/** A schema of the right shape and nothing more, so that the mechanics can be tested without the official files. */
const SMALL = schema(
  `<xs:element name="incident"><xs:complexType><xs:sequence><xs:element name="admin_info"><xs:complexType><xs:sequence>
   <xs:element name="formVersion" type="xs:string"/><xs:element name="reportDate" type="xs:date"/>
   </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`,
)
const INITIAL = 'incident-Initial-v7.3.xsd'
const entry = (name: string, text: string): PackEntry => ({ name, bytes: utf8(text) })
const codes = (entries: readonly PackEntry[]) =>
  readSchemaPacks(entries)
    .findings.filter(f => f.severity === 'blocks')
    .map(f => f.code)

describe('official schemas among the files of an archive', () => {
  it('are recognised by name wherever they lie, with their hashes', () => {
    const { packs, findings, ignored } = readSchemaPacks([
      entry('MIR 7.3.1/', ''),
      entry('MIR 7.3.1/xsd/incident-Initial-v7.3.xsd', SMALL),
      entry('MIR 7.3.1\\xsd\\INCIDENT-Followup-v7.3.XSD', SMALL),
      entry('MIR 7.3.1/incident_out.xsl', '<x/>'),
      entry('__MACOSX/MIR 7.3.1/xsd/._incident-Initial-v7.3.xsd', 'not XML'),
    ])
    expect(packs).toHaveLength(1)
    const [pack] = packs
    expect(pack?.version).toBe('7.3.1')
    expect(pack?.covered.map(c => [c.type.key, c.path, c.sha256])).toEqual([
      ['I', 'MIR 7.3.1/xsd/incident-Initial-v7.3.xsd', sha256Hex(SMALL)],
      ['F', 'MIR 7.3.1/xsd/INCIDENT-Followup-v7.3.XSD', sha256Hex(SMALL)],
    ])
    expect(pack?.missing.map(t => t.key)).toEqual(['IF', 'FR', 'FN'])
    expect(findings.map(f => f.code)).toEqual(['PACK-TYPE-MISSING', 'PACK-TYPE-MISSING', 'PACK-TYPE-MISSING'])
    expect(ignored).toEqual(['MIR 7.3.1/incident_out.xsl'])
  })

  it('validate a report, with place, our words and their own', () => {
    const [pack] = readSchemaPacks([entry(INITIAL, SMALL)]).packs
    const report = (date: string) =>
      utf8(`<incident><admin_info><formVersion>7.3.1</formVersion>${date}</admin_info></incident>`)
    expect(pack?.validate(report('<reportDate>2026-02-28</reportDate>'), 'I')).toEqual([])
    const [bad] = pack?.validate(report('<reportDate>2026-02-31</reportDate>'), 'I') ?? []
    expect(bad).toMatchObject({
      code: 'XSD-KIND',
      severity: 'blocks',
      path: '/incident/admin_info/reportDate',
      place: '1.2.a',
    })
    expect(bad?.message).toMatch(
      /^Date of submission \(reportDate\) is not .*The schema says: '2026-02-31' is not/,
    )
    const [missing] = pack?.validate(report(''), 'I') ?? []
    expect(missing).toMatchObject({ code: 'XSD-MISSING', place: '1.2.a' })
    expect(missing?.mend).toBe('Fill in Date of submission (1.2.a, reportDate).')
    expect(pack?.validate(report(''), 'F')).toBeUndefined()
    expect(pack?.validate(utf8('<incident'), 'I')?.[0]?.code).toBe('XML-CUT-OFF')
    expect(pack?.validate(utf8('<!DOCTYPE x><incident/>'), 'I')?.[0]?.code).toBe('XML-DOCTYPE')
  })

  it('can be kept and read again as the same pack', () => {
    const [pack] = readSchemaPacks([entry(`a/${INITIAL}`, SMALL)]).packs
    const [again] = readSchemaPacks((pack?.files ?? []).map(f => ({ name: f.path, bytes: f.bytes }))).packs
    expect(again?.sha256).toBe(pack?.sha256)
    expect(again?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('may include files of the archive, and nothing else', () => {
    const types = schema(
      '<xs:complexType name="T"><xs:sequence><xs:element name="formVersion"/></xs:sequence></xs:complexType>',
    )
    const main = (where: string) =>
      schema(`<xs:include schemaLocation="${where}"/><xs:element name="incident" type="T"/>`)
    const { packs, findings } = readSchemaPacks([
      entry(`x/${INITIAL}`, main('../common/types.xsd')),
      entry('common/types.xsd', types),
    ])
    expect(findings.filter(f => f.severity === 'blocks')).toEqual([])
    expect(packs[0]?.files.map(f => f.path)).toEqual(['common/types.xsd', `x/${INITIAL}`])
    expect(packs[0]?.validate(utf8('<incident><formVersion/></incident>'), 'I')).toEqual([])

    for (const outside of [
      '../../etc/types.xsd',
      'http://example.org/t.xsd',
      'file:///etc/passwd',
      '/etc/passwd',
      '%2e%2e/%2e%2e/t.xsd',
    ])
      expect(codes([entry(`x/${INITIAL}`, main(outside)), entry('x/types.xsd', types)]), outside).toEqual([
        'PACK-OUTSIDE',
      ])
    expect(codes([entry(INITIAL, main('types.xsd'))])).toEqual(['PACK-NOT-INCLUDED'])
    const imports = schema('<xs:import namespace="urn:x" schemaLocation="https://example.org/x.xsd"/>')
    expect(codes([entry(INITIAL, main('t.xsd')), entry('t.xsd', imports)])).toContain('PACK-OUTSIDE')
  })

  it('that include each other do not run in circles', () => {
    const a = schema('<xs:include schemaLocation="b.xsd"/><xs:element name="incident" type="xs:string"/>')
    const b = schema(`<xs:include schemaLocation="${INITIAL}"/>`)
    expect(readSchemaPacks([entry(INITIAL, a), entry('b.xsd', b)]).packs).toHaveLength(1)
  })
})

describe('what is refused', () => {
  it('names that lead out of the archive, and everything with them', () => {
    for (const name of [
      '../x.xsd',
      'a/../../x.xsd',
      '/etc/x.xsd',
      'C:\\x.xsd',
      '\\\\host\\x.xsd',
      'a\\..\\..\\x',
      'a/.. /x',
      'a\u0000b.xsd',
      '..',
    ]) {
      const result = readSchemaPacks([entry(INITIAL, SMALL), entry(name, SMALL)])
      expect(
        result.findings.map(f => f.code),
        name,
      ).toEqual(['PACK-UNSAFE-NAME'])
      expect(result.packs).toEqual([])
    }
  })

  it('files that are no schema of the form', () => {
    expect(codes([])).toEqual(['PACK-NO-SCHEMA'])
    expect(codes([entry('FSCA_Initial_v2.6.xsd', SMALL)])).toEqual(['PACK-NO-SCHEMA'])
    expect(codes([entry(INITIAL, '<xs:schema')])).toEqual(['PACK-UNREADABLE'])
    expect(codes([entry(INITIAL, '%PDF-1.7')])).toEqual(['PACK-UNREADABLE'])
    expect(codes([entry(INITIAL, '<incident/>')])).toEqual(['PACK-NOT-A-SCHEMA'])
    expect(codes([entry(INITIAL, schema('<xs:element name="fsca"/>'))])).toEqual(['PACK-OTHER-FORM'])
    expect(codes([entry(INITIAL, `<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SMALL}`)])).toEqual(
      ['PACK-DOCTYPE'],
    )
    expect(codes([entry(INITIAL, schema('<xs:element name="incident" type="nowhere"/>'))])).toEqual([
      'PACK-DOES-NOT-COMPILE',
    ])
    expect(codes([entry(INITIAL, `${SMALL}${' '.repeat(4 * 1024 * 1024)}`)])).toEqual(['PACK-TOO-LARGE'])
  })

  it('two files for one schema, unless they are the same', () => {
    const other = SMALL.replace('xs:date', 'xs:string')
    expect(codes([entry(`a/${INITIAL}`, SMALL), entry(`b/${INITIAL}`, other)])).toEqual(['PACK-TWICE'])
    const same = readSchemaPacks([entry(`a/${INITIAL}`, SMALL), entry(`b/${INITIAL}`, SMALL)])
    expect(same.packs[0]?.files.map(f => f.path)).toEqual([`a/${INITIAL}`])
  })

  it('every fault is told at once', () => {
    expect(codes([entry(INITIAL, '<a/>'), entry('incident-Followup-v7.3.xsd', '<b')])).toEqual([
      'PACK-NOT-A-SCHEMA',
      'PACK-UNREADABLE',
    ])
  })

  it('a renamed schema of another version is told, not refused', () => {
    const renamed = readSchemaPacks([entry(INITIAL, SMALL.replace('formVersion', 'ncaName'))])
    expect(renamed.packs).toHaveLength(1)
    expect(renamed.findings.map(f => f.code)).toContain('PACK-OTHER-VERSION')
  })
})

describe('paths', () => {
  it('inside an archive are made plain', () => {
    expect(insidePath('./a//b\\c.xsd')).toBe('a/b/c.xsd')
    expect(insidePath('a..b/...c')).toBe('a..b/...c')
    expect(insidePath('')).toBeUndefined()
  })
  it('of references are resolved inside the archive', () => {
    expect(resolveInside('a/b/m.xsd', '../t.xsd')).toBe('a/t.xsd')
    expect(resolveInside('m.xsd', '../t.xsd')).toBeUndefined()
    expect(resolveInside('m.xsd', '%ZZ')).toBeUndefined()
    expect(resolveInside('m.xsd', 'a%20b.xsd')).toBe('a b.xsd')
  })
})

const folder = new URL('../../../../../shared/reference/mir/', import.meta.url)
const here = existsSync(folder)
if (!here) console.warn('skipped: the official MIR 7.2.1 schemas are not at ../shared/reference/mir')

describe.skipIf(!here)('the official schemas of 7.2.1 as a pack', () => {
  const entries = here
    ? readdirSync(new URL('schema/', folder)).map(name => ({
        name,
        bytes: new Uint8Array(readFileSync(new URL(`schema/${name}`, folder))),
      }))
    : []
  const { packs, findings, ignored } = readSchemaPacks(entries)
  const [pack] = packs

  it('cover all five report types; the FSCA schemas are left aside', () => {
    expect(findings).toEqual([])
    expect(pack?.version).toBe('7.2.1')
    expect(pack?.covered.map(c => c.type.schemaFile)).toEqual(mir721.reportTypes.map(t => t.schemaFile))
    expect(pack?.missing).toEqual([])
    expect(ignored.filter(name => !name.startsWith('FSCA'))).toEqual([])
    expect(ignored).toHaveLength(3)
  })

  it('accept the sample reports and no other type of report in their place', () => {
    const sample = (name: string) =>
      new Uint8Array(readFileSync(new URL(`examples/incident-example-${name}.xml`, folder)))
    const names = {
      I: 'Initial',
      F: 'Followup',
      IF: 'Initial+Final',
      FR: 'Final-Reportable',
      FN: 'Final-NonReportable',
    }
    for (const [key, name] of Object.entries(names))
      expect(pack?.validate(sample(name), key), name).toEqual([])
    const wrong = pack?.validate(sample('Initial'), 'FR') ?? []
    expect(wrong.length).toBeGreaterThan(0)
    for (const finding of wrong) {
      expect(finding.place).toMatch(/^[1-5]/)
      expect(finding.message).toContain('The schema says: ')
      expect(finding.mend.length).toBeGreaterThan(10)
    }
  })

  it('under the names of 7.3 are taken, and the doubt is told', () => {
    const renamed = entries.map(e => ({ ...e, name: e.name.replace('v7.2.1', 'v7.3') }))
    const result = readSchemaPacks(renamed)
    expect(result.packs.map(p => p.version)).toEqual(['7.3.1'])
    expect(result.findings.map(f => f.code)).toEqual(Array(5).fill('PACK-OTHER-VERSION'))
  })
})
