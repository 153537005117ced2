import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { leavesOf, rowsByPath } from '../../table/index-of.js'
import type { AnyRow, SimpleType } from '../../table.js'
import { typeFor } from '../../table.js'
import { mir721 } from './table.js'

const schemas = new URL('../../../../../../shared/reference/mir/schema/', import.meta.url)
const here = existsSync(schemas)
if (!here) console.warn('skipped: the official MIR 7.2.1 schemas are not at ../shared/reference/mir/schema')

/** The parts of a schema that the table must repeat, read with plain patterns: the schema files are regular. */
function readSchema(file: string) {
  const xsd = readFileSync(new URL(file, schemas), 'utf8').replace(/<!--[\s\S]*?-->/g, '')
  const block = (kind: string) =>
    new Map(
      [...xsd.matchAll(new RegExp(`<xsd:${kind} name="([^"]+)">([\\s\\S]*?)</xsd:${kind}>`, 'g'))].map(m => [
        m[1] ?? '',
        m[2] ?? '',
      ]),
    )
  return { complex: block('complexType'), simple: block('simpleType'), xsd }
}

function describeSimple(schema: ReturnType<typeof readSchema>, name: string): string {
  const body = schema.simple.get(name)
  if (body === undefined) return name.replace('xsd:', '')
  const base = /base="xsd:(\w+)"/.exec(body)?.[1]
  const facet = (f: string) => [...body.matchAll(new RegExp(`<xsd:${f} value="([^"]*)"`, 'g'))].map(m => m[1])
  const values = [...new Set(facet('enumeration'))].sort()
  return JSON.stringify([
    base,
    facet('minLength')[0] ?? facet('minInclusive')[0] ?? '',
    facet('maxLength')[0] ?? facet('maxInclusive')[0] ?? '',
    facet('pattern')[0] ?? '',
    values,
  ])
}

function describeOurs(type: SimpleType): string {
  if (type.base === 'string') {
    const values = [...(type.values ?? [])].sort()
    return JSON.stringify([
      'string',
      String(type.minLength ?? ''),
      String(type.maxLength ?? ''),
      type.digits ? '[0-9]+' : '',
      values,
    ])
  }
  if (type.base === 'integer' && type.min !== undefined)
    return JSON.stringify(['integer', String(type.min), String(type.max), '', []])
  return type.base
}

function elements(body: string) {
  return [...body.matchAll(/<xsd:element ([^>]*?)\/>/g)].map(m => {
    const attr = (n: string) => new RegExp(`${n}="([^"]*)"`).exec(m[1] ?? '')?.[1]
    return {
      name: attr('name') ?? '',
      type: attr('type') ?? '',
      min: attr('minOccurs') ?? '1',
      max: attr('maxOccurs') ?? '1',
      def: attr('default') ?? '',
    }
  })
}

describe.skipIf(!here)('the table of MIR 7.2.1 says what the official schemas say', () => {
  for (const { key, schemaFile } of mir721.reportTypes) {
    it(schemaFile, () => {
      const schema = readSchema(schemaFile)
      const official: string[] = []
      const ours: string[] = []
      const walkSchema = (body: string, path: string, choice: boolean) => {
        for (const e of elements(body)) {
          const at = path === '' ? e.name : `${path}/${e.name}`
          const inner = schema.complex.get(e.type)
          const occurs = choice ? 'choice' : `${e.min}-${e.max}`
          official.push(
            `${at} ${occurs} ${e.def} ${inner === undefined ? describeSimple(schema, e.type) : 'group'}`,
          )
          if (inner !== undefined) walkSchema(inner, at, inner.includes('<xsd:choice>'))
        }
      }
      const root = /<xsd:element name="incident">([\s\S]*?)<\/xsd:sequence>/.exec(schema.xsd)?.[1] ?? ''
      walkSchema(root, '', false)
      const walkOurs = (rows: readonly AnyRow[], path: string, choice: boolean) => {
        for (const row of rows) {
          const at = path === '' ? row.name : `${path}/${row.name}`
          const needed = row.required === 'all' || (row.required !== 'none' && row.required.includes(key))
          const repeats = row.kind === 'leaf' && row.repeats
          const occurs = choice ? 'choice' : `${needed ? 1 : 0}-${repeats ? 'unbounded' : 1}`
          const def = row.kind === 'leaf' ? (row.emptyMeans ?? '') : ''
          ours.push(
            `${at} ${occurs} ${def} ${row.kind === 'leaf' ? describeOurs(typeFor(row, key)) : 'group'}`,
          )
          if (row.kind === 'group') walkOurs(row.rows, at, row.order === 'choice')
        }
      }
      walkOurs(mir721.rows, '', false)
      expect(official.length).toBeGreaterThan(300)
      expect(ours).toEqual(official)
    })
  }

  it('lists the same languages for the root attribute', () => {
    const schema = readSchema('incident-Initial-v7.2.1.xsd')
    const language = mir721.attributes.find(a => a.name === 'sFormLanguage')
    expect(language && describeOurs(language.type)).toBe(describeSimple(schema, 'isoLanguageT'))
  })
})

describe('every row of MIR 7.2.1', () => {
  it('has a label, a section and at least one plain sentence of help', () => {
    for (const { path, row } of rowsByPath(mir721).values()) {
      expect(row.label, path).toMatch(/^\S.{2,}/)
      expect(row.place, path).toMatch(/^[1-5](\.\d)*(\.[a-q])?$/)
      expect(row.help, path).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('stands under a heading of the printed form', () => {
    const headings = new Set(mir721.headings.map(h => h.place))
    for (const { path, row } of leavesOf(mir721)) {
      const section = row.place.replace(/\.[a-q]$/, '')
      expect(headings, path).toContain(section)
    }
  })

  it('links list twins both ways', () => {
    for (const { path, row } of leavesOf(mir721)) {
      if (row.twin === undefined) continue
      const other = 'inList' in row.twin ? row.twin.inList : row.twin.ofPlain
      expect(rowsByPath(mir721).has(path.replace(/[^/]*$/, other)), path).toBe(true)
    }
  })
})
