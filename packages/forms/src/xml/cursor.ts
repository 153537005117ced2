import type { ElementName } from './element-name.js'
import type { XmlAttribute, XmlElement, XmlMarkup, XmlNode } from './tree.js'

/** Number of a node in its document, good as long as the document is open; 0 is none. */
export type NodeAddress = number

/** What {@link Cursor.kind} tells. */
export const NodeKind = { element: 1, text: 3, cdata: 4, instruction: 7, comment: 8 } as const

/** Reads the nodes of one open document where they lie; nothing is decoded or copied before it is asked for. */
export interface Cursor {
  readonly root: NodeAddress
  kind(at: NodeAddress): number
  firstChild(at: NodeAddress): NodeAddress
  next(at: NodeAddress): NodeAddress
  line(at: NodeAddress): number
  /** Whether an element is in a namespace. */
  hasNamespace(at: NodeAddress): boolean
  /** Whether an element has attributes or declares namespaces. */
  isDecorated(at: NodeAddress): boolean
  /** The name of an element as written, with its prefix. */
  name(at: NodeAddress): string
  /** Whether the local name of an element is this one. Nothing is decoded. */
  isNamed(at: NodeAddress, name: ElementName): boolean
  /** Whether a text node has nothing but XML white space. Nothing is decoded. */
  isBlank(at: NodeAddress): boolean
  /** The size of a text node: at least its number of code points, and at most four times that. */
  textSize(at: NodeAddress): number
  /** The number of code points of a text node, or more where that cannot be told without decoding. */
  mostCodePoints(at: NodeAddress): number
  /** The text of a text or CDATA node. */
  textOf(at: NodeAddress): string
  /** The text directly in an element, CDATA included, comments left out. */
  directText(element: NodeAddress): string
  attributes(element: NodeAddress): readonly XmlAttribute[]
  declarations(element: NodeAddress): readonly XmlAttribute[]
  /** A copy of a node with all below it, which outlives the document. */
  copy(at: NodeAddress): XmlNode
  /** As {@link Cursor.copy}, of an element. */
  element(at: NodeAddress): XmlElement
  /** A copy of a comment or processing instruction. */
  markup(at: NodeAddress): XmlMarkup
  /** Comments and processing instructions before and after the root. */
  outside(): { readonly before: readonly XmlMarkup[]; readonly after: readonly XmlMarkup[] }
}
