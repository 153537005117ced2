import type { Answer, Report, Unplaced } from './report.js'
import type { AnyRow, FieldTable, Leaf } from './table.js'
import { attributeXml, escapeText } from './xml/escape.js'

/**
 * Writes a report as XML in UTF-8: the elements in the order of the table, two spaces of indentation, the same
 * text every time. Fields that are not answered are left out, and groups without anything in them, except the empty
 * elements that were read. What had no place when the report was read is written where it stood.
 */
export function writeDocument(table: FieldTable, report: Report): string {
  return new Writer(table, report).document()
}

/** Root attributes in the order in which the official form writes them; others follow as they come. */
const ATTRIBUTE_ORDER = [
  'xmlns:xsi',
  'version',
  'xsi:noNamespaceSchemaLocation',
  'sCreateTimeStamp',
  'sFormLanguage',
]

class Writer {
  readonly #lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  readonly #unplaced = new Map<string, Unplaced[]>()
  readonly #emptyGroups: ReadonlySet<string>
  readonly #groupsWithContent = new Set<string>()

  constructor(
    readonly table: FieldTable,
    readonly report: Report,
  ) {
    this.#emptyGroups = new Set(report.emptyGroups)
    for (const piece of report.unplaced) {
      const list = this.#unplaced.get(piece.in)
      if (list === undefined) this.#unplaced.set(piece.in, [piece])
      else list.push(piece)
      this.#markGroups(piece.in)
    }
    for (const path of Object.keys(report.fields)) this.#markGroups(path)
    for (const path of report.emptyGroups) this.#markGroups(path)
  }

  #markGroups(path: string): void {
    for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1))
      this.#groupsWithContent.add(path.slice(0, at))
  }

  document(): string {
    for (const piece of this.#unplaced.get('#before') ?? []) this.#lines.push(piece.xml)
    this.#group(this.table.root, '', this.table.rows, '', this.#rootAttributes())
    for (const piece of this.#unplaced.get('#after') ?? []) this.#lines.push(piece.xml)
    return `${this.#lines.join('\n')}\n`
  }

  #rootAttributes(): string {
    const { attributes } = this.report
    const names = Object.keys(attributes)
    const ordered = [
      ...ATTRIBUTE_ORDER.filter(n => names.includes(n)),
      ...names.filter(n => !ATTRIBUTE_ORDER.includes(n)),
    ]
    return ordered.map(n => ` ${attributeXml(n, attributes[n] ?? '')}`).join('')
  }

  #group(name: string, path: string, rows: readonly AnyRow[], indent: string, attributes: string): void {
    const opened = this.#lines.length
    const deeper = `${indent}  `
    const left = new Map<string, Unplaced[]>()
    for (const piece of this.#unplaced.get(path) ?? []) {
      if (piece.kind === 'attribute') continue
      const at = left.get(piece.after ?? '')
      if (at === undefined) left.set(piece.after ?? '', [piece])
      else at.push(piece)
    }
    this.#pieces(left, '', deeper)
    for (const row of rows) {
      const inner = path === '' ? row.name : `${path}/${row.name}`
      if (row.kind === 'leaf') this.#leaf(row, inner, deeper, left)
      else if (this.#groupsWithContent.has(inner)) {
        this.#group(row.name, inner, row.rows, deeper, this.#attributesOf(inner))
        this.#pieces(left, row.name, deeper)
      }
    }
    // What followed an element that is gone comes last.
    for (const after of left.keys()) this.#pieces(left, after, deeper)
    if (this.#lines.length === opened) {
      if (path === '' || this.#emptyGroups.has(path) || attributes !== '')
        this.#lines.push(`${indent}<${name}${attributes}/>`)
      return
    }
    this.#lines.splice(opened, 0, `${indent}<${name}${attributes}>`)
    this.#lines.push(`${indent}</${name}>`)
  }

  #leaf(leaf: Leaf, path: string, indent: string, left: Map<string, Unplaced[]>): void {
    const answer: Answer | undefined = this.report.fields[path]
    if (answer === undefined) return
    const attributes = this.#attributesOf(path)
    const markup = (this.#unplaced.get(path) ?? [])
      .filter(p => p.kind !== 'attribute')
      .map(p => p.xml)
      .join('')
    textsOf(leaf, answer).forEach((text, i) => {
      const content = escapeText(text) + (i === 0 ? markup : '')
      const own = i === 0 ? attributes : ''
      this.#lines.push(
        content === ''
          ? `${indent}<${leaf.name}${own}/>`
          : `${indent}<${leaf.name}${own}>${content}</${leaf.name}>`,
      )
      this.#pieces(left, i === 0 ? leaf.name : `${leaf.name}[${i + 1}]`, indent)
    })
  }

  #attributesOf(path: string): string {
    return (this.#unplaced.get(path) ?? [])
      .filter(p => p.kind === 'attribute')
      .map(p => ` ${p.xml}`)
      .join('')
  }

  /** Writes the pieces that stood after a placed element, and takes them off the list. */
  #pieces(left: Map<string, Unplaced[]>, after: string, indent: string): void {
    for (const piece of left.get(after) ?? []) this.#lines.push(indent + piece.xml)
    left.delete(after)
  }
}

/** How an answer stands in the XML: one text for each element, none if the element is left out. */
export function textsOf(leaf: Leaf, answer: Answer): readonly string[] {
  switch (answer.state) {
    case 'answered':
      return answer.texts
    case 'unknown':
      return leaf.word?.unknown === undefined ? [] : [leaf.word.unknown]
    case 'not-applicable':
      return leaf.word?.notApplicable === undefined ? [] : [leaf.word.notApplicable]
    case 'not-answered':
      return ['']
  }
}
