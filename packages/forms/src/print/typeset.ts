import type { PrintFonts } from './fonts.js'
import type { PrintContent, PrintItem, PrintMatrix, PrintPart, PrintRow, PrintValue } from './model.js'
import { type Piece, printableLine, printableLines } from './printable.js'

export type Pieces = readonly Piece[]
type Value = { readonly v: Pieces; readonly n: Pieces | null; readonly i: number | null }
export type Single =
  | { readonly k: 'empty'; readonly s: string; readonly r: Pieces | null }
  | { readonly k: 'line'; readonly v: Value }
  | { readonly k: 'text'; readonly p: readonly (readonly Pieces[])[] }
  | { readonly k: 'list' | 'codes'; readonly items: readonly Value[]; readonly columns: number }
type Content = Single | { readonly k: 'parts'; readonly parts: readonly { l: string; c: Single }[] }
type Row = { p: string; mark: string; l: string; long: boolean; c: Content }
export type Block =
  | { readonly k: 'rows'; readonly items: readonly Row[] }
  | {
      readonly k: 'matrix'
      readonly p: string
      readonly mark: string
      readonly columns: readonly string[]
      readonly rows: readonly { l: string; cells: readonly Single[] }[]
    }

/** An answer of more lines than this, roughly counted, may break over pages; shorter ones stay together. */
const SHORT_ANSWER = 8
/** Characters on a line of the answer column, roughly. */
const LINE = 55
export const PLACE_MARK = '†'
export const MEANING_MARK = '‡'

/** Turns contents of the print model into data of the template, and notes whether a character had to be written by number. */
export function typesetter(fonts: PrintFonts, plainOnly: boolean) {
  let unseen = false
  const look = (pieces: Pieces): Pieces => {
    unseen ||= pieces.some(p => typeof p !== 'string')
    return pieces
  }
  const line = (text: string, longestWord = 40) =>
    look(printableLine(text, fonts, { longestWord, plainOnly }))
  const paragraphs = (text: string) => {
    const found: Pieces[][] = [[]]
    for (const pieces of printableLines(text, fonts, { plainOnly })) {
      if (pieces.length === 0 && found.at(-1)?.length !== 0) found.push([])
      else if (pieces.length > 0) found.at(-1)?.push(look(pieces))
    }
    return found.filter(p => p.length > 0)
  }
  const value = (v: PrintValue, longestWord?: number): Value => ({
    v: line(v.text, longestWord),
    n: v.meaning === undefined ? null : line(v.meaning, longestWord),
    i: v.choice ?? null,
  })
  const single = (c: PrintPart['content'], longestWord?: number): Single => {
    if (c.state !== 'answered')
      return { k: 'empty', s: c.state, r: c.reason === undefined ? null : line(c.reason) }
    const [first] = c.values
    if (c.as === 'text') return { k: 'text', p: paragraphs(c.values.map(v => v.text).join('\n\n')) }
    if (c.as === 'line' && first !== undefined) return { k: 'line', v: value(first, longestWord) }
    const columns = c.as === 'codes' ? 1 : columnsFor(c.values)
    const longest = columns === 1 ? longestWord : 14
    return { k: c.as === 'codes' ? 'codes' : 'list', columns, items: c.values.map(v => value(v, longest)) }
  }
  const content = (c: PrintContent): Content =>
    c.state === 'parts'
      ? { k: 'parts', parts: c.parts.map(p => ({ l: p.label, c: single(p.content) })) }
      : single(c)
  const row = (r: PrintRow): Row => {
    const c = content(r.content)
    return { p: r.place, mark: markOf(r), l: r.label, long: linesOf(c) > SHORT_ANSWER, c }
  }
  const matrix = (m: PrintMatrix): Block => ({
    k: 'matrix',
    p: m.place,
    mark: markOf(m),
    columns: m.columns,
    rows: m.rows.map(r => ({ l: r.label, cells: r.cells.map(c => single(c, 10)) })),
  })
  const blocks = (items: readonly PrintItem[]): readonly Block[] => {
    const found: Block[] = []
    let rows: Row[] = []
    for (const item of items) {
      if (item.kind === 'row') {
        if (rows.length === 0) found.push({ k: 'rows', items: rows })
        rows.push(row(item))
      } else {
        found.push(matrix(item))
        rows = []
      }
    }
    return found
  }
  return { line, paragraphs, single, blocks, unseen: () => unseen }
}

/** Columns for a list of values: a short list runs down the page, a long one of short values in two or three columns. */
function columnsFor(values: readonly PrintValue[]): 1 | 2 | 3 {
  if (values.length <= 6) return 1
  const longest = Math.max(...values.map(v => v.text.length + (v.meaning?.length ?? 0)))
  return longest <= 22 ? 3 : longest <= 36 ? 2 : 1
}

/** The lines that an answer takes at most, roughly. It decides what stays together, so it must not be far too low. */
function linesOf(c: Content): number {
  if (c.k === 'parts') return c.parts.reduce((sum, p) => sum + linesOf(p.c), 0)
  if (c.k === 'empty') return lineLength(c.r ?? []) / LINE + 1
  if (c.k === 'line') return lineLength([...c.v.v, ...(c.v.n ?? [])]) / LINE + 1
  if (c.k === 'text') return c.p.flat().reduce((sum, line) => sum + lineLength(line) / LINE + 1, 0)
  const each = c.items.map(v => lineLength([...v.v, ...(v.n ?? [])]) / (LINE / c.columns) + 1)
  return each.reduce((sum, lines) => sum + lines, 0) / c.columns
}

function lineLength(pieces: Pieces): number {
  return pieces.reduce((sum, p) => sum + (typeof p === 'string' ? p.length : p.u.length + 2), 0)
}

/** The marks of what was not verified and matters to a reader. */
export function markOf(item: PrintItem): string {
  // Name, position and type are matters of the XML file; for them the status line speaks.
  const place = item.unconfirmed.includes('place') ? PLACE_MARK : ''
  return item.unconfirmed.includes('meaning') ? place + MEANING_MARK : place
}
