import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_PACK } from './index.js'

const REFERENCE = new URL('../../../../../shared/reference/law.md', import.meta.url)
const absent = !existsSync(REFERENCE)
if (absent) console.log('skipped: the reference tables of law are not beside the repository')

/** Rows not loaded yet. The list may only shrink. */
const NOT_YET: readonly string[] = []

const SECTIONS = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '2', '3', '4', '5']

interface Row {
  readonly id: string
  readonly section: string
}

/** Rows whose first cell is an id, such as `EU-VIG-25a`, with their section: `1.4`, and `2` for all of 2.x. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = []
  let section = ''
  for (const line of text.split('\n')) {
    section = /^#{1,6} +(1\.\d|\d+)/.exec(line)?.[1] ?? section
    const id = /^\| *([A-Z]{2}(?:-[A-Z]+)*-\d+[a-z]?) *\|/.exec(line)?.[1]
    if (id !== undefined && SECTIONS.includes(section)) rows.push({ id, section })
  }
  return rows
}

const { rules, definitions, notes } = BUILT_IN_PACK
const shipped = new Set([...rules, ...definitions, ...notes].map(r => r.id))

describe.skipIf(absent)('the law pack against the reference tables', () => {
  const rows = absent ? [] : rowsOf(readFileSync(REFERENCE, 'utf8'))

  it('finds rows in every section', () => {
    expect(SECTIONS.filter(s => !rows.some(row => row.section === s))).toEqual([])
    expect(rows.length).toBeGreaterThan(200)
    expect(rows.map(r => r.id)).toEqual(
      expect.arrayContaining(['EU-VIG-25a', 'GB-VIG-06', 'NI-11', 'US-MDR-02']),
    )
  })

  it('holds each row as a rule, a definition or a note', () => {
    expect(rows.map(r => r.id).filter(id => !shipped.has(id) && !NOT_YET.includes(id))).toEqual([])
  })

  it('keeps no row on the open list that is loaded or gone', () => {
    expect(NOT_YET.filter(id => shipped.has(id) || !rows.some(row => row.id === id))).toEqual([])
  })
})
