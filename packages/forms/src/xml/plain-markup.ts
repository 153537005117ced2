import { PlainKind, type PlainTree } from './plain-tree.js'

const TARGET = /^<\?([A-Za-z_][\w.-]{0,99})(?:[ \t\n]+|(?=\?>))/
const LONGEST_TARGET = 200

/**
 * Reads the comment, CDATA section or processing instruction at a `<` into the tree. Returns the place behind it, or -1
 * if it is none of them or odd in any way. The node is the last one added.
 */
export function scanMarkup(text: Buffer, tag: number, tree: PlainTree, parent: number, last: number): number {
  if (text[tag + 1] === 0x3f) return instruction(text, tag, tree, parent, last)
  if (text[tag + 2] === 0x2d && text[tag + 3] === 0x2d) return comment(text, tag + 4, tree, parent, last)
  return text.toString('latin1', tag, tag + 9) === '<![CDATA[' ? cdata(text, tag + 9, tree, parent, last) : -1
}

/** XML 1.0, section 2.5: two hyphens end it, and nothing else may follow them but `>`. */
function comment(text: Buffer, from: number, tree: PlainTree, parent: number, last: number): number {
  const end = text.indexOf('--', from, 'latin1')
  if (end < 0 || text[end + 2] !== 0x3e || text[from] === 0x2d || text[from] === 0x3e) return -1
  tree.add(PlainKind.comment, parent, last, from, end)
  return end + 3
}

/** Sections side by side are left to libxml2, which makes one of them; so is an empty one. */
function cdata(text: Buffer, from: number, tree: PlainTree, parent: number, last: number): number {
  const end = text.indexOf(']]>', from, 'latin1')
  if (end <= from || tree.name[last] === PlainKind.cdata) return -1
  tree.add(PlainKind.cdata, parent, last, from, end)
  return end + 3
}

function instruction(text: Buffer, tag: number, tree: PlainTree, parent: number, last: number): number {
  const end = text.indexOf('?>', tag + 2, 'latin1')
  const [head, target] = TARGET.exec(text.toString('latin1', tag, tag + LONGEST_TARGET)) ?? []
  if (end < 0 || head === undefined || target === undefined || /^xml/i.test(target)) return -1
  tree.add(PlainKind.instruction, parent, last, tag + 2, end)
  return end + 2
}
