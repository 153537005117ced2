import { type Cursor, type NodeAddress, NodeKind } from './cursor.js'
import type { ElementName } from './element-name.js'
import { withoutReferences } from './plain-references.js'
import { textBetween } from './plain-text.js'
import { PlainKind, type PlainTree } from './plain-tree.js'
import { isBlank, type XmlAttribute, type XmlElement, type XmlMarkup, type XmlNode } from './tree.js'
import { codePointsBetween } from './utf8.js'

const NONE: readonly never[] = []
const OUTSIDE = { before: NONE, after: NONE }
const ROOT = 1
/** By the negative of {@link PlainKind}. */
const KINDS = [
  NodeKind.text,
  NodeKind.text,
  NodeKind.text,
  NodeKind.cdata,
  NodeKind.comment,
  NodeKind.instruction,
]

/** Reads the nodes of a plain document: no element has a namespace, and nothing stands outside the root. */
export class PlainCursor implements Cursor {
  readonly root = ROOT
  /** The place up to which lines have been counted, and the line there. */
  #counted = 0
  #line = 1

  constructor(
    readonly source: Buffer,
    readonly tree: PlainTree,
  ) {}

  kind(at: NodeAddress): number {
    const name = this.tree.name[at] ?? 0
    return name > 0 ? NodeKind.element : (KINDS[-name] ?? NodeKind.text)
  }

  firstChild(at: NodeAddress): NodeAddress {
    return this.tree.firstChild[at] ?? 0
  }

  next(at: NodeAddress): NodeAddress {
    return this.tree.next[at] ?? 0
  }

  line(at: NodeAddress): number {
    const place = this.tree.start[at] ?? 0
    if (place < this.#counted) {
      this.#counted = 0
      this.#line = 1
    }
    const { source } = this
    for (let i = source.indexOf(10, this.#counted); i >= 0 && i < place; i = source.indexOf(10, i + 1))
      this.#line++
    this.#counted = place
    return this.#line
  }

  hasNamespace(): boolean {
    return false
  }

  isDecorated(at: NodeAddress): boolean {
    return this.tree.end[at] !== 0
  }

  name(at: NodeAddress): string {
    return this.tree.names.of(this.tree.name[at] ?? 0)
  }

  isNamed(at: NodeAddress, { name, nameNumber }: ElementName): boolean {
    const { tree } = this
    const number = tree.name[at] ?? 0
    return tree.names.isShared(nameNumber) ? number === nameNumber : tree.names.of(number) === name
  }

  isBlank(at: NodeAddress): boolean {
    const { tree, source } = this
    if (tree.name[at] === PlainKind.blank) return true
    const end = tree.end[at] ?? 0
    for (let i = tree.start[at] ?? 0; i < end; i++) {
      const byte = source[i]
      if (byte === 32 || byte === 10 || byte === 9) continue
      return byte === 38 && tree.name[at] === PlainKind.withReferences && isBlank(this.textOf(at))
    }
    return true
  }

  /** The bytes of the text in UTF-8. */
  textSize(at: NodeAddress): number {
    const { name, size, start, end } = this.tree
    return name[at] === PlainKind.withReferences ? (size[at] ?? 0) : (end[at] ?? 0) - (start[at] ?? 0)
  }

  /** More than it is where a reference stands for a letter beyond ASCII. */
  mostCodePoints(at: NodeAddress): number {
    const [start = 0, end = 0] = [this.tree.start[at], this.tree.end[at]]
    return codePointsBetween(this.source, start, end) - (end - start) + this.textSize(at)
  }

  textOf(at: NodeAddress): string {
    const { name, start, end } = this.tree
    const text = textBetween(this.source, start[at] ?? 0, end[at] ?? 0)
    return name[at] === PlainKind.withReferences ? withoutReferences(text) : text
  }

  directText(element: NodeAddress): string {
    let text = ''
    for (let at = this.firstChild(element); at !== 0; at = this.next(at)) {
      const kind = this.kind(at)
      if (kind === NodeKind.text || kind === NodeKind.cdata) text += this.textOf(at)
    }
    return text
  }

  attributes(element: NodeAddress): readonly XmlAttribute[] {
    return this.tree.decoration(element)?.attributes ?? NONE
  }

  declarations(element: NodeAddress): readonly XmlAttribute[] {
    return this.tree.decoration(element)?.declares ?? NONE
  }

  copy(at: NodeAddress): XmlNode {
    const kind = this.kind(at)
    if (kind === NodeKind.element) return this.element(at)
    if (kind === NodeKind.text || kind === NodeKind.cdata)
      return { kind: 'text', text: this.textOf(at), cdata: kind === NodeKind.cdata }
    return this.markup(at)
  }

  element(at: NodeAddress): XmlElement {
    const line = this.line(at)
    const children: XmlNode[] = []
    for (let child = this.firstChild(at); child !== 0; child = this.next(child))
      children.push(this.copy(child))
    return {
      kind: 'element',
      name: this.name(at),
      ns: '',
      attributes: this.attributes(at),
      declares: this.declarations(at),
      children,
      line,
    }
  }

  markup(at: NodeAddress): XmlMarkup {
    const { name, start, end } = this.tree
    const inside = this.source.toString('utf8', start[at], end[at])
    if (name[at] === PlainKind.comment) return { kind: 'comment', text: inside }
    // Blanks between the target and the rest are not part of either.
    return { kind: 'instruction', text: inside.replace(/[ \t\n]+/, ' ').replace(/^(\S+) $/, '$1') }
  }

  outside(): { readonly before: readonly XmlMarkup[]; readonly after: readonly XmlMarkup[] } {
    return OUTSIDE
  }
}
