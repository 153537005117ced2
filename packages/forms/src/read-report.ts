import { defineCatalogue, type Finding, kind } from '@vigie/kernel'
import type { Answer, Report, Unplaced } from './report.js'
import type { AnyRow, FieldTable, Leaf } from './table.js'
import { attributeXml, markupXml, nodeXml } from './xml/escape.js'
import { directText, isBlank, type XmlDocument, type XmlElement, type XmlMarkup } from './xml/tree.js'

/** What reading a report tells beside the report. */
export const readFindings = defineCatalogue('READ', {
  UNPLACED: kind<{ what: string; parent: string }>(
    'recommended',
    'Something in the file has no place in the form. It is kept and written again.',
    p => `${p.what} in <${p.parent}> has no place in this form; it was kept as it is.`,
    () => 'Look whether its content belongs into a field of the form.',
  ),
})

/**
 * Reads a document into a report of the table. Nothing is lost: what has no place in the table is kept in
 * `unplaced` and told as a finding (comments and processing instructions are kept without a word).
 * Whether the document is valid is another question, see `schemaFaults`.
 */
export function readDocument(
  table: FieldTable,
  document: XmlDocument,
): { readonly report: Report; readonly findings: readonly Finding[] } {
  const reader = new Reader()
  const { root } = document
  for (const markup of document.before) reader.keepMarkup(markup, '#before')
  reader.group(root, '', table.rows)
  for (const markup of document.after) reader.keepMarkup(markup, '#after')
  const attributes = [...root.declares, ...root.attributes].map(a => [a.name, a.value] as const)
  return {
    report: {
      form: table.form,
      version: table.version,
      attributes: Object.fromEntries(attributes),
      fields: reader.fields(),
      emptyGroups: reader.emptyGroups,
      unplaced: reader.unplaced,
    },
    findings: reader.findings,
  }
}

class Reader {
  readonly emptyGroups: string[] = []
  readonly unplaced: Unplaced[] = []
  readonly findings: Finding[] = []
  readonly #texts = new Map<string, { leaf: Leaf; texts: string[] }>()

  fields(): Record<string, Answer> {
    return Object.fromEntries(
      [...this.#texts].map(([path, { leaf, texts }]) => [path, answerOf(leaf, texts)]),
    )
  }

  group(element: XmlElement, path: string, rows: readonly AnyRow[]): void {
    const counts = new Map<string, number>()
    let after: string | undefined
    for (const child of element.children) {
      if (child.kind === 'text') {
        if (!isBlank(child.text)) this.#keep('text', path, after, nodeXml(child), 'Text', element)
      } else if (child.kind !== 'element') this.keepMarkup(child, path, after)
      else {
        const row = child.ns === '' ? rows.find(r => r.name === child.name) : undefined
        const count = (counts.get(child.name) ?? 0) + 1
        const inner = path === '' ? child.name : `${path}/${child.name}`
        const repeats = row?.kind === 'leaf' && row.repeats
        if (row === undefined || (count > 1 && !repeats) || !this.#place(child, inner, row)) {
          this.#keep('element', path, after, nodeXml(child), `The element <${child.name}>`, element)
          continue
        }
        counts.set(child.name, count)
        after = count === 1 ? child.name : `${child.name}[${count}]`
      }
    }
  }

  /** Takes an element into the report, unless it is a field that holds elements. */
  #place(element: XmlElement, path: string, row: AnyRow): boolean {
    if (row.kind === 'leaf') {
      if (element.children.some(c => c.kind === 'element')) return false
      const held = this.#texts.get(path)
      // One list of texts for all: an item with more to it than text is kept whole.
      if (held !== undefined && !isPlain(element)) return false
      if (held === undefined) this.#texts.set(path, { leaf: row, texts: [directText(element)] })
      else held.texts.push(directText(element))
      for (const child of element.children)
        if (child.kind === 'comment' || child.kind === 'instruction') this.keepMarkup(child, path)
    } else {
      const before = this.#texts.size + this.unplaced.length + this.emptyGroups.length
      this.group(element, path, row.rows)
      if (this.#texts.size + this.unplaced.length + this.emptyGroups.length === before)
        this.emptyGroups.push(path)
    }
    for (const a of [...element.declares, ...element.attributes])
      this.#keep(
        'attribute',
        path,
        undefined,
        attributeXml(a.name, a.value),
        `The attribute ${a.name}`,
        element,
      )
    return true
  }

  keepMarkup(markup: XmlMarkup, path: string, after?: string): void {
    this.unplaced.push({ kind: markup.kind, in: path, ...afterOf(after), xml: markupXml(markup) })
  }

  #keep(
    kind: Unplaced['kind'],
    path: string,
    after: string | undefined,
    xml: string,
    what: string,
    parent: XmlElement,
  ): void {
    this.unplaced.push({ kind, in: path, ...afterOf(after), xml })
    this.findings.push(readFindings.make.UNPLACED({ path: `/${path}` }, { what, parent: parent.name }))
  }
}

function isPlain(element: XmlElement): boolean {
  return (
    element.attributes.length === 0 &&
    element.declares.length === 0 &&
    element.children.every(c => c.kind === 'text')
  )
}

function afterOf(after: string | undefined): { readonly after?: string } {
  return after === undefined ? {} : { after }
}

function answerOf(leaf: Leaf, texts: readonly string[]): Answer {
  const [first = '', ...more] = texts
  if (more.length === 0) {
    if (first === '') return { state: 'not-answered' }
    if (first === leaf.word?.unknown) return { state: 'unknown' }
    if (first === leaf.word?.notApplicable) return { state: 'not-applicable' }
  }
  return { state: 'answered', texts: [first, ...more] }
}
