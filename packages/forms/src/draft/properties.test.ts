import { readFileSync } from 'node:fs'
import { caseJsonSchema, parseCase } from '@vigie/facts'
import { blocks, day } from '@vigie/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMir } from '../mir/check.js'
import { writeMir } from '../mir/read.js'
import { leavesOf, rowsByPath } from '../table/index-of.js'
import { type Draft, type DraftRequest, KIND_KEYS } from './context.js'
import { draftMir } from './draft.js'

type Schema = Readonly<Record<string, unknown>>

const COUNTRY = fc.constantFrom('DE', 'ES', 'XI', 'GB', 'UK', 'CH', 'LI', 'TR', 'GR', 'US', 'XK')
const DAY = fc.constantFrom('2024-02-29', '2025-12-31', '2026-05-29', '2026-11-17', '2026-11-18')
const MOMENT = fc.constantFrom('2026-11-17', '2026-11-17T23:30:00+01:00', '2026-11-18T08:00[Europe/Berlin]')
const COUNTRIES_AT =
  /(^|\.)(country|markets|authority|undertakenIn|countries|sentReports\[\]\.to)(\.value)?(\[\])?$/
const MOMENTS_AT = /(^|\.)(at|learnt|decidedOn)$/

/** Any value that a JSON Schema of the kind a case file has allows. The path tells countries and moments from other texts. */
function valueOf(schema: Schema, at: string): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.anyOf)) return fc.oneof(...schema.anyOf.map(s => valueOf(s, at)))
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const [min, max] = [Number(schema.minimum ?? 0), Number(schema.maximum ?? Number.MAX_SAFE_INTEGER)]
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 12) }), fc.integer({ min, max }))
    case 'number':
      return fc.oneof(fc.constantFrom(0.4, 1.5, 71.5, 1e-9, 1e21), fc.integer({ min: 1, max: 200 }))
    case 'array':
      return fc.array(valueOf(schema.items as Schema, `${at}[]`), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Math.min(Number(schema.maxItems ?? 4), 4),
      })
    case 'object':
      return objectOf(schema, at)
    default:
      return textOf(schema, at)
  }
}

function textOf(schema: Schema, at: string): fc.Arbitrary<string> {
  if (schema.format === 'date') return DAY
  if (COUNTRIES_AT.test(at)) return COUNTRY
  if (typeof schema.pattern === 'string') return fc.stringMatching(new RegExp(schema.pattern))
  if (MOMENTS_AT.test(at)) return MOMENT
  const [min, max] = [Number(schema.minLength ?? 0), Number(schema.maxLength ?? 60)]
  const word = fc.constantFrom(
    'A07',
    'a;b',
    'zwölf',
    '<&>',
    '09521234500018',
    'x'.repeat(Math.min(max, 4000)),
  )
  return word.filter(w => w.length >= min && w.length <= max)
}

function objectOf(schema: Schema, at: string): fc.Arbitrary<unknown> {
  if (typeof schema.additionalProperties === 'object')
    return fc.dictionary(COUNTRY, valueOf(schema.additionalProperties as Schema, `${at}.*`), { maxKeys: 4 })
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => name !== '$schema')
  const required = Array.isArray(schema.required) ? schema.required : []
  return fc.record(
    Object.fromEntries(properties.map(([name, s]) => [name, valueOf(s as Schema, `${at}.${name}`)])),
    { requiredKeys: properties.map(([name]) => name).filter(name => required.includes(name)) },
  )
}

const anyCase = valueOf(caseJsonSchema(), '')

const anyRequest: fc.Arbitrary<DraftRequest> = fc
  .record({
    to: fc.constantFrom('EU', 'NI', 'GB', 'CH'),
    kind: fc.constantFrom(...(Object.keys(KIND_KEYS) as (keyof typeof KIND_KEYS)[])),
    classification: fc.option(fc.constantFrom('Death', 'All other reportable incidents'), { nil: undefined }),
    reportDate: fc.option(fc.constant(day('2026-11-20')), { nil: undefined }),
    incident: fc.option(fc.constant(day('2026-11-18')), { nil: undefined }),
    reportability: fc.option(fc.constant(day('2026-11-19')), { nil: undefined }),
  })
  .map(r => ({
    device: 0,
    for: r.to,
    authority: { name: 'Authority', country: { EU: 'ES', NI: 'XI', GB: 'GB', CH: 'CH' }[r.to] },
    kind: r.kind,
    ...(r.classification === undefined ? {} : { classification: r.classification }),
    ...(r.reportDate === undefined ? {} : { reportDate: r.reportDate }),
    awareness: {
      ...(r.incident === undefined ? {} : { incident: r.incident }),
      ...(r.reportability === undefined ? {} : { reportability: r.reportability }),
    },
  }))

/** Runs a check on drafts of cases; a generated case that is none is a fault of the generator. */
function onDrafts(cases: fc.Arbitrary<unknown>, runs: number, check: (d: Draft, told: string) => void) {
  fc.assert(
    fc.property(cases, anyRequest, (json, request) => {
      const parsed = parseCase(json)
      if (!parsed.ok) throw new Error(parsed.findings.map(f => `${f.path} ${f.message}`).join('\n'))
      check(draftMir(parsed.case, request), JSON.stringify([json, request]))
    }),
    { numRuns: runs },
  )
}

describe('drafts of any case for any authority', () => {
  it('account for every answer: where it stands and where it comes from', () => {
    onDrafts(anyCase, 150, ({ report, table, filled, missing, notes }) => {
      expect(new Set(filled.map(f => f.path))).toEqual(new Set(Object.keys(report.fields)))
      for (const { path, place, label, from } of filled) {
        const row = rowsByPath(table).get(path)?.row
        expect([row?.kind, row?.place, row?.label]).toEqual(['leaf', place, label])
        expect(from).not.toMatch(/#|undefined/)
      }
      for (const f of [...missing, ...notes]) {
        expect(rowsByPath(table).has(f.path.replace('/incident/', ''))).toBe(true)
        expect(`${f.message} ${f.mend}`).not.toMatch(/#|undefined|NaN/)
      }
    })
  })

  it('never make a date up', () => {
    onDrafts(anyCase, 150, ({ report, table }, told) => {
      for (const { path, row } of leavesOf(table)) {
        const answer = report.fields[path]
        if (row.type.base !== 'date' || answer?.state !== 'answered') continue
        for (const text of answer.texts) expect(told).toContain(text)
      }
    })
  })

  it('never cut a text', () => {
    onDrafts(anyCase, 100, ({ report }, told) => {
      for (const answer of Object.values(report.fields)) {
        if (answer?.state !== 'answered') continue
        for (const text of answer.texts)
          for (const part of text.match(/x{49,}/g) ?? []) expect(told.includes(`"${part}"`)).toBe(true)
      }
    })
  })
})

const exampleJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../examples/${name}.json`, import.meta.url), 'utf8'))

/** A complete case with some of its answers taken out. */
const incompleteCase = fc
  .record({
    name: fc.constantFrom('glucose-sensor-great-britain', 'infusion-pump-death-germany'),
    without: fc.array(fc.nat({ max: 400 }), { maxLength: 3 }),
  })
  .map(({ name, without }) => {
    const json = exampleJson(name)
    for (const n of without) {
      const optional = optionalKeysIn(json, '')
      const victim = optional[n % optional.length]
      if (victim !== undefined) delete victim.of[victim.key]
    }
    return json
  })

const NEEDED =
  /(reference|manufacturer|devices|name|country|of|at|value|state|askedOn|from|to|incidents|devices|on|because|id|role|as|year|submitter|decidedOn)$/

function optionalKeysIn(value: unknown, at: string): { of: Record<string, unknown>; key: string }[] {
  if (Array.isArray(value)) return value.flatMap(v => optionalKeysIn(v, `${at}[]`))
  if (typeof value !== 'object' || value === null) return []
  const of = value as Record<string, unknown>
  return Object.entries(of).flatMap(([key, inner]) => [
    ...(NEEDED.test(key) && !(at === '.event' && key === 'country') ? [] : [{ of, key }]),
    ...optionalKeysIn(inner, `${at}.${key}`),
  ])
}

const within = (path: string, group: string) => path === group || path.startsWith(`${group}/`)

describe('what a draft calls missing', () => {
  it('blocks exactly where the form in its schema would refuse the draft', () => {
    const outcomes = new Set<boolean>()
    onDrafts(incompleteCase, 300, ({ report, missing }) => {
      const stamped = {
        ...report,
        attributes: { ...report.attributes, sCreateTimeStamp: '2026-11-20T10:00:00Z' },
      }
      const checked = checkMir(new TextEncoder().encode(writeMir(stamped)))
      const refused = [...checked.schemaFindings, ...checked.findings]
        .filter(f => f.code.startsWith('SCHEMA-'))
        .map(f => f.path)
      const named = missing.filter(f => f.severity === 'blocks').map(f => f.path)
      // Where a whole group is missing the schema names the group, the draft the answers that the group needs.
      expect(named.filter(path => !refused.some(group => within(path, group)))).toEqual([])
      expect(refused.filter(group => !named.some(path => within(path, group)))).toEqual([])
      outcomes.add(blocks(missing))
    })
    // The comparison means something only if both answers come up.
    expect(outcomes.size).toBe(2)
  })
})
