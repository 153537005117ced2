import type { Finding } from '@vigie/kernel'

/** One row of a table with the number a person sees beside it: the line in CSV, the row in a spreadsheet. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A sheet as text: dates as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, numbers in plain digits. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Rows whose width is not that of the heading; each is a fault. */
  readonly ragged: readonly TableRow[]
  /** Faults of the sheet itself; those that block make it useless. */
  readonly findings: readonly Finding[]
}

export interface Table {
  readonly format: 'csv' | 'xlsx'
  readonly sheets: readonly Sheet[]
  readonly notices: readonly string[]
}

export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 200
export const LONGEST_CELL = 32_767
