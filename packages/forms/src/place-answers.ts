import { defineCatalogue, type Finding, kind } from '@vigie/kernel'
import type { Answer, Unplaced } from './report.js'
import type { Leaf } from './table.js'
import { UnreadText } from './unread-text.js'
import { type Cursor, type NodeAddress, NodeKind } from './xml/cursor.js'
import { attributeXml, markupXml, nodeXml } from './xml/escape.js'

/** What reading a report tells beside the report. */
export const readFindings = defineCatalogue('READ', {
  UNPLACED: kind<{ what: string; parent: string }>(
    'recommended',
    'Something in the file has no place in the form. It is kept and written again.',
    p => `${p.what} in <${p.parent}> has no place in this form; it was kept as it is.`,
    () => 'Look whether its content belongs into a field of the form.',
  ),
})

const KINDS: Readonly<Record<number, Unplaced['kind']>> = {
  [NodeKind.element]: 'element',
  [NodeKind.text]: 'text',
  [NodeKind.cdata]: 'text',
}

/** Takes what a walk meets into answers, and keeps what has no place. Comments are kept without a word. */
export class Placer {
  readonly answers = new Map<string, Answer>()
  readonly emptyGroups: string[] = []
  readonly unplaced: Unplaced[] = []
  readonly findings: Finding[] = []
  /** How many things have been taken or kept. */
  placed = 0
  /** The texts of fields that repeat, while they are being collected. */
  readonly #lists = new Map<string, [string, ...string[]]>()

  constructor(readonly cursor: Cursor) {}

  outside(): void {
    for (const markup of this.cursor.outside().before)
      this.unplaced.push({ kind: markup.kind, in: '#before', xml: markupXml(markup) })
  }

  outsideAfter(): void {
    for (const markup of this.cursor.outside().after)
      this.unplaced.push({ kind: markup.kind, in: '#after', xml: markupXml(markup) })
  }

  /** The end of a group that was walked through. */
  group(element: NodeAddress, path: string, empty: boolean): void {
    if (empty) this.emptyGroups.push(path)
    this.placed++
    this.#keepAttributes(element, path)
  }

  /** A field with one plain text. Returns false if there is one already and the field does not repeat. */
  text(path: string, leaf: Leaf, text: string): boolean {
    const held = this.answers.get(path)
    if (held === undefined) {
      this.answers.set(path, answerOf(leaf, text))
    } else {
      if (!leaf.repeats) return false
      let list = this.#lists.get(path)
      if (list === undefined) {
        list = [heldText(leaf, held)]
        this.#lists.set(path, list)
        this.answers.set(path, { state: 'answered', texts: list })
      }
      list.push(text)
    }
    this.placed++
    return true
  }

  /** As {@link Placer.text}, for a text that need not be decoded yet. */
  unreadText(path: string, leaf: Leaf, at: NodeAddress): boolean {
    if (this.answers.has(path)) return this.text(path, leaf, this.cursor.textOf(at))
    this.placed++
    this.answers.set(path, new UnreadText(this.cursor, at))
    return true
  }

  /** A field of any other make. One list of texts serves all items, so an item with more than text is not taken. */
  field(element: NodeAddress, path: string, leaf: Leaf, text: string): boolean {
    const { cursor } = this
    const another = this.answers.has(path)
    if (another && (cursor.isDecorated(element) || this.#hasMarkup(element))) return false
    if (!this.text(path, leaf, text)) return false
    for (let child = cursor.firstChild(element); child !== 0; child = cursor.next(child)) {
      const kind = cursor.kind(child)
      if (kind === NodeKind.comment || kind === NodeKind.instruction) this.keepMarkup(child, path, undefined)
    }
    this.#keepAttributes(element, path)
    return true
  }

  #hasMarkup(element: NodeAddress): boolean {
    const { cursor } = this
    for (let child = cursor.firstChild(element); child !== 0; child = cursor.next(child)) {
      const kind = cursor.kind(child)
      if (kind !== NodeKind.text && kind !== NodeKind.cdata) return true
    }
    return false
  }

  keepMarkup(at: NodeAddress, path: string, after: string | undefined): void {
    const markup = this.cursor.markup(at)
    this.placed++
    this.unplaced.push({ kind: markup.kind, in: path, ...afterOf(after), xml: markupXml(markup) })
  }

  /** Keeps an element or a text that has no place. */
  keep(at: NodeAddress, path: string, after: string | undefined, what: string, parent: string): void {
    const xml = nodeXml(this.cursor.copy(at))
    this.#keep(
      { kind: KINDS[this.cursor.kind(at)] ?? 'element', in: path, ...afterOf(after), xml },
      what,
      parent,
    )
  }

  #keepAttributes(element: NodeAddress, path: string): void {
    const { cursor } = this
    if (!cursor.isDecorated(element)) return
    for (const { name, value } of [...cursor.declarations(element), ...cursor.attributes(element)])
      this.#keep(
        { kind: 'attribute', in: path, xml: attributeXml(name, value) },
        `The attribute ${name}`,
        cursor.name(element),
      )
  }

  #keep(piece: Unplaced, what: string, parent: string): void {
    this.placed++
    this.unplaced.push(piece)
    this.findings.push(readFindings.make.UNPLACED({ path: `/${piece.in}` }, { what, parent }))
  }
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
