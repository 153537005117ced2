import type { Finding } from '@vigie/kernel'
import { FALLBACK, FIELDS, type ImportKind } from './fields.js'
import { importFindings } from './findings.js'
import { type CellOptions, readCell } from './read-cell.js'
import type { Sheet } from './table.js'

export interface RowSettings extends CellOptions {
  /** Which column (from 0) each field stands in. */
  readonly mapping: Readonly<Record<string, number>>
  /** One value for all rows, of fields without a column or with empty cells. */
  readonly fixed: Readonly<Record<string, string>>
}

/** A row as its fields, ready to be kept. */
export interface ReadRow {
  readonly number: number
  readonly values: Readonly<Record<string, string | number>>
}

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** Faults of rows, by their number. */
  readonly faults: ReadonlyMap<number, readonly Finding[]>
  /** Faults of the mapping: then there are no rows. */
  readonly findings: readonly Finding[]
}

/** Reads the rows of a sheet by a mapping. Every fault is named by row and column. */
export function readRows(kind: ImportKind, sheet: Sheet, settings: RowSettings): ReadRows {
  const { mapping, fixed } = settings
  const fields = FIELDS[kind]
  const given: Readonly<Record<string, string>> = { ...FALLBACK[kind], ...fixed }
  const findings = fields
    .filter(f => f.needed === true && mapping[f.name] === undefined && given[f.name] === undefined)
    .map(f => importFindings.make.UNMAPPED({ path: `mapping.${f.name}` }, { field: f.label }))
  if (findings.length > 0) return { rows: [], faults: new Map(), findings }
  const faults = new Map<number, Finding[]>()
  const rows: ReadRow[] = []
  for (const { number, cells } of sheet.rows) {
    const values: Record<string, string | number> = {}
    const wrong: Finding[] = []
    for (const field of fields) {
      const column = mapping[field.name]
      const own = column === undefined ? '' : (cells[column] ?? '')
      const cell = own.trim() === '' ? (given[field.name] ?? '') : own
      const path = `row ${number}, ${column === undefined ? field.label : (sheet.columns[column] ?? field.label)}`
      if (cell.trim() === '') {
        if (field.needed === true) wrong.push(importFindings.make.NEEDED({ path }, { field: field.label }))
        continue
      }
      const read = readCell(field, cell, settings, path)
      if ('fault' in read) wrong.push(read.fault)
      else values[field.name] = read.value
    }
    if (wrong.length > 0) faults.set(number, wrong)
    else rows.push({ number, values })
  }
  return { rows, faults, findings: [] }
}

/**
 * A heading that stands twice does not say which column is meant. For the guess such columns are left out
 * ({@link guessMapping} gets no name for them), so that a person chooses one by its number.
 */
export function headingsTwice(sheet: Sheet): {
  readonly columns: readonly string[]
  readonly findings: readonly Finding[]
} {
  const named = new Map<string, number[]>()
  sheet.columns.forEach((heading, i) => {
    const key = heading.toLowerCase()
    if (key !== '') named.set(key, [...(named.get(key) ?? []), i])
  })
  const twice = [...named.values()].filter(at => at.length > 1)
  const out = new Set(twice.flat())
  return {
    columns: sheet.columns.map((heading, i) => (out.has(i) ? '' : heading)),
    findings: twice.map(at => {
      const columns = at.map(i => i + 1).join(' and ')
      const says = { name: sheet.columns[at[0] ?? 0] ?? '', columns }
      return importFindings.make.HEADING({ path: `columns ${columns}` }, says)
    }),
  }
}
