import readSheets from 'read-excel-file/node'
import { importFindings } from './findings.js'
import { refuseImport } from './refuse.js'
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, type Sheet, type Table } from './table.js'
import { faultOfZip } from './zip-sizes.js'

const MOST_UNPACKED = 128 * 1_048_576

/** Reads a spreadsheet. Of a formula only the value that was saved with it is taken; nothing is computed. */
export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const fault = faultOfZip(bytes, MOST_UNPACKED)
  if (fault !== undefined) refuseFile(fault)
  // Numbers stay as they are written: a GTIN is no quantity.
  const sheets = await readSheets(Buffer.from(bytes), { parseNumber: (text: string) => text }).catch(() =>
    refuseFile('it is not a spreadsheet (.xlsx), or damaged'),
  )
  return {
    format: 'xlsx',
    sheets: sheets.map(({ sheet, data }) => sheetOf(sheet, data)),
    notices: ['Of formulas the saved values were read.'],
  }
}

function refuseFile(fault: string): never {
  return refuseImport([importFindings.make.FILE({ path: 'file' }, { fault })])
}

function sheetOf(name: string, data: readonly (readonly unknown[])[]): Sheet {
  const first = data.findIndex(row => row.some(cell => cell !== null))
  const head = first < 0 ? [] : (data[first] ?? [])
  const columns = head.map(cell => textOfCell(cell).trim())
  const rows = data
    .map((cells, i) => ({ number: i + 1, cells: columns.map((_, c) => textOfCell(cells[c] ?? null)) }))
    .slice(first + 1)
    .filter(row => row.cells.some(cell => cell.trim() !== ''))
  const findings = []
  if (columns.length > MOST_COLUMNS) {
    findings.push(importFindings.make.LIMIT({ path: name }, { what: 'columns', most: MOST_COLUMNS }))
  }
  if (rows.length > MOST_ROWS) {
    findings.push(importFindings.make.LIMIT({ path: name }, { what: 'rows', most: MOST_ROWS }))
  }
  return { name, columns, rows: rows.slice(0, MOST_ROWS), ragged: [], findings }
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const [day = '', time = ''] = cell.toISOString().slice(0, 19).split('T')
    return time === '00:00:00' ? day : `${day} ${time}`
  }
  return String(cell).replaceAll('\u0000', '').slice(0, LONGEST_CELL)
}
