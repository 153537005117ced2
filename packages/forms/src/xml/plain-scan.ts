import { scanAttributes } from './plain-attributes.js'
import { scanMarkup } from './plain-markup.js'
import { hashWith } from './plain-names.js'
import { referenceAt } from './plain-references.js'
import { PlainKind, type PlainTree } from './plain-tree.js'

/** Below the limit of libxml2, which then tells what is wrong. */
const MAX_DEPTH = 200
const MAX_NAME = 100
/** Up to here it is quicker to look at the letters of a text one by one than to call a search. */
const NEAR = 48
const [TAB, LINE_FEED, BLANK, AMPERSAND, SLASH, LESS, GREATER] = [9, 10, 32, 38, 47, 60, 62]
const [EXCLAMATION, QUESTION, BRACKET] = [33, 63, 93]
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"UTF-8"|'UTF-8'|"utf-8"|'utf-8'))?(?: standalone=(?:"yes"|"no"))? ?\?>[ \t\n]*/
const LONGEST_DECLARATION = 200

/** For each byte: 2 if an ASCII name may begin with it, 1 if it may go on with it. */
const NAME_LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return /[A-Za-z_]/.test(letter) ? 2 : /[0-9.-]/.test(letter) ? 1 : 0
})

/**
 * Reads a document into a tree, its root being node 1. Returns false if anything is not plain: then nothing is known,
 * not even whether the document is well-formed. It neither refuses nor repairs.
 */
export function scanPlain(text: Buffer, tree: PlainTree): boolean {
  tree.clear()
  const { names } = tree
  let at = startOf(text)
  if (text[at] !== LESS) return false
  let [parent, last, depth] = [0, 0, 0]
  let reference = positionOf(text, AMPERSAND, at)
  let bracket = positionOf(text, BRACKET, at)
  // Each turn reads what stands at a `<`, and the text behind it.
  do {
    if (tree.isFull) return false
    const first = text[at + 1] ?? 0
    if ((NAME_LETTERS[first] ?? 0) === 2) {
      let hash = 0
      let end = at + 1
      for (let byte = first; (NAME_LETTERS[byte] ?? 0) > 0; byte = text[++end] ?? 0)
        hash = hashWith(hash, byte)
      if (end - at > MAX_NAME) return false
      const name = names.number(text, at + 1, end, hash)
      if (name === 0) return false
      const element = tree.add(name, parent, last, at, 0)
      if (text[end] !== GREATER) end = scanAttributes(text, end, tree, element)
      if (end < 0) return false
      if (text[end] === SLASH) {
        last = element
        end++
      } else {
        parent = element
        last = 0
        if (++depth > MAX_DEPTH) return false
      }
      at = end + 1
    } else if (first === SLASH) {
      at = endOfClosing(text, at + 2, (tree.start[parent] ?? 0) + 1, names.of(tree.name[parent] ?? 0).length)
      if (at < 0) return false
      last = parent
      parent = tree.parent[parent] ?? 0
      depth--
    } else if (depth > 0 && (first === EXCLAMATION || first === QUESTION)) {
      // What stands in markup is no text: the searches go on behind it.
      at = scanMarkup(text, at, tree, parent, last)
      if (at < 0) return false
      last = last === 0 ? (tree.firstChild[parent] ?? 0) : (tree.next[last] ?? 0)
      if (reference < at) reference = positionOf(text, AMPERSAND, at)
      if (bracket < at) bracket = positionOf(text, BRACKET, at)
    } else return false
    if (depth === 0) break
    const start = at
    let byte = text[at]
    while (byte === BLANK || byte === LINE_FEED || byte === TAB) byte = text[++at]
    if (byte === LESS) {
      if (at > start) last = tree.add(PlainKind.blank, parent, last, start, at)
      continue
    }
    at = nextTag(text, at)
    if (at < 0) return false
    for (; bracket < at; bracket = positionOf(text, BRACKET, bracket + 1))
      if (bracket >= start && text[bracket + 1] === BRACKET && text[bracket + 2] === GREATER) return false
    let size = at - start
    let kind: number = PlainKind.text
    for (; reference < at; reference = positionOf(text, AMPERSAND, reference + 1)) {
      if (reference < start) continue
      const found = referenceAt(text, reference)
      if (found === undefined) return false
      kind = PlainKind.withReferences
      size += Buffer.byteLength(found.letter) - found.length
    }
    last = tree.add(kind, parent, last, start, at)
    tree.size[last] = size
  } while (depth > 0)
  return depth === 0 && isBlankFrom(text, at)
}

/** Where the root begins, if nothing but an XML declaration stands before it. */
function startOf(text: Buffer): number {
  if (text[1] !== QUESTION) return 0
  return DECLARATION.exec(text.toString('latin1', 0, LONGEST_DECLARATION))?.[0].length ?? 0
}

/** The place behind a closing tag whose name is the one at `name`, or -1. */
function endOfClosing(text: Buffer, from: number, name: number, length: number): number {
  for (let i = 0; i < length; i++) if (text[from + i] !== text[name + i]) return -1
  let at = from + length
  if (text[at] === BLANK) at++
  return text[at] === GREATER ? at + 1 : -1
}

function nextTag(text: Buffer, from: number): number {
  const near = Math.min(from + NEAR, text.length)
  for (let at = from; at < near; at++) if (text[at] === LESS) return at
  return text.indexOf(LESS, near)
}

function positionOf(text: Buffer, byte: number, from: number): number {
  const at = text.indexOf(byte, from)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

function isBlankFrom(text: Buffer, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const byte = text[at]
    if (byte !== BLANK && byte !== LINE_FEED && byte !== TAB) return false
  }
  return true
}
