import { type AnyRow, appliesTo, type FieldTable, type SimpleType, typeFor } from '@vigie/forms'
import type { Random } from './random.js'

/** An XML element that a test can take apart: text is given as raw XML. */
export interface Draft {
  name: string
  attributes: Record<string, string>
  children: Draft[]
  /** Raw XML that stands before the children. */
  raw: string
}

export function draft(name: string, raw = '', children: Draft[] = []): Draft {
  return { name, attributes: {}, children, raw }
}

export function toXml(element: Draft, indent = ''): string {
  const attributes = Object.entries(element.attributes)
    .map(([k, v]) => ` ${k}="${v}"`)
    .join('')
  const { name, raw, children } = element
  if (children.length === 0 && raw === '') return `${indent}<${name}${attributes}/>`
  if (children.length === 0) return `${indent}<${name}${attributes}>${raw}</${name}>`
  const inner = children.map(c => toXml(c, `${indent}  `)).join('\n')
  return `${indent}<${name}${attributes}>${raw}\n${inner}\n${indent}</${name}>`
}

export function allElements(root: Draft): Draft[] {
  return [root, ...root.children.flatMap(allElements)]
}

export function parentOf(root: Draft, child: Draft): Draft | undefined {
  return allElements(root).find(e => e.children.includes(child))
}

const WORDS =
  'pump valve stopped alarm during infusion, patient was moved & treated; no harm – Gerät ΑΒΓ 器 😀'.split(
    ' ',
  )

/** Words of exactly `length` code points. */
export function prose(random: Random, length: number): string {
  const letters: string[] = []
  while (letters.length < length) letters.push(...random.pick(WORDS), ' ')
  return letters.slice(0, length).join('')
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

function valueOf(type: SimpleType, random: Random): string {
  switch (type.base) {
    case 'date':
      return `${random.int(1990, 2030)}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`
    case 'dateTime':
      return `2026-01-${pad(random.int(1, 28))}T${pad(random.int(0, 23))}:${pad(random.int(0, 59))}:00`
    case 'integer':
      return String(random.int(type.min ?? 0, type.max ?? 5000))
    case 'decimal':
      return (random.int(0, 20000) / 100).toString()
    case 'string': {
      if (type.values !== undefined) return random.pick(type.values)
      const min = type.minLength ?? 0
      const max = type.maxLength ?? 400
      if (type.digits) return pad(random.int(1, 2999), 4)
      return prose(random, random.chance(0.05) ? max : random.int(Math.max(min, 1), Math.min(max, 60)))
    }
  }
}

/** Rows as elements, each optional one with the chance `fill`. */
function fillRows(rows: readonly AnyRow[], key: string, random: Random, fill: number): Draft[] {
  return rows.flatMap(row => {
    if (!appliesTo(row.required, key) && !random.chance(fill)) return []
    if (row.kind === 'leaf') {
      const count = row.repeats ? random.int(1, 4) : 1
      return Array.from({ length: count }, () => draft(row.name, escape(valueOf(typeFor(row, key), random))))
    }
    const inner = row.order === 'choice' ? [random.pick(row.rows)] : row.rows
    const forced = row.order === 'choice' ? inner.map(r => ({ ...r, required: 'all' as const })) : inner
    return [draft(row.name, '', fillRows(forced, key, random, fill))]
  })
}

/** A valid report with invented values, made from the table: with `fill` 1 every optional element is there. */
export function makeReport(table: FieldTable, key: string, random: Random, fill: number): Draft {
  const type = table.reportTypes.find(t => t.key === key)
  if (type === undefined) throw new RangeError(key)
  const root = draft(table.root, '', fillRows(table.rows, key, random, fill))
  root.attributes = {
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    version: 'V5.0 2018-05-30',
    'xsi:noNamespaceSchemaLocation': type.schemaFile,
    sCreateTimeStamp: '2026-03-29T15:13:15',
    sFormLanguage: 'en',
  }
  for (const element of allElements(root)) if (element.name === 'reportType') element.raw = type.value
  return root
}
