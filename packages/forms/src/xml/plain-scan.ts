import { scanMarkup } from './plain-markup.js'
import { referenceAt } from './plain-references.js'
import { endOfEndTag, mayBeginName, scanStartTag } from './plain-tag.js'
import { PlainKind, type PlainTree } from './plain-tree.js'

/** Below the limit of libxml2, which then tells what is wrong. */
const MAX_DEPTH = 200
/** Up to here it is quicker to look at the letters of a text one by one than to call a search. */
const NEAR = 48
const [TAB, LINE_FEED, BLANK, AMPERSAND, SLASH, LESS, GREATER] = [9, 10, 32, 38, 47, 60, 62]
const [EXCLAMATION, QUESTION, BRACKET] = [33, 63, 93]
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"UTF-8"|'UTF-8'|"utf-8"|'utf-8'))?(?: standalone=(?:"yes"|"no"))? ?\?>[ \t\n]*/
const LONGEST_DECLARATION = 200

/**
 * Reads a document into a tree, its root being node 1. Returns false if anything is not plain: then nothing is known,
 * not even whether the document is well-formed. It neither refuses nor repairs.
 */
export function scanPlain(text: Buffer, tree: PlainTree): boolean {
  tree.clear()
  let at = startOf(text)
  if (text[at] !== LESS) return false
  let [parent, last, depth] = [0, 0, 0]
  let reference = positionOf(text, AMPERSAND, at)
  let bracket = positionOf(text, BRACKET, at)
  // Each turn reads what stands at a `<`, and the text behind it.
  do {
    if (tree.isFull) return false
    const first = text[at + 1] ?? 0
    if (mayBeginName(first)) {
      let end = scanStartTag(text, at, tree, parent, last)
      if (end < 0) return false
      const element = last === 0 ? (tree.firstChild[parent] ?? 0) : (tree.next[last] ?? 0)
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
      at = endOfEndTag(text, at, tree, parent)
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
