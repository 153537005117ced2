import { readFileSync } from 'node:fs'
import { blocks, day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { checkMir } from '../check.js'

const SAMPLE = readFileSync(new URL('sample.xml', import.meta.url), 'utf8')
const check = (change: (xml: string) => string) => {
  const changed = change(SAMPLE)
  expect(changed).not.toBe(SAMPLE)
  return checkMir(new TextEncoder().encode(changed), { today: day('2026-11-23') })
}
const without = (name: string) => (xml: string) => xml.replace(new RegExp(`\\s*<${name}>[^<]*</${name}>`), '')
const about = (change: (xml: string) => string, element: string) =>
  check(change).findings.filter(f => f.code.startsWith('SCHEMA-') && f.path.includes(element))

describe('a fault of a 7.3.1 report, while the official schema is not installed', () => {
  it('blocks if the official schemas of 7.2.1 find it too, and says what it rests on', () => {
    for (const name of ['brandName', 'eventDescription', 'imdrfCodeChoice1', 'initialReporterRole']) {
      const [finding, ...more] = about(without(name), name)
      expect(finding, name).toMatchObject({ code: 'SCHEMA-MISSING', severity: 'blocks' })
      expect(finding?.message, name).toContain('So it is in the official schema of MIR 7.2.1')
      expect(more).toEqual([])
    }
  })

  it('blocks if it rests on sections 1.1 to 1.3.1, whose form was read', () => {
    const [finding] = about(without('ncaName'), 'ncaName')
    expect(finding).toMatchObject({ severity: 'blocks', place: '1.1.a' })
    expect(finding?.message).not.toContain('confirmed')
    const date = about(
      xml => xml.replace('<mfrAwarenessReportDate>2026-09-10', '<mfrAwarenessReportDate>2026-02-31'),
      'mfrAwarenessReportDate',
    )
    expect(date).toMatchObject([{ code: 'SCHEMA-DATE', severity: 'blocks', place: '1.2.d' }])
  })

  it('does not block if only second-hand sources demand the answer', () => {
    for (const name of [
      'formVersion',
      'mfrSRN',
      'deviceNomenclature',
      'imdrfClinicalCodeChoice1',
      'Gender',
      'furtherInvestigations',
    ]) {
      const result = check(without(name))
      const finding = result.findings.find(f => f.code === 'SCHEMA-MISSING' && f.path.endsWith(name))
      expect(finding, name).toMatchObject({ severity: 'may-stay-unknown' })
      expect(finding?.message, name).toContain('not confirmed for MIR 7.3.1')
      expect(blocks(result.findings.filter(f => f.code.startsWith('SCHEMA-'))), name).toBe(false)
    }
  })

  it('does not block a value that only our list lacks', () => {
    const changes: readonly [string, string, string][] = [
      ['<udiDI_Entity>GS1', '<udiDI_Entity>GS1 AISBL', 'udiDI_Entity'],
      ['<massKG>71', '<massKG>71.5', 'massKG'],
      ['<distributionEEA>AT', '<distributionEEA>CH', 'distributionEEA'],
      ['<heightCM>164', '<heightCM>1.64', 'heightCM'],
    ]
    for (const [from, to, name] of changes)
      expect(
        about(xml => xml.replace(from, to), name),
        name,
      ).toMatchObject([{ severity: 'recommended' }])
  })

  it('does not block an element that no source told of, nor a new one in another place', () => {
    expect(
      about(xml => xml.replace('<brandName>', '<newField>x</newField><brandName>'), 'newField'),
    ).toMatchObject([{ code: 'SCHEMA-UNKNOWN-ELEMENT', severity: 'recommended' }])
    const moved = check(xml =>
      without('heightCM')(xml).replace('<massKG>', '<heightCM>164</heightCM><massKG>'),
    )
    expect(moved.findings.filter(f => f.code === 'SCHEMA-ORDER')).toMatchObject([{ severity: 'recommended' }])
  })

  it('blocks an order that 7.2.1 refuses too', () => {
    const moved = check(xml =>
      without('brandName')(xml).replace('<modelNum>', '<brandName>x</brandName><modelNum>'),
    )
    expect(moved.findings.filter(f => f.code === 'SCHEMA-ORDER').map(f => f.severity)).toContain('blocks')
  })

  it('never calls the report schema-valid or schema-invalid', () => {
    const result = check(without('brandName'))
    expect(result).toMatchObject({ schemaValid: null, schemaFindings: [] })
  })
})
