import type { Finding } from '@vigie/kernel'
import type { Tx } from '@vigie/record'
import { importFindings } from '../findings.js'
import type { ReadRow } from '../read-rows.js'

/** What a row will do to the record, found before anything is written. */
export type Plan = Making | { readonly already: Finding } | { readonly faults: readonly Finding[] }

export interface Making {
  readonly make: (tx: Tx) => Promise<void>
}

export type Planner = (row: ReadRow) => Plan

export interface Surroundings {
  readonly tx: Tx
  readonly tenantId: string
  readonly importId: string
  /** The organisation that represents the manufacturers of the table; wanted for that kind only. */
  readonly representativeId: string | undefined
  readonly zone: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** A text of a row. */
export const textOf = (row: ReadRow, name: string): string | null => {
  const value = row.values[name]
  return value === undefined ? null : String(value)
}

/** Rows of the record by a key that people write; two under one key are told apart from one. */
export class Lookup<T> {
  private readonly found = new Map<string, T | 'several'>()
  add(key: string | null, one: T): void {
    if (key === null || key.trim() === '') return
    const small = key.trim().toLowerCase()
    this.found.set(small, this.found.has(small) ? 'several' : one)
  }
  /** The one under a key, or why there is none. */
  get(key: string, what: string, path: string): { readonly one: T } | { readonly fault: Finding } {
    const one = this.found.get(key.trim().toLowerCase())
    if (one === undefined) return { fault: importFindings.make.NOWHERE({ path }, { what, value: key }) }
    if (one === 'several') return { fault: importFindings.make.SEVERAL({ path }, { what, value: key }) }
    return { one }
  }
  has(key: string | null): boolean {
    return key !== null && this.found.has(key.trim().toLowerCase())
  }
}

/** Numbers of the rows of this table by a key, to find two that say the same. */
export class Seen {
  private readonly rows = new Map<string, number>()
  twice(key: string | null, row: ReadRow, what: string): Finding[] {
    if (key === null) return []
    const small = key.toLowerCase()
    const before = this.rows.get(small)
    if (before === undefined) {
      this.rows.set(small, row.number)
      return []
    }
    const path = `row ${row.number}`
    return [importFindings.make.TWICE({ path }, { what, value: key, row: before })]
  }
}

export const there = (row: ReadRow, what: string, value: string): Plan => ({
  already: importFindings.make.THERE({ path: `row ${row.number}` }, { what, value }),
})
