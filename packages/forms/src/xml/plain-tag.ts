import { scanAttributes } from './plain-attributes.js'
import { hashOf, hashWith } from './plain-names.js'
import type { PlainTree } from './plain-tree.js'

const MAX_NAME = 100
const [BLANK, COLON, GREATER] = [32, 58, 62]

/** For each byte: 2 if an ASCII name may begin with it, 1 if it may go on with it. */
const NAME_LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return /[A-Za-z_]/.test(letter) ? 2 : /[0-9.-]/.test(letter) ? 1 : 0
})

export function mayBeginName(byte: number): boolean {
  return NAME_LETTERS[byte] === 2
}

/**
 * Reads the start tag at a `<` that a letter follows, into the tree: the element is the last node added. Returns where
 * its `/` or `>` stands, or -1 if anything is odd.
 */
export function scanStartTag(
  text: Buffer,
  tag: number,
  tree: PlainTree,
  parent: number,
  last: number,
): number {
  let from = tag + 1
  let hash = 0
  let end = from
  for (let byte = text[end] ?? 0; (NAME_LETTERS[byte] ?? 0) > 0; byte = text[++end] ?? 0)
    hash = hashWith(hash, byte)
  if (text[end] === COLON) {
    from = end + 1
    if (!mayBeginName(text[from] ?? 0)) return -1
    hash = 0
    end = from
    for (let byte = text[end] ?? 0; (NAME_LETTERS[byte] ?? 0) > 0; byte = text[++end] ?? 0)
      hash = hashWith(hash, byte)
  }
  if (end - tag > MAX_NAME) return -1
  const name = tree.names.number(text, from, end, hash)
  if (name === 0) return -1
  const element = tree.add(name, parent, last, tag, 0)
  tree.size[element] = end - tag - 1
  const close = text[end] === GREATER ? end : scanAttributes(text, end, tree, element)
  if (close < 0 || (from === tag + 1 && !tree.hasDefault)) return close
  const prefix = text.toString('latin1', tag + 1, Math.max(tag + 1, from - 1))
  const address = tree.declared(element, prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
  if (address !== undefined && address !== '') tree.putInto(element, { prefix, address })
  // As libxml2 has it, a prefix that stands for nothing is a part of the name.
  else if (prefix !== '')
    tree.name[element] = tree.names.number(text, tag + 1, end, hashOf(text, tag + 1, end))
  return tree.name[element] === 0 ? -1 : close
}

/** The place behind the end tag at a `<`, which must have the name of the element; or -1. */
export function endOfEndTag(text: Buffer, tag: number, tree: PlainTree, element: number): number {
  const name = (tree.start[element] ?? 0) + 1
  const length = tree.size[element] ?? 0
  for (let i = 0; i < length; i++) if (text[tag + 2 + i] !== text[name + i]) return -1
  let at = tag + 2 + length
  if (text[at] === BLANK) at++
  return text[at] === GREATER ? at + 1 : -1
}
