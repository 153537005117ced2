import type { Decoration, PlainTree } from './plain-tree.js'
import { type XmlAttribute, XSI } from './tree.js'

/** One attribute of a start tag: no references, and no white space that would be normalised (XML 1.0, section 3.3.3). */
const ATTRIBUTE = / +(?:(xsi|xmlns):)?([A-Za-z_][\w.-]{0,99})=(?:"([^"<&\t\n]*)"|'([^'<&\t\n]*)')/y
const END = / *\/?>/y
const MAX_TAG = 5000
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/**
 * Reads the rest of a start tag from behind the name: attributes without a prefix, those of XML Schema (`xsi:`) if the
 * root declares that prefix, and on the root this declaration itself. Returns where the `/` or `>` stands, or -1.
 */
export function scanAttributes(text: Buffer, from: number, tree: PlainTree, element: number): number {
  const close = closeOf(text, from)
  if (close < 0) return -1
  const rest = text.toString('utf8', from, close + 1)
  const attributes: XmlAttribute[] = []
  const declares: XmlAttribute[] = []
  const seen = new Set<string>()
  const isRoot = element === 1
  let at = 0
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(rest)
    if (found === null) break
    at = ATTRIBUTE.lastIndex
    const [, prefix, local = '', double, single = ''] = found
    const value = double ?? single
    const name = prefix === undefined ? local : `${prefix}:${local}`
    if (name === 'xmlns' || seen.size === seen.add(name).size) return -1
    if (prefix === 'xmlns') {
      if (!isRoot || local !== 'xsi' || value !== XSI) return -1
      declares.push({ name, ns: XMLNS, value })
    } else attributes.push({ name, ns: prefix === undefined ? '' : XSI, value })
  }
  END.lastIndex = at
  if (!END.test(rest) || END.lastIndex !== rest.length) return -1
  const usesXsi = attributes.some(a => a.ns !== '')
  const declaring = isRoot ? declares : (tree.decoration(1)?.declares ?? [])
  if (usesXsi && declaring.length === 0) return -1
  const decoration: Decoration = { attributes, declares }
  if (attributes.length + declares.length > 0) tree.decorate(element, decoration)
  return text[close - 1] === 0x2f ? close - 1 : close
}

/** Where the `>` stands that ends a tag, quotes looked at; -1 if it is far away. */
function closeOf(text: Buffer, from: number): number {
  const limit = Math.min(text.length, from + MAX_TAG)
  let quote = 0
  for (let at = from; at < limit; at++) {
    const byte = text[at]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === 0x3e) return at
    else if (byte === 0x22 || byte === 0x27) quote = byte
  }
  return -1
}
