import type { PlainTree } from './plain-tree.js'
import type { XmlAttribute } from './tree.js'

/** One attribute of a start tag: no references, and no white space that would be normalised (XML 1.0, section 3.3.3). */
const ATTRIBUTE =
  / +(?:([A-Za-z_][\w.-]{0,99}):)?([A-Za-z_][\w.-]{0,99})=(?:"([^"<&\t\n]*)"|'([^'<&\t\n]*)')/y
const END = / *\/?>/y
/** The address of a namespace about which libxml2 has nothing to say. */
const ADDRESS = /^(?:urn:[\w.:-]+|https?:\/\/[\w./-]+)$/
const RESERVED = /^http:\/\/www\.w3\.org\/(?:XML\/1998\/namespace|2000\/xmlns\/)$/
const XML = 'http://www.w3.org/XML/1998/namespace'
/** Those of which libxml2 checks no more than it warns of. */
const XML_ATTRIBUTES = new Set(['lang', 'space'])
const MAX_TAG = 5000
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/**
 * Reads the rest of a start tag from behind the name: attributes and declarations of namespaces. Returns where the `/` or
 * `>` stands, or -1 if anything is odd.
 */
export function scanAttributes(text: Buffer, from: number, tree: PlainTree, element: number): number {
  const close = closeOf(text, from)
  if (close < 0) return -1
  const rest = text.toString('utf8', from, close + 1)
  const written: { readonly prefix: string | undefined; readonly name: string; readonly value: string }[] = []
  const declares: XmlAttribute[] = []
  const seen = new Set<string>()
  let at = 0
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(rest)
    if (found === null) break
    at = ATTRIBUTE.lastIndex
    const [, prefix, local = '', double, single = ''] = found
    const value = double ?? single
    const name = prefix === undefined ? local : `${prefix}:${local}`
    // Two prefixes may stand for one namespace, so a local name may be there once only.
    if (
      (prefix === 'xml' && !XML_ATTRIBUTES.has(local)) ||
      seen.size === seen.add(prefix === 'xmlns' ? name : local).size
    )
      return -1
    if (name === 'xmlns' || prefix === 'xmlns') {
      if (!mayDeclare(prefix === undefined ? '' : local, value)) return -1
      declares.push({ name, ns: XMLNS, value })
      if (prefix === undefined) tree.hasDefault = true
    } else written.push({ prefix, name, value })
  }
  END.lastIndex = at
  if (!END.test(rest) || END.lastIndex !== rest.length) return -1
  if (written.length + declares.length > 0) {
    const attributes: XmlAttribute[] = []
    tree.decorate(element, { attributes, declares })
    for (const { prefix, name, value } of written) {
      const ns =
        prefix === undefined ? '' : prefix === 'xml' ? XML : tree.declared(element, `xmlns:${prefix}`)
      if (ns === undefined) return -1
      attributes.push({ name, ns, value })
    }
  }
  return text[close - 1] === 0x2f ? close - 1 : close
}

/** Only a default namespace may be taken away again (Namespaces in XML 1.0, section 2.2). */
function mayDeclare(prefix: string, address: string): boolean {
  if (/^xml/i.test(prefix)) return false
  return address === '' ? prefix === '' : ADDRESS.test(address) && !RESERVED.test(address)
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
