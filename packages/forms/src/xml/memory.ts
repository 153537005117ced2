import type { XmlAttribute, XmlDocument, XmlElement, XmlMarkup, XmlNode } from './tree.js'

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
  /** Names are interned by the parser, so a pointer is decoded once a document. */
  readonly #names = new Map<number, string>()

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
      name: this.#qualified(at, ns),
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
      else if (type === TYPE.text || type === TYPE.cdata)
        children.push({
          kind: 'text',
          text: this.#text(this.word(at, NODE.content)),
          cdata: type === TYPE.cdata,
        })
      else children.push(this.markup(at))
    }
    return children
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
      const href = this.word(at, NS.href)
      declared.push({
        name: prefix === 0 ? 'xmlns' : `xmlns:${this.#text(prefix)}`,
        ns: 'http://www.w3.org/2000/xmlns/',
        value: href === 0 ? '' : this.#text(href),
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
    const name = this.#text(at)
    this.#names.set(at, name)
    return name
  }

  /** The C string at an address. Short ASCII is put together by hand: calling the decoder costs more than the letters. */
  #text(at: number): string {
    const bytes = this.#bytes
    if (at === 0) return ''
    const end = bytes.indexOf(0, at)
    if (end - at > 48) return decoder.decode(bytes.subarray(at, end))
    let text = ''
    for (let i = at; i < end; i++) {
      const byte = bytes[i] ?? 0
      if (byte > 127) return decoder.decode(bytes.subarray(at, end))
      text += String.fromCharCode(byte)
    }
    return text
  }
}
