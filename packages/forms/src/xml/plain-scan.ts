import type { PlainRoot } from './plain-root.js'
import { type PlainTree, TEXT, TEXT_WITH_ENTITIES } from './plain-tree.js'

/** Below the limit of libxml2, which then tells what is wrong. */
const MAX_DEPTH = 200
const MAX_NAME = 100
const [BLANK, SLASH, GREATER] = [32, 47, 62]
const ENTITY = /&(?:amp|lt|gt|quot|apos);/y

/** For each ASCII letter: 2 if a name may begin with it, 1 if it may go on with it. */
const NAME_LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return /[A-Za-z_]/.test(letter) ? 2 : /[\d.-]/.test(letter) ? 1 : 0
})

/**
 * Reads what follows the start tag of the root into a tree, its root being node 1. Returns false if anything is not
 * plain: then nothing is known, not even whether the document is well-formed. It neither refuses nor repairs.
 */
export function scanPlain(text: string, root: PlainRoot, tree: PlainTree): boolean {
  const { names } = tree
  tree.clear()
  let parent = tree.add(rootName(text, root, tree), 0, 0, root.start, 0)
  let last = 0
  let depth = root.isEmpty ? 0 : 1
  let at = root.end
  let entity = positionOf('&', text, at)
  while (depth > 0) {
    const tag = text.indexOf('<', at)
    if (tag < 0 || tree.isFull) return false
    if (tag > at) {
      const hasEntities = entity < tag
      for (; entity < tag; entity = positionOf('&', text, entity + 1))
        if (!isEntity(text, entity)) return false
      last = tree.add(hasEntities ? TEXT_WITH_ENTITIES : TEXT, parent, last, at, tag)
    }
    if (text.charCodeAt(tag + 1) === SLASH) {
      const name = names.of(tree.name[parent] ?? 0)
      if (!text.startsWith(name, tag + 2)) return false
      at = tag + 2 + name.length
      if (text.charCodeAt(at) === BLANK) at++
      if (text.charCodeAt(at++) !== GREATER) return false
      last = parent
      parent = tree.parent[parent] ?? 0
      depth--
      continue
    }
    if ((NAME_LETTERS[text.charCodeAt(tag + 1)] ?? 0) < 2) return false
    let hash = 0
    let end = tag + 1
    for (let code = text.charCodeAt(end); (NAME_LETTERS[code] ?? 0) > 0; code = text.charCodeAt(++end))
      hash = (Math.imul(hash, 31) + code) | 0
    if (end - tag > MAX_NAME) return false
    const name = names.number(text, tag + 1, end, hash)
    if (name === 0) return false
    const element = tree.add(name, parent, last, tag, 0)
    if (text.charCodeAt(end) === BLANK) end++
    if (text.charCodeAt(end) === SLASH) {
      end++
      last = element
    } else {
      parent = element
      last = 0
      if (++depth > MAX_DEPTH) return false
    }
    if (text.charCodeAt(end) !== GREATER) return false
    at = end + 1
  }
  return isBlankFrom(text, at)
}

function rootName(text: string, { start, name }: PlainRoot, { names }: PlainTree): number {
  let hash = 0
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0
  return names.number(text, start + 1, start + 1 + name.length, hash)
}

function positionOf(letter: string, text: string, from: number): number {
  const at = text.indexOf(letter, from)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

function isEntity(text: string, at: number): boolean {
  ENTITY.lastIndex = at
  return ENTITY.test(text)
}

function isBlankFrom(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code !== 32 && code !== 10 && code !== 9) return false
  }
  return true
}
