/** Narrower than this, text is written as if the terminal were this wide. */
const LEAST = 24
/** Longer lines are hard to read. Also the width where output goes into a file or another program. */
const MOST = 100

/** The width to write prose in. */
export function proseWidth(columns: number | undefined): number {
  return Math.max(LEAST, Math.min(columns ?? MOST, MOST))
}

/** A citation such as `Art 87(5)` or `21 CFR 803.50` is not torn apart. */
const CITED = /\b(Art|Annex|CFR|reg|Reg\.|section) (?=[\dA-Z(])/g
const GLUE = '\u00A0'

/** Text that is not broken where it is part of a paragraph: a date with what is said of it. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', GLUE)
}

/** Breaks text between words into lines of at most `width` characters. A longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  return linesOf(text.replace(CITED, `$1${GLUE}`), width).map(line => line.replaceAll(GLUE, ' '))
}

function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[^\S\u00A0]+/)) {
    if (word === '') continue
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** Wrapped text with `first` before its first line and blanks of the same length before the others. */
export function hang(first: string, text: string, width: number): string[] {
  const indent = lengthOf(first)
  const lines = wrap(text, Math.max(LEAST - 4, width - indent))
  return lines.map((line, i) => `${i === 0 ? first : ' '.repeat(indent)}${line}`)
}

/** Number of characters a reader sees: colour codes and combining marks take no place. */
export function lengthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex -- colour codes begin with the escape character
  return [...text.replace(/\u001B\[\d+m/g, '').replace(/\p{M}/gu, '')].length
}

/** Padded with blanks to `width` as the reader sees it. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)))
}
