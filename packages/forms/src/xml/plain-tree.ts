import { PlainNames } from './plain-names.js'
import type { XmlAttribute } from './tree.js'

const MAX_NODES = 32_768

/** What stands in {@link PlainTree.name} for a node that is no element. */
export const PlainKind = {
  text: 0,
  withReferences: -1,
  blank: -2,
  cdata: -3,
  comment: -4,
  instruction: -5,
} as const

/** What the start tag of an element holds beside its name. */
export interface Decoration {
  readonly attributes: readonly XmlAttribute[]
  readonly declares: readonly XmlAttribute[]
}

/** The tree of one plain document, as columns by the number of the node. Used again for the next document. */
export class PlainTree {
  readonly names = new PlainNames()
  /** The number of the name of an element; else one of {@link PlainKind}. */
  readonly name = new Int32Array(MAX_NODES)
  readonly parent = new Int32Array(MAX_NODES)
  readonly firstChild = new Int32Array(MAX_NODES)
  readonly next = new Int32Array(MAX_NODES)
  /** Where the tag of an element, a text, or the inside of markup begins. */
  readonly start = new Int32Array(MAX_NODES)
  /** Where a text or the inside of markup ends. For an element: the number of its decoration, or 0. */
  readonly end = new Int32Array(MAX_NODES)
  /** The bytes that a text with references has when these are replaced. */
  readonly size = new Int32Array(MAX_NODES)
  readonly #decorations: Decoration[] = []
  #count = 0

  clear(): void {
    this.#count = 0
    this.#decorations.length = 0
    this.names.begin()
  }

  get isFull(): boolean {
    return this.#count + 3 >= MAX_NODES
  }

  /** Adds a node behind `before`, the last child of `parent` so far; 0 if it is the first. */
  add(name: number, parent: number, before: number, start: number, end: number): number {
    const node = ++this.#count
    this.name[node] = name
    this.parent[node] = parent
    this.firstChild[node] = 0
    this.next[node] = 0
    this.start[node] = start
    this.end[node] = end
    if (before !== 0) this.next[before] = node
    else this.firstChild[parent] = node
    return node
  }

  decorate(element: number, decoration: Decoration): void {
    this.end[element] = this.#decorations.push(decoration)
  }

  decoration(element: number): Decoration | undefined {
    return this.#decorations[(this.end[element] ?? 0) - 1]
  }
}
