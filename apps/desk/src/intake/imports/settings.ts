import { z } from '@hono/zod-openapi'
import type { Finding } from '@vigie/kernel'
import { deskFindings } from '../../problem/findings.js'
import { id, zone } from '../../schemas.js'
import { FIELDS, type ImportKind } from './fields.js'
import { refuseImport } from './refuse.js'
import type { Sheet, Table } from './table.js'

/** How a table is to be understood; kept with the import, so that it can be told years later. */
export const importSettings = z
  .strictObject({
    sheet: z.string().max(200).optional().openapi({ description: 'The first sheet when absent.' }),
    mapping: z
      .record(z.string().max(50), z.int().min(0).max(1000))
      .openapi({ description: 'Field to column, counted from 0.' }),
    fixed: z
      .record(z.string().max(50), z.string().max(300))
      .default({})
      .openapi({ description: 'One value for all rows, where a field has no column or a cell is empty.' }),
    zone: zone.optional().openapi({ description: 'Zone of times without an offset.' }),
    dateOrder: z
      .enum(['dmy', 'mdy'])
      .optional()
      .openapi({ description: 'Order of day and month in dates that can be read in two ways.' }),
    representativeId: id.optional().openapi({
      description: 'Of a table of represented manufacturers: the organisation that represents them.',
    }),
  })
  .openapi('ImportSettings')
export type ImportSettings = z.output<typeof importSettings>

/** The settings as they are kept with an import. */
export const keptSettings = z.object(importSettings.shape)

/** The sheet that is meant; refuses settings that name what is not there. */
export function sheetFor(kind: ImportKind, table: Table, settings: ImportSettings): Sheet {
  const sheet =
    settings.sheet === undefined ? table.sheets[0] : table.sheets.find(s => s.name === settings.sheet)
  const at = (path: string) => ({ path, place: 'body' })
  if (sheet === undefined) {
    return refuseImport([deskFindings.make.REFERENCE(at('sheet'), { name: 'sheet' })])
  }
  const names = new Set(FIELDS[kind].map(f => f.name))
  const findings: Finding[] = [
    ...Object.entries(settings.mapping).flatMap(([name, column]) => {
      if (!names.has(name)) return [deskFindings.make['UNKNOWN-KEY'](at(`mapping.${name}`), { name })]
      if (column < sheet.columns.length) return []
      return [deskFindings.make.REFERENCE(at(`mapping.${name}`), { name: `column ${column}` })]
    }),
    ...Object.keys(settings.fixed)
      .filter(name => !names.has(name))
      .map(name => deskFindings.make['UNKNOWN-KEY'](at(`fixed.${name}`), { name })),
  ]
  if (findings.length > 0) refuseImport(findings)
  return sheet
}
