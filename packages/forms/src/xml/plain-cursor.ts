import { type Cursor, type ElementName, type NodeAddress, NodeKind } from './cursor.js'
import type { PlainRoot } from './plain-root.js'
import { utf8Of } from './plain-text.js'
import { type PlainTree, TEXT_WITH_ENTITIES } from './plain-tree.js'
import type { XmlAttribute, XmlElement, XmlMarkup, XmlNode } from './tree.js'

const NONE: readonly never[] = []
const OUTSIDE = { before: NONE, after: NONE }
const ROOT = 1
const LETTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Reads the nodes of a plain document: no namespaces, comments or instructions, attributes on the root alone. */
export class PlainCursor implements Cursor {
  readonly root = ROOT
  /** The place up to which lines have been counted, and the line there. */
  #counted = 0
  #line = 1

  constructor(
    /** One letter a byte. */
    readonly source: string,
    readonly tree: PlainTree,
    readonly start: PlainRoot,
  ) {}

  kind(at: NodeAddress): number {
    return (this.tree.name[at] ?? 0) > 0 ? NodeKind.element : NodeKind.text
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
    for (let i = source.indexOf('\n', this.#counted); i >= 0 && i < place; i = source.indexOf('\n', i + 1))
      this.#line++
    this.#counted = place
    return this.#line
  }

  hasNamespace(): boolean {
    return false
  }

  isDecorated(at: NodeAddress): boolean {
    return at === ROOT && this.start.attributes.length + this.start.declares.length > 0
  }

  name(at: NodeAddress): string {
    return this.tree.names.of(this.tree.name[at] ?? 0)
  }

  isNamed(at: NodeAddress, { name }: ElementName): boolean {
    return this.name(at) === name
  }

  isBlank(at: NodeAddress): boolean {
    const end = this.tree.end[at] ?? 0
    for (let i = this.tree.start[at] ?? 0; i < end; i++) {
      const code = this.source.charCodeAt(i)
      if (code !== 32 && code !== 10 && code !== 9) return false
    }
    return true
  }

  /** The bytes of the text in UTF-8: an entity stands for one. */
  textSize(at: NodeAddress): number {
    const { source, tree } = this
    const [start = 0, end = 0] = [tree.start[at], tree.end[at]]
    let size = end - start
    if (tree.name[at] === TEXT_WITH_ENTITIES)
      for (let i = source.indexOf('&', start); i >= 0 && i < end; i = source.indexOf('&', i + 1))
        size -= source.indexOf(';', i) - i
    return size
  }

  textOf(at: NodeAddress): string {
    const { name, start, end } = this.tree
    const text = utf8Of(this.source.slice(start[at], end[at]))
    return name[at] === TEXT_WITH_ENTITIES ? text.replace(/&\w+;/g, entity => LETTERS[entity] ?? '') : text
  }

  directText(element: NodeAddress): string {
    let text = ''
    for (let at = this.firstChild(element); at !== 0; at = this.next(at))
      if (this.kind(at) === NodeKind.text) text += this.textOf(at)
    return text
  }

  attributes(element: NodeAddress): readonly XmlAttribute[] {
    return element === ROOT ? this.start.attributes : NONE
  }

  declarations(element: NodeAddress): readonly XmlAttribute[] {
    return element === ROOT ? this.start.declares : NONE
  }

  copy(at: NodeAddress): XmlNode {
    return this.kind(at) === NodeKind.element
      ? this.element(at)
      : { kind: 'text', text: this.textOf(at), cdata: false }
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

  /** There is none. */
  markup(): XmlMarkup {
    return { kind: 'comment', text: '' }
  }

  outside(): { readonly before: readonly XmlMarkup[]; readonly after: readonly XmlMarkup[] } {
    return OUTSIDE
  }
}
