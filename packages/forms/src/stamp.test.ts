import { describe, expect, it } from 'vitest'
import { mir721 } from './mir/7.2.1/table.js'
import { mir731 } from './mir/7.3.1/table.js'
import { answered, newReport, withAnswer } from './report.js'
import { stampForExport } from './stamp.js'

const TIME = '2026-11-25T16:05:00'

describe('what an export adds', () => {
  it.each([
    [mir721, 'incident-Initial-v7.2.1.xsd'],
    [mir731, 'incident-Initial-v7.3.xsd'],
  ])('is the time and the schema of the report type', (table, schema) => {
    const report = withAnswer(newReport(table), table.typeField, answered('Initial'))
    expect(stampForExport(report, TIME).attributes).toMatchObject({
      sCreateTimeStamp: TIME,
      'xsi:noNamespaceSchemaLocation': schema,
    })
  })

  it('leaves alone what the report says, and names no schema for an unknown type', () => {
    const report = { ...newReport(mir721), attributes: { sCreateTimeStamp: '2020-01-01T00:00:00' } }
    expect(stampForExport(report, TIME).attributes).toEqual({ sCreateTimeStamp: '2020-01-01T00:00:00' })
    expect(stampForExport(report, TIME, { renew: true }).attributes).toEqual({ sCreateTimeStamp: TIME })
  })
})
