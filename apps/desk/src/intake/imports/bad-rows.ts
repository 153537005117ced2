import { z } from '@hono/zod-openapi'
import type { Sheet } from './table.js'

/** A cell of CSV. What a spreadsheet would take for a formula gets an apostrophe; plain numbers do not need one. */
function cellOf(text: string): string {
  const guarded = /^[=+@\t\r-]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Rows that were left out with the reason, as a report keeps them. */
export const leftRows = z.array(z.object({ number: z.number().int(), why: z.string() }))

/** Those of a kept report; none before a table was read in. */
export const readLeftRows = (report: unknown): z.output<typeof leftRows> =>
  z.object({ leftRows: leftRows.default([]) }).parse(report).leftRows

/** The rows that were left out, as CSV with a last column that says why: to be corrected and read in again. */
export function badRows(sheet: Sheet, left: z.output<typeof leftRows>): string {
  const line = (cells: readonly string[]) => cells.map(cellOf).join(';')
  const byNumber = new Map([...sheet.rows, ...sheet.ragged].map(row => [row.number, row.cells]))
  const rows = left.map(({ number, why }) => {
    const cells = byNumber.get(number) ?? []
    const empty = Array.from({ length: Math.max(0, sheet.columns.length - cells.length) }, () => '')
    return line([...cells, ...empty, why])
  })
  return `\uFEFF${[line([...sheet.columns, 'Why it was left out']), ...rows].join('\r\n')}\r\n`
}
