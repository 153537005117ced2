/** A local name that documents are searched for, as text and as UTF-8, to be compared with names where they lie. */
export interface ElementName {
  readonly name: string
  readonly nameBytes: Uint8Array
  /** The same for the same name, from 1 on without gaps. */
  readonly nameNumber: number
}

const known = new Map<string, ElementName>()
const inOrder: ElementName[] = []

/** Only for names that stand in code and tables: each stays in memory. */
export function elementName(name: string): ElementName {
  let found = known.get(name)
  if (found === undefined) {
    found = { name, nameBytes: new TextEncoder().encode(name), nameNumber: inOrder.length + 1 }
    known.set(name, found)
    inOrder.push(found)
  }
  return found
}

/** All names given so far, in the order of their numbers. */
export function knownNames(): readonly ElementName[] {
  return inOrder
}
