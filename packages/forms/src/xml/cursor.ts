import type { XmlAttribute, XmlElement, XmlMarkup, XmlNode } from './tree.js'

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
const NONE: readonly never[] = []

/** Address of a node in libxml2's memory, good as long as its document is; 0 is none. */
export type NodeAddress = number

/** What {@link Cursor.kind} tells. */
export const NodeKind = { element: 1, text: 3, cdata: 4, instruction: 7, comment: 8 } as const

/** Reads the nodes of one parsed document where they lie. */
export class Cursor {
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

  /** Whether an element is in a namespace. */
  hasNamespace(at: NodeAddress): boolean {
    return this.word(at, NODE.ns) !== 0
  }

  /** Whether an element has attributes or declares namespaces. */
  isDecorated(at: NodeAddress): boolean {
    return this.word(at, NODE.properties) !== 0 || this.word(at, NODE.nsDef) !== 0
  }

  /** The name of an element as written, with its prefix. */
  name(at: NodeAddress): string {
    return this.#qualified(at, this.word(at, NODE.ns))
  }

  /** Whether the local name of an element is this one, given as UTF-8. Nothing is decoded. */
  isNamed(at: NodeAddress, name: Uint8Array): boolean {
    const start = this.word(at, NODE.name)
    const bytes = this.#bytes
    for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return false
    return bytes[start + name.length] === 0
  }

  /** Whether a text node has nothing but XML white space. Nothing is decoded. */
  isBlank(at: NodeAddress): boolean {
    const bytes = this.#bytes
    let i = this.word(at, NODE.content)
    for (let byte = bytes[i]; byte !== 0; byte = bytes[++i])
      if (byte !== 32 && byte !== 10 && byte !== 9 && byte !== 13) return false
    return true
  }

  /** The text of a text or CDATA node. */
  textOf(at: NodeAddress): string {
    return this.#text(this.word(at, NODE.content))
  }

  /** The text directly in an element, CDATA included, comments left out. */
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

  /** A copy of a node with all below it, which outlives the document. */
  copy(at: NodeAddress): XmlNode {
    const kind = this.kind(at)
    if (kind === NodeKind.element) return this.element(at)
    if (kind === NodeKind.text || kind === NodeKind.cdata)
      return { kind: 'text', text: this.textOf(at), cdata: kind === NodeKind.cdata }
    return this.markup(at)
  }

  /** Comments and processing instructions before and after the root. */
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

/**
 * Names seen in any document, so that the same name is the same string each time: looking it up in the table of a
 * form is then quick. Bounded, so that files with invented names cannot fill the memory.
 */
class Names {
  readonly #buckets = new Map<number, { readonly bytes: Uint8Array; readonly name: string }[]>()
  #count = 0

  read(bytes: Uint8Array, at: number): string {
    let hash = 2166136261
    let end = at
    for (let byte = bytes[end] ?? 0; byte !== 0; byte = bytes[++end] ?? 0)
      hash = Math.imul(hash ^ byte, 16777619)
    const bucket = this.#buckets.get(hash)
    const known = bucket?.find(b => sameBytes(b.bytes, bytes, at, end))
    if (known !== undefined) return known.name
    const name = decoder.decode(bytes.subarray(at, end))
    if (this.#count >= MAX_NAMES) return name
    this.#count++
    const entry = { bytes: bytes.slice(at, end), name }
    if (bucket === undefined) this.#buckets.set(hash, [entry])
    else bucket.push(entry)
    return name
  }
}

const MAX_NAMES = 4000
const names = new Names()

function sameBytes(a: Uint8Array, b: Uint8Array, from: number, to: number): boolean {
  if (a.length !== to - from) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[from + i]) return false
  return true
}
