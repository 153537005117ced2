import { readFileSync } from 'node:fs'
import { blocks, day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { exportStatus } from '../../schema-pack/export-status.js'
import { checkMir } from '../check.js'
import { readMir, writeMir } from '../read.js'

const TODAY = day('2026-11-23')
const SAMPLES = {
  'sample.xml': 'Initial',
  'sample-follow-up.xml': 'Follow up',
  'sample-combined.xml': 'Combined initial and final',
  'sample-final-reportable.xml': 'Final (Reportable incident)',
  'sample-final-non-reportable.xml': 'Final (Non-reportable incident)',
}
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, import.meta.url)))
const reportOf = (bytes: Uint8Array) => {
  const { report } = readMir(bytes)
  if (report === undefined) throw new Error('the sample cannot be read')
  return report
}

describe('the samples of MIR 7.3.1, invented', () => {
  for (const [file, type] of Object.entries(SAMPLES)) {
    it(`${file}: read and written again, it is the same text`, () => {
      const bytes = bytesOf(file)
      const { report, findings } = readMir(bytes)
      expect(findings).toEqual([])
      expect(report?.unplaced).toEqual([])
      expect(report === undefined ? '' : writeMir(report)).toBe(new TextDecoder().decode(bytes))
    })

    it(`${file}: has nothing that blocks, and says that its schema is not installed`, () => {
      const result = checkMir(bytesOf(file), { today: TODAY })
      expect(result).toMatchObject({
        version: '7.3.1',
        reportType: type,
        schemaValid: null,
        schemaFindings: [],
      })
      expect(result.findings.filter(f => f.severity === 'blocks')).toEqual([])
      expect(result.findings.map(f => f.code)).toContain('FORM-NOT-OFFICIALLY-CHECKED')
    })
  }

  it('are not verified against the official schema, and say so', () => {
    const status = exportStatus(reportOf(bytesOf('sample.xml')))
    expect(status).toMatchObject({ valid: null, checkedBy: 'nothing-official', findings: [] })
    expect(status.sentence).toBe(
      'Not verified against the official schema: the schema of MIR 7.3.1 is not installed.',
    )
    expect(blocks(status.findings)).toBe(false)
  })
})
