import { XmlCData, XmlComment, XmlDocument, XmlElement, type XmlNode, XmlText } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { type Cursor, type NodeAddress, NodeKind } from './cursor.js'
import { nodeXml } from './escape.js'
import { parseBytes } from './libxml.js'

/** A node as the public API of the library tells it. */
function told(node: XmlNode): unknown {
  if (node instanceof XmlElement) {
    const children: unknown[] = []
    for (let child = node.firstChild; child !== null; child = child.next) children.push(told(child))
    const name = node.prefix === '' ? node.name : `${node.prefix}:${node.name}`
    return {
      name,
      ns: node.namespaceUri,
      line: node.line,
      attributes: node.attrs.map(a => [a.name, a.value]),
      children,
    }
  }
  if (node instanceof XmlCData) return { cdata: node.content }
  if (node instanceof XmlText) return { text: node.content }
  return node instanceof XmlComment ? { comment: node.content } : { other: true }
}

/** The same node as it is read from memory. */
function read(cursor: Cursor, at: NodeAddress): unknown {
  const kind = cursor.kind(at)
  if (kind === NodeKind.element) {
    const children: unknown[] = []
    for (let child = cursor.firstChild(at); child !== 0; child = cursor.next(child))
      children.push(read(cursor, child))
    const { ns } = cursor.element(at)
    const attributes = cursor.attributes(at).map(a => [a.name.replace(/^.*:/, ''), a.value])
    return { name: cursor.name(at), ns, line: cursor.line(at), attributes, children }
  }
  if (kind === NodeKind.cdata) return { cdata: cursor.textOf(at) }
  if (kind === NodeKind.text) return { text: cursor.textOf(at) }
  const markup = cursor.markup(at)
  return markup.kind === 'comment' ? { comment: markup.text } : { other: true }
}

const DOCUMENTS = [
  '<a/>',
  '<a>short</a>',
  `<a>${'a longer text with umlauts ÄÖÜ and 😀 '.repeat(20)}</a>`,
  '<a>\n  <b>\n    <c>1</c>\n    <c/>\n  </b>\n</a>',
  '<a x="1" y="&lt;&#10;&quot;é"><b xml:lang="de">x</b></a>',
  '<p:a xmlns:p="urn:p" xmlns="urn:d" p:x="1"><b/><p:b xmlns:p="urn:q"/></p:a>',
  '<a>x<!-- c --><![CDATA[<y>]]>z</a>',
  `<a>${'<b>text</b>'.repeat(3000)}</a>`,
  `<a>${'x'.repeat(300_000)}</a>`,
]

describe('the memory of libxml2, read directly', () => {
  for (const xml of DOCUMENTS)
    it(`says what its API says of ${xml.slice(0, 60)}`, () => {
      const bytes = new TextEncoder().encode(xml)
      const parsed = parseBytes(bytes, cursor => read(cursor, cursor.root))
      const document = XmlDocument.fromBuffer(bytes)
      try {
        expect(parsed).toEqual({ read: told(document.root) })
      } finally {
        document.dispose()
      }
    })

  it('is copied without loss', () => {
    for (const xml of DOCUMENTS) {
      const copy = (source: string) =>
        parseBytes(new TextEncoder().encode(source), cursor => nodeXml(cursor.copy(cursor.root)))
      const once = copy(xml)
      expect('read' in once && copy(once.read)).toEqual(once)
    }
  })

  it('is left as it was, document after document', () => {
    const bytes = new TextEncoder().encode(`<a>${'<b c="d">text</b>'.repeat(500)}</a>`)
    const before = process.memoryUsage().arrayBuffers
    for (let i = 0; i < 300; i++) parseBytes(bytes, cursor => cursor.element(cursor.root))
    for (let i = 0; i < 300; i++) parseBytes(bytes.subarray(0, 2000), () => 0)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000)
  })
})
