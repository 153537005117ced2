import { defineCatalogue, type Finding, kind } from '@vigie/kernel'
import type { Answer, Report, Unplaced } from './report.js'
import { type GroupPlan, type RowPlan, rootPlan } from './table/plan.js'
import type { FieldTable, Leaf } from './table.js'
import { attributeXml, markupXml, nodeXml } from './xml/escape.js'
import { directText, type XmlDocument, type XmlElement, type XmlMarkup } from './xml/tree.js'

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
  reader.group(root, '', rootPlan(table))
  for (const markup of document.after) reader.keepMarkup(markup, '#after')
  const attributes: Record<string, string> = {}
  for (const { name, value } of root.declares) attributes[name] = value
  for (const { name, value } of root.attributes) attributes[name] = value
  return {
    report: {
      form: table.form,
      version: table.version,
      attributes,
      fields: reader.fields,
      emptyGroups: reader.emptyGroups,
      unplaced: reader.unplaced,
    },
    findings: reader.findings,
  }
}

class Reader {
  readonly fields: Record<string, Answer> = {}
  readonly emptyGroups: string[] = []
  readonly unplaced: Unplaced[] = []
  readonly findings: Finding[] = []
  /** The texts of fields that repeat, while they are being collected. */
  readonly #lists = new Map<string, [string, ...string[]]>()
  #placed = 0

  group(element: XmlElement, path: string, plan: GroupPlan): void {
    const counts = new Uint32Array(plan.rows.length)
    let after: string | undefined
    for (const child of element.children) {
      if (child.kind === 'text') {
        if (!child.blank) this.#keep('text', path, after, nodeXml(child), 'Text', element)
      } else if (child.kind !== 'element') this.keepMarkup(child, path, after)
      else {
        const row = child.ns === '' ? plan.byName.get(child.name) : undefined
        const count = row === undefined ? 0 : (counts[row.index] ?? 0) + 1
        if (row === undefined || !this.#place(child, row, count)) {
          this.#keep('element', path, after, nodeXml(child), `The element <${child.name}>`, element)
          continue
        }
        counts[row.index] = count
        after = count === 1 ? child.name : `${child.name}[${count}]`
      }
    }
  }

  /** Takes an element into the report, unless it is one too many or a field that holds elements. */
  #place(element: XmlElement, { row, path, inner }: RowPlan, count: number): boolean {
    if (row.kind === 'group') {
      if (count > 1 || inner === undefined) return false
      const before = this.#placed
      this.group(element, path, inner)
      if (this.#placed === before) this.emptyGroups.push(path)
    } else if (count > 1) {
      // One list of texts for all: an item with more to it than text is kept whole.
      if (!row.repeats || !isPlain(element)) return false
      const held = this.fields[path]
      const list = this.#lists.get(path) ?? [held === undefined ? '' : heldText(row, held)]
      list.push(directText(element))
      this.#lists.set(path, list)
      this.fields[path] = { state: 'answered', texts: list }
    } else {
      if (element.children.length > 0 && element.children.some(c => c.kind === 'element')) return false
      this.fields[path] = answerOf(row, directText(element))
      for (const child of element.children)
        if (child.kind === 'comment' || child.kind === 'instruction') this.keepMarkup(child, path)
    }
    this.#placed++
    for (const a of element.declares) this.#keepAttribute(a, path, element)
    for (const a of element.attributes) this.#keepAttribute(a, path, element)
    return true
  }

  keepMarkup(markup: XmlMarkup, path: string, after?: string): void {
    this.#placed++
    this.unplaced.push({ kind: markup.kind, in: path, ...afterOf(after), xml: markupXml(markup) })
  }

  #keepAttribute(a: { readonly name: string; readonly value: string }, path: string, of: XmlElement): void {
    this.#keep('attribute', path, undefined, attributeXml(a.name, a.value), `The attribute ${a.name}`, of)
  }

  #keep(
    kind: Unplaced['kind'],
    path: string,
    after: string | undefined,
    xml: string,
    what: string,
    parent: XmlElement,
  ): void {
    this.#placed++
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

function answerOf(leaf: Leaf, text: string): Answer {
  if (text === '') return { state: 'not-answered' }
  if (leaf.word !== undefined) {
    if (text === leaf.word.unknown) return { state: 'unknown' }
    if (text === leaf.word.notApplicable) return { state: 'not-applicable' }
  }
  return { state: 'answered', texts: [text] }
}

/** The text that {@link answerOf} made an answer of. */
function heldText(leaf: Leaf, answer: Answer): string {
  switch (answer.state) {
    case 'answered':
      return answer.texts[0]
    case 'unknown':
      return leaf.word?.unknown ?? ''
    case 'not-applicable':
      return leaf.word?.notApplicable ?? ''
    case 'not-answered':
      return ''
  }
}
