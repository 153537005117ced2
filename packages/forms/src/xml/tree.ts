/**
 * An XML document as plain data: what libxml2 parsed, copied out of its memory in one walk.
 * Names are as written with their prefix; `ns` is the namespace they resolve to, `''` for none.
 */
export interface XmlDocument {
  readonly root: XmlElement
  /** Comments and processing instructions before and after the root. */
  readonly before: readonly XmlMarkup[]
  readonly after: readonly XmlMarkup[]
}

export type XmlNode = XmlElement | XmlText | XmlMarkup

export interface XmlElement {
  readonly kind: 'element'
  readonly name: string
  readonly ns: string
  readonly attributes: readonly XmlAttribute[]
  /** Namespace declarations on this element, as `xmlns` or `xmlns:prefix` and the address. */
  readonly declares: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  readonly line: number
}

export interface XmlAttribute {
  readonly name: string
  readonly ns: string
  readonly value: string
}

export interface XmlText {
  readonly kind: 'text'
  readonly text: string
  readonly cdata: boolean
}

export interface XmlMarkup {
  readonly kind: 'comment' | 'instruction'
  readonly text: string
}

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/** Whether a text has nothing but XML white space. */
export function isBlank(text: string): boolean {
  return !/[^ \t\n\r]/.test(text)
}

/** The text directly in an element, CDATA included, comments left out. */
export function directText(element: XmlElement): string {
  const only = element.children[0]
  if (element.children.length === 1 && only?.kind === 'text') return only.text
  let text = ''
  for (const child of element.children) if (child.kind === 'text') text += child.text
  return text
}

/** The value of an attribute without namespace, or of `xsi:` with {@link XSI} as `ns`. */
export function attributeOf(element: XmlElement, localName: string, ns = ''): string | undefined {
  return element.attributes.find(
    a => a.ns === ns && (a.name === localName || a.name.endsWith(`:${localName}`)),
  )?.value
}

/** Every element of a tree, the root first, in document order. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (child.kind === 'element') yield* elementsIn(child)
}
