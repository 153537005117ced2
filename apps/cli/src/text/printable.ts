const NAMES: Readonly<Record<string, string>> = {
  '\u0004': '<EOT>',
  '\t': '<TAB>',
  '\u001b': '<ESC>',
  '\u001d': '<GS>',
  '\u001e': '<RS>',
}

/** Control characters by name, so that text from a file neither vanishes nor plays with the terminal. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, c => NAMES[c] ?? `<${c.charCodeAt(0)}>`)
}

// oxlint-disable-next-line no-control-regex -- colour codes begin with the escape character
const COLOUR_CODES = /(\u001B\[(?:1|2|22|31|32|33|39)m)/

/** As {@link printable}, but keeps the codes with which this program colours its lines. */
export function printableColoured(text: string): string {
  const parts = text.split(COLOUR_CODES)
  return parts.map((part, i) => (i % 2 === 1 ? part : printable(part))).join('')
}
