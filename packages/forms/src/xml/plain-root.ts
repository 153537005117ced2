import { utf8Of } from './plain-text.js'
import { type XmlAttribute, XSI } from './tree.js'

/** The start tag of the root of a plain document. */
export interface PlainRoot {
  readonly name: string
  readonly isEmpty: boolean
  readonly attributes: readonly XmlAttribute[]
  readonly declares: readonly XmlAttribute[]
  /** Where its `<` stands, and where its content begins. */
  readonly start: number
  readonly end: number
}

const DECLARATION =
  /(?:<\?xml version=(?:"1\.0"|'1\.0') encoding=(?:"UTF-8"|'UTF-8') ?\?>[ \t\n]*)?(?=<[A-Za-z_])/y
const ROOT =
  /<([A-Za-z_][\w.-]{0,99})((?: +[A-Za-z_][\w.:-]{0,99}=(?:"[^"<&\t\n]*"|'[^'<&\t\n]*'))*) ?(\/?)>/y
const ATTRIBUTE = /([\w.:-]+)=(?:"([^"]*)"|'([^']*)')/g

/** Reads the XML declaration and the start tag of the root; undefined if they are not plain. */
export function plainRoot(text: string): PlainRoot | undefined {
  DECLARATION.lastIndex = 0
  if (!DECLARATION.test(text)) return undefined
  const start = DECLARATION.lastIndex
  ROOT.lastIndex = start
  const [, name, written = '', slash] = ROOT.exec(text) ?? []
  if (name === undefined) return undefined
  const end = ROOT.lastIndex
  const attributes: XmlAttribute[] = []
  const declares: XmlAttribute[] = []
  const seen = new Set<string>()
  for (const [, attribute = '', double, single = ''] of written.matchAll(ATTRIBUTE)) {
    const value = utf8Of(double ?? single)
    if (seen.size === seen.add(attribute).size) return undefined
    if (attribute === 'xmlns:xsi' && value === XSI)
      declares.push({ name: attribute, ns: 'http://www.w3.org/2000/xmlns/', value })
    else if (attribute === 'xsi:noNamespaceSchemaLocation')
      attributes.push({ name: attribute, ns: XSI, value })
    else if (attribute.includes(':') || attribute.startsWith('xmlns')) return undefined
    else attributes.push({ name: attribute, ns: '', value })
  }
  if (seen.has('xsi:noNamespaceSchemaLocation') && declares.length === 0) return undefined
  return { name, isEmpty: slash === '/', attributes, declares, start, end }
}
