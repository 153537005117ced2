import {
  type AnyRow,
  appliesTo,
  type FieldTable,
  type ImdrfAnnex,
  type Leaf,
  type SimpleType,
  typeFor,
} from '@vigie/forms'
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

/** Mostly plain English, with what real reports have too: umlauts, ampersands, other alphabets now and then. */
const WORDS = (
  'the pump stopped during infusion and an alarm was heard by nurse who moved patient to second device without delay no harm was seen ' +
  'after that valve was returned for analysis which found a worn seal in line with earlier reports of this lot so corrective action is ' +
  'planned until end of year customers were told; see annex 3 (page 12), 4.5 ml/h, 37 °C & 1013 hPa – Gerät défaut ΑΒΓ 器 😀'
).split(' ')

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

const CODES: Readonly<Record<ImdrfAnnex, string>> = {
  A: 'A010101 A0501 A0601 A0702 A090802 A150103 A1801 A27',
  B: 'B01 B03 B05 B10 B12 B14 B21 B22',
  C: 'C0101 C0201 C0601 C07 C13 C19 C20 C21',
  D: 'D0101 D02 D03 D05 D10 D12 D14 D15',
  E: 'E0104 E0501 E1201 E1701 E2008 E233001 E2330 E2403',
  F: 'F02 F05 F0801 F1204 F20 F2303 F26 F28',
  G: 'G01001 G02003 G02005 G03003 G04041 G04102 G07001 G07002',
}

/** A text as the field would have it in a real report. */
function answerOf(leaf: Leaf, type: SimpleType, random: Random): string {
  switch (leaf.holds?.is) {
    case 'imdrf-code':
      return random.pick(CODES[leaf.holds.annex].split(' '))
    case 'email':
      return `vigilance.${random.int(1, 99)}@example.com`
    case 'phone':
      return `+49 30 ${random.int(100000, 999999)}`
    case 'srn':
      return `DE-${leaf.holds.role}-${String(random.int(1, 999999999)).padStart(9, '0')}`
    case 'udi-di':
    case 'basic-udi-di':
      return random.pick(['Unknown', '04012345678901', '++A999MODELIDENTIFIER11S8'])
    default:
      return valueOf(type, random)
  }
}

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
      return Array.from({ length: count }, () =>
        draft(row.name, escape(answerOf(row, typeFor(row, key), random))),
      )
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
