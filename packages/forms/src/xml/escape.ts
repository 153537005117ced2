import type { XmlElement, XmlMarkup, XmlNode } from './tree.js'

/** Text for element content. A carriage return is written as a reference, else it would be read back as a line feed. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
    : text
}

/** Text for an attribute in double quotes. Tabs and line ends are written as references, else they would become spaces. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}

export function attributeXml(name: string, value: string): string {
  return `${name}="${escapeAttribute(value)}"`
}

export function markupXml(markup: XmlMarkup): string {
  return markup.kind === 'comment' ? `<!--${markup.text}-->` : `<?${markup.text}?>`
}

/** A node as XML, just as it was, white space included. */
export function nodeXml(node: XmlNode): string {
  switch (node.kind) {
    case 'text':
      return escapeText(node.text)
    case 'element':
      return elementXml(node)
    case 'comment':
    case 'instruction':
      return markupXml(node)
  }
}

function elementXml(element: XmlElement): string {
  const attributes = [...element.declares, ...element.attributes]
    .map(a => ` ${attributeXml(a.name, a.value)}`)
    .join('')
  if (element.children.length === 0) return `<${element.name}${attributes}/>`
  return `<${element.name}${attributes}>${element.children.map(nodeXml).join('')}</${element.name}>`
}
