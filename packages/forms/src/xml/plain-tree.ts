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

/** What an element is in: the address, and the prefix by which it names it, `''` for the default namespace. */
export interface Namespace {
  readonly prefix: string
  readonly address: string
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
  /** For a text: its bytes when references are replaced. For an element: the bytes of its name with the prefix. */
  readonly size = new Int32Array(MAX_NODES)
  /** The number of the namespace of an element, or 0. */
  readonly #space = new Int32Array(MAX_NODES)
  readonly #spaces: Namespace[] = []
  readonly #decorations: Decoration[] = []
  /** Whether any element so far declares a default namespace. */
  hasDefault = false
  #count = 0

  clear(): void {
    this.#count = 0
    this.#decorations.length = 0
    this.#spaces.length = 0
    this.hasDefault = false
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
    this.#space[node] = 0
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

  /** The address that is declared for `xmlns` or `xmlns:prefix` on an element or around it; undefined if none is. */
  declared(element: number, name: string): string | undefined {
    for (let at = element; at !== 0; at = this.parent[at] ?? 0) {
      const found = this.decoration(at)?.declares.find(d => d.name === name)
      if (found !== undefined) return found.value
    }
    return undefined
  }

  putInto(element: number, namespace: Namespace): void {
    this.#space[element] = this.#spaces.push(namespace)
  }

  isInSpace(element: number): boolean {
    return this.#space[element] !== 0
  }

  space(element: number): Namespace | undefined {
    return this.#spaces[(this.#space[element] ?? 0) - 1]
  }
}
