import { type Cursor, type NodeAddress, NodeKind } from './cursor.js'
import type { ElementName } from './element-name.js'
import { Names } from './names.js'
import type { XmlAttribute, XmlElement, XmlMarkup, XmlNode } from './tree.js'
import { codePointsBetween } from './utf8.js'

/**
 * The memory of libxml2, read directly. Walking node by node through the API of the library costs more than parsing;
 * reading the nodes where they lie costs a third of it (measured with 40 kB reports).
 * The offsets are those of libxml2's `struct _xmlNode`, `_xmlAttr` and `_xmlNs` on 32 bits, the same that the
 * library itself uses (its `libxml2.mjs`, pinned version). A test compares what is read with what the public API says.
 */
export interface Memory {
  readonly words: Int32Array
  readonly bytes: Uint8Array
}

const NODE = {
  type: 4,
  name: 8,
  children: 12,
  next: 24,
  prev: 28,
  ns: 36,
  content: 40,
  properties: 44,
  nsDef: 48,
  line: 56,
}
const NS = { next: 0, href: 8, prefix: 12 }

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const names = new Names()
const NONE: readonly never[] = []

/** Reads the nodes of one parsed document where they lie. */
export class LibxmlCursor implements Cursor {
  readonly #words: Int32Array
  readonly #bytes: Uint8Array
  /** Names are interned by the parser, so an address is decoded once a document. */
  readonly #names = new Map<number, string>()

  constructor(
    memory: Memory,
    readonly doc: NodeAddress,
    readonly root: NodeAddress,
  ) {
    this.#words = memory.words
    this.#bytes = memory.bytes
  }

  kind(at: NodeAddress): number {
    return this.word(at, NODE.type)
  }

  firstChild(at: NodeAddress): NodeAddress {
    return this.word(at, NODE.children)
  }

  next(at: NodeAddress): NodeAddress {
    return this.word(at, NODE.next)
  }

  line(at: NodeAddress): number {
    return this.word(at, NODE.line) & 0xffff
  }

  hasNamespace(at: NodeAddress): boolean {
    return this.word(at, NODE.ns) !== 0
  }

  isDecorated(at: NodeAddress): boolean {
    return this.word(at, NODE.properties) !== 0 || this.word(at, NODE.nsDef) !== 0
  }

  name(at: NodeAddress): string {
    return this.#qualified(at, this.word(at, NODE.ns))
  }

  isNamed(at: NodeAddress, { nameBytes: name }: ElementName): boolean {
    const start = this.word(at, NODE.name)
    const bytes = this.#bytes
    for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return false
    return bytes[start + name.length] === 0
  }

  isBlank(at: NodeAddress): boolean {
    const bytes = this.#bytes
    let i = this.word(at, NODE.content)
    for (let byte = bytes[i]; byte !== 0; byte = bytes[++i])
      if (byte !== 32 && byte !== 10 && byte !== 9 && byte !== 13) return false
    return true
  }

  /** The bytes of the text in UTF-8. */
  textSize(at: NodeAddress): number {
    const start = this.word(at, NODE.content)
    return this.#bytes.indexOf(0, start) - start
  }

  mostCodePoints(at: NodeAddress): number {
    const start = this.word(at, NODE.content)
    return codePointsBetween(this.#bytes, start, this.#bytes.indexOf(0, start))
  }

  textOf(at: NodeAddress): string {
    return this.#text(this.word(at, NODE.content))
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
    return this.word(element, NODE.properties) === 0 ? NONE : this.#attributes(element)
  }

  declarations(element: NodeAddress): readonly XmlAttribute[] {
    return this.word(element, NODE.nsDef) === 0 ? NONE : this.#declarations(element)
  }

  copy(at: NodeAddress): XmlNode {
    const kind = this.kind(at)
    if (kind === NodeKind.element) return this.element(at)
    if (kind === NodeKind.text || kind === NodeKind.cdata)
      return { kind: 'text', text: this.textOf(at), cdata: kind === NodeKind.cdata }
    return this.markup(at)
  }

  outside(): { readonly before: readonly XmlMarkup[]; readonly after: readonly XmlMarkup[] } {
    const before: XmlMarkup[] = []
    const after: XmlMarkup[] = []
    let list = before
    for (let at = this.firstChild(this.doc); at !== 0; at = this.next(at)) {
      if (at === this.root) list = after
      else list.push(this.markup(at))
    }
    return { before, after }
  }

  word(at: number, offset: number): number {
    return this.#words[(at + offset) >> 2] ?? 0
  }

  element(at: NodeAddress): XmlElement {
    const ns = this.word(at, NODE.ns)
    const children: XmlNode[] = []
    for (let child = this.firstChild(at); child !== 0; child = this.next(child))
      children.push(this.copy(child))
    return {
      kind: 'element',
      name: this.#qualified(at, ns),
      ns: ns === 0 ? '' : this.#text(this.word(ns, NS.href)),
      attributes: this.attributes(at),
      declares: this.declarations(at),
      children,
      line: this.line(at),
    }
  }

  markup(at: NodeAddress): XmlMarkup {
    const content = this.word(at, NODE.content)
    const text = content === 0 ? '' : this.#text(content)
    if (this.word(at, NODE.type) === NodeKind.comment) return { kind: 'comment', text }
    const target = this.#name(this.word(at, NODE.name))
    return { kind: 'instruction', text: text === '' ? target : `${target} ${text}` }
  }

  #attributes(element: number): readonly XmlAttribute[] {
    const attributes: XmlAttribute[] = []
    for (let at = this.word(element, NODE.properties); at !== 0; at = this.word(at, NODE.next)) {
      const ns = this.word(at, NODE.ns)
      let value = ''
      for (let part = this.word(at, NODE.children); part !== 0; part = this.word(part, NODE.next))
        value += this.#text(this.word(part, NODE.content))
      attributes.push({
        name: this.#qualified(at, ns),
        ns: ns === 0 ? '' : this.#text(this.word(ns, NS.href)),
        value,
      })
    }
    return attributes
  }

  #declarations(element: number): readonly XmlAttribute[] {
    const declared: XmlAttribute[] = []
    for (let at = this.word(element, NODE.nsDef); at !== 0; at = this.word(at, NS.next)) {
      const prefix = this.word(at, NS.prefix)
      declared.push({
        name: prefix === 0 ? 'xmlns' : `xmlns:${this.#text(prefix)}`,
        ns: 'http://www.w3.org/2000/xmlns/',
        value: this.#text(this.word(at, NS.href)),
      })
    }
    return declared
  }

  #qualified(at: number, ns: number): string {
    const local = this.#name(this.word(at, NODE.name))
    const prefix = ns === 0 ? 0 : this.word(ns, NS.prefix)
    return prefix === 0 ? local : `${this.#text(prefix)}:${local}`
  }

  #name(at: number): string {
    const known = this.#names.get(at)
    if (known !== undefined) return known
    const name = names.read(this.#bytes, at)
    this.#names.set(at, name)
    return name
  }

  /** The C string at an address. */
  #text(at: number): string {
    return at === 0 ? '' : textBetween(this.#bytes, at, this.#bytes.indexOf(0, at))
  }
}

/** A few ASCII letters are put together by hand: calling the decoder costs more than the letters. */
function textBetween(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 8) return decoder.decode(bytes.subarray(from, to))
  let text = ''
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0
    if (byte > 127) return decoder.decode(bytes.subarray(from, to))
    text += String.fromCharCode(byte)
  }
  return text
}
