const MAX_NODES = 32_768
const MAX_NAMES = 3000
const SLOTS = 8192

/** The names of the elements met, each with a number. Finding a known name allocates nothing. */
export class PlainNames {
  readonly #numbers = new Int32Array(SLOTS)
  readonly #names: string[] = ['']

  of(number: number): string {
    return this.#names[number] ?? ''
  }

  /** Makes room, so that files with invented names cannot fill it for good. Numbers given before are void. */
  makeRoom(): void {
    if (this.#names.length < MAX_NAMES / 2) return
    this.#numbers.fill(0)
    this.#names.length = 1
  }

  /** The number of the name in a range of a text; 0 if there is no more room. */
  number(text: string, start: number, end: number, hash: number): number {
    let slot = hash & (SLOTS - 1)
    for (let known = this.#numbers[slot] ?? 0; known !== 0; known = this.#numbers[slot] ?? 0) {
      const name = this.of(known)
      if (name.length === end - start && text.startsWith(name, start)) return known
      slot = (slot + 1) & (SLOTS - 1)
    }
    if (this.#names.length >= MAX_NAMES) return 0
    const number = this.#names.length
    this.#names.push(text.slice(start, end))
    this.#numbers[slot] = number
    return number
  }
}

/** What stands in {@link PlainTree.name} for a text node, and for one with entities in it. */
export const TEXT = 0
export const TEXT_WITH_ENTITIES = -1

/** The tree of one plain document, as columns by the number of the node. Used again for the next document. */
export class PlainTree {
  readonly names = new PlainNames()
  /** The number of the name of an element; else {@link TEXT} or {@link TEXT_WITH_ENTITIES}. */
  readonly name = new Int32Array(MAX_NODES)
  readonly parent = new Int32Array(MAX_NODES)
  readonly firstChild = new Int32Array(MAX_NODES)
  readonly next = new Int32Array(MAX_NODES)
  /** Where in the text an element or a text begins. */
  readonly start = new Int32Array(MAX_NODES)
  /** Where a text ends. */
  readonly end = new Int32Array(MAX_NODES)
  #count = 0

  clear(): void {
    this.#count = 0
    this.names.makeRoom()
  }

  get isFull(): boolean {
    return this.#count + 2 >= MAX_NODES
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
}
