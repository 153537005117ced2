import {
  textNode,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlMarkup,
  type XmlNode,
  type XmlText,
} from './tree.js'

/**
 * Reads libxml2's tree straight out of its memory. Walking node by node through the API of the library costs
 * more than parsing; this walk costs half as much as parsing (measured by `npm run bench -- mir`).
 * The offsets are those of libxml2's `struct _xmlNode`, `_xmlAttr` and `_xmlNs` on 32 bits, the same that the
 * library itself uses (its `libxml2.mjs`, pinned version). A test compares the walk with the public API.
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
const TYPE = { element: 1, text: 3, cdata: 4, instruction: 7, comment: 8 }

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const NONE: readonly never[] = []

/** Copies the document whose root element is at `root`. */
export function documentAt(memory: Memory, doc: number, root: number): XmlDocument {
  const walk = new Walk(memory)
  const before: XmlMarkup[] = []
  const after: XmlMarkup[] = []
  let list = before
  for (let at = walk.word(doc, NODE.children); at !== 0; at = walk.word(at, NODE.next)) {
    if (at === root) list = after
    else list.push(walk.markup(at))
  }
  return { root: walk.element(root), before, after }
}

class Walk {
  readonly #words: Int32Array
  readonly #bytes: Uint8Array
  /** Names are interned by the parser, so an address is decoded once a document. */
  readonly #names = new Map<number, string>()
  /** White space between elements is the same few texts over and over, and interned too. */
  readonly #blanks = new Map<number, XmlText>()

  constructor(memory: Memory) {
    this.#words = memory.words
    this.#bytes = memory.bytes
  }

  word(at: number, offset: number): number {
    return this.#words[(at + offset) >> 2] ?? 0
  }

  element(at: number): XmlElement {
    const ns = this.word(at, NODE.ns)
    const first = this.word(at, NODE.children)
    return {
      kind: 'element',
      name: ns === 0 ? this.#name(this.word(at, NODE.name)) : this.#qualified(at, ns),
      ns: ns === 0 ? '' : this.#text(this.word(ns, NS.href)),
      attributes: this.word(at, NODE.properties) === 0 ? NONE : this.#attributes(at),
      declares: this.word(at, NODE.nsDef) === 0 ? NONE : this.#declarations(at),
      children: first === 0 ? NONE : this.#children(first),
      line: this.word(at, NODE.line) & 0xffff,
    }
  }

  markup(at: number): XmlMarkup {
    const content = this.word(at, NODE.content)
    const text = content === 0 ? '' : this.#text(content)
    if (this.word(at, NODE.type) === TYPE.comment) return { kind: 'comment', text }
    const target = this.#name(this.word(at, NODE.name))
    return { kind: 'instruction', text: text === '' ? target : `${target} ${text}` }
  }

  #children(first: number): readonly XmlNode[] {
    const children: XmlNode[] = []
    for (let at = first; at !== 0; at = this.word(at, NODE.next)) {
      const type = this.word(at, NODE.type)
      if (type === TYPE.element) children.push(this.element(at))
      else if (type === TYPE.text) children.push(this.#textNode(this.word(at, NODE.content)))
      else if (type === TYPE.cdata) children.push(textNode(this.#text(this.word(at, NODE.content)), true))
      else children.push(this.markup(at))
    }
    return children
  }

  #textNode(at: number): XmlText {
    // Only texts that begin with a line feed are worth remembering: the parser interns the blank ones among them.
    if (this.#bytes[at] !== 10) return textNode(this.#text(at))
    const known = this.#blanks.get(at)
    if (known !== undefined) return known
    const node = textNode(this.#text(at))
    this.#blanks.set(at, node)
    return node
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
