import { caseJsonSchema } from '@vigie/facts'
import { describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { mir731 } from '../mir/7.3.1/table.js'
import { leavesOf } from '../table/index-of.js'
import { OPEN_FIELDS } from './open.js'
import { REQUEST_MENDS } from './request-mends.js'
import { mappingRows } from './rows/index.js'

const mapped = mappingRows.flatMap(row => (row.twin ? [row.to, `${row.to}LI`] : [row.to]))
const leaves = (table: Parameters<typeof leavesOf>[0]) => leavesOf(table).map(l => l.path)

const schema = caseJsonSchema()

/** Whether the published schema of a case has a place: `devices[#].udiDi`. */
function inSchema(place: string): boolean {
  const steps = place.split(/[.[]/).map(s => s.replace(/\d*#?\]$/, ''))
  let at: unknown[] = [schema]
  for (const step of steps) {
    at = at.flatMap(alternatives).flatMap(inner => {
      if (step === '') return 'items' in inner ? [inner.items] : []
      const { properties } = inner
      if (typeof properties === 'object' && properties !== null && step in properties)
        return [properties[step as keyof typeof properties]]
      return []
    })
    if (at.length === 0) return false
  }
  return true
}

/** A schema itself and everything it may be, facts with their value included. */
function alternatives(of: unknown): Record<string, unknown>[] {
  if (typeof of !== 'object' || of === null) return []
  const own = of as Record<string, unknown>
  const value = (own.properties as Record<string, unknown> | undefined)?.value
  const inner = Array.isArray(own.anyOf) ? own.anyOf.flatMap(alternatives) : []
  return [own, ...inner, ...(value === undefined ? [] : alternatives(value))]
}

describe('the mapping from case to MIR', () => {
  for (const table of [mir721, mir731]) {
    it(`accounts for every field of ${table.version}: mapped, or listed with a reason`, () => {
      const known = new Set([...mapped, ...Object.keys(OPEN_FIELDS)])
      const all = leaves(table)
      expect(all.length).toBeGreaterThan(200)
      expect(all.filter(path => !known.has(path))).toEqual([])
    })
  }

  it('has no row for a field that no version has, and none twice', () => {
    const all = new Set([...leaves(mir721), ...leaves(mir731)])
    expect(mapped.filter(path => !all.has(path))).toEqual([])
    expect(mapped.filter((path, i) => mapped.indexOf(path) !== i)).toEqual([])
    expect(Object.keys(OPEN_FIELDS).filter(path => !all.has(path) || mapped.includes(path))).toEqual([])
  })

  it('names places that a case has', () => {
    const places = mappingRows.flatMap(row => (typeof row.from === 'string' ? [row.from] : []))
    expect(places.length).toBeGreaterThan(150)
    expect(places.filter(p => !p.startsWith('request.') && !inSchema(p))).toEqual([])
    expect(inSchema('devices[#].udiDI')).toBe(false)
  })

  it('says how to mend what the request leaves out', () => {
    const asked = mappingRows.flatMap(row =>
      typeof row.from === 'string' && row.from.startsWith('request.') ? [row.from] : [],
    )
    // The form version and the kind of report are always told.
    const always = ['request.for', 'request.kind']
    expect(asked.filter(p => !always.includes(p) && !(p in REQUEST_MENDS))).toEqual([])
  })
})
