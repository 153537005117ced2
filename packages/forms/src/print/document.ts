import type { FormName } from '../table.js'
import type { PrintFonts } from './fonts.js'
import type {
  PrintContent,
  PrintItem,
  PrintMatrix,
  PrintModel,
  PrintPart,
  PrintRow,
  PrintValue,
} from './model.js'
import { type Piece, printableLine, printableLines, printableString } from './printable.js'
import { type PrintStatus, statusWords } from './status.js'

type Pieces = readonly Piece[]
type Value = { readonly v: Pieces; readonly n: Pieces | null; readonly i: number | null }
type Single =
  | { readonly k: 'empty'; readonly s: string; readonly r: Pieces | null }
  | { readonly k: 'line'; readonly v: Value }
  | { readonly k: 'text'; readonly p: readonly (readonly Pieces[])[] }
  | { readonly k: 'list' | 'codes'; readonly items: readonly Value[]; readonly columns: number }
type Content = Single | { readonly k: 'parts'; readonly parts: readonly { l: string; c: Single }[] }
type Row = { p: string; mark: string; l: string; long: boolean; c: Content }
type Block =
  | { readonly k: 'rows'; readonly items: readonly Row[] }
  | {
      readonly k: 'matrix'
      readonly p: string
      readonly mark: string
      readonly columns: readonly string[]
      readonly rows: readonly { l: string; cells: readonly Single[] }[]
    }

/** What the template gets, as JSON. Texts of the report are pieces that the fonts can show. */
export interface PrintDocument {
  readonly meta: {
    readonly title: string
    readonly author: string
    readonly keywords: readonly string[]
    readonly date: { readonly year: number; readonly month: number; readonly day: number } | null
  }
  readonly families: readonly string[]
  readonly language: string
  readonly title: string
  readonly fullTitle: string | null
  readonly subtitle: Pieces
  readonly header: { readonly form: string; readonly reference: Pieces; readonly type: Pieces }
  readonly status: { readonly short: string; readonly long: string; readonly strong: boolean }
  readonly draft: string | null
  readonly hash: string
  readonly unseen: boolean
  readonly summary: readonly { l: string; c: Single }[]
  readonly sections: readonly {
    p: string
    t: string
    depth: number
    out: number
    sticky: boolean
    blocks: readonly Block[]
  }[]
  readonly unplaced: readonly { kind: string; at: Pieces; p: readonly (readonly Pieces[])[] }[]
  readonly notes: readonly string[]
}

export interface DocumentFacts {
  readonly status: PrintStatus
  readonly reference: string
  readonly language: string
  readonly date: PrintDocument['meta']['date']
  readonly hash: string
  readonly fonts: PrintFonts
  readonly plainOnly: boolean
}

/** Texts in the page header and the summary are cut after so many characters; they stand whole below. */
const HEADER_LENGTH = 60
const SUMMARY_LENGTH = 160
/** A row whose content is longer than this as JSON may break over pages; shorter ones stay together. */
const SHORT_ROW = 500
const PLACE_MARK = '†'
const MEANING_MARK = '‡'

/** The name by which everybody calls the form; its full title may be longer. */
const NAMES: Readonly<Record<FormName, string>> = { MIR: 'Manufacturer Incident Report' }

/** Turns a print model into the data of the template: characters made showable, lists given columns, words for the states. */
export function printDocument(model: PrintModel, facts: DocumentFacts): PrintDocument {
  const set = typesetter(facts)
  const sections = model.sections.map((s, i) => ({
    p: s.place,
    t: s.title,
    depth: s.depth,
    out: s.leftOut,
    // A heading stays with what it heads: its table, or the first heading below it.
    sticky: s.items.length > 0 || (model.sections[i + 1]?.depth ?? 0) > s.depth,
    blocks: set.blocks(s.items),
  }))
  const marks = new Set(model.sections.flatMap(s => s.items.flatMap(item => [...markOf(item)])))
  const summary = model.summary.map(row => ({ l: row.label, c: set.single(shortOf(row)) }))
  const maker = model.summary.find(row => row.label === 'Manufacturer')
  const type = model.reportType ?? 'Type of report not answered'
  const name = NAMES[model.form]
  const form = `${name} ${model.version}`
  const words = statusWords(facts.status, model)
  const text = {
    subtitle: set.line(`${type} · ${facts.reference}`),
    header: {
      form,
      reference: set.line(cut(facts.reference, HEADER_LENGTH)),
      type: set.line(cut(type, HEADER_LENGTH)),
    },
    unplaced: model.unplaced.map(u => ({ kind: u.kind, at: set.line(u.in), p: set.paragraphs(u.text) })),
  }
  return {
    meta: {
      title: printableString(`${form}, ${type}, ${facts.reference}`, facts.fonts),
      author: maker === undefined ? '' : printableString(firstText(maker), facts.fonts),
      keywords: [`${model.form} ${model.version}`, `sha256:${facts.hash}`],
      date: facts.date,
    },
    families: facts.fonts.families,
    language: facts.language,
    title: form,
    fullTitle: model.title === name ? null : model.title,
    status: { short: words.short, long: words.long, strong: words.strong },
    draft: words.draft,
    hash: facts.hash,
    ...text,
    summary,
    sections,
    unseen: set.unseen(),
    notes: notesOf(
      marks,
      sections.some(s => s.out > 0),
    ),
  }
}

function typesetter({ fonts, plainOnly }: DocumentFacts) {
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
  const row = (r: PrintRow): Row => ({
    p: r.place,
    mark: markOf(r),
    l: r.label,
    long: JSON.stringify(r.content).length > SHORT_ROW,
    c: content(r.content),
  })
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

/** The content of a summary row: one short line. The whole answer stands in its section. */
function shortOf({ content }: PrintRow): PrintPart['content'] {
  if (content.state === 'parts') return { state: 'not-answered' }
  if (content.state !== 'answered')
    return content.reason === undefined
      ? content
      : { ...content, reason: cut(content.reason, SUMMARY_LENGTH) }
  const text = content.values.map(v => v.text).join('; ')
  return { state: 'answered', as: 'line', values: [{ text: cut(text, SUMMARY_LENGTH) }] }
}

function firstText(row: PrintRow): string {
  return row.content.state === 'answered' ? (row.content.values[0]?.text ?? '') : ''
}

function markOf(item: PrintItem): string {
  // Name, position and type are matters of the XML file; for them the status line speaks.
  const place = item.unconfirmed.includes('place') ? PLACE_MARK : ''
  return item.unconfirmed.includes('meaning') ? place + MEANING_MARK : place
}

function notesOf(marks: ReadonlySet<string>, leftOut: boolean): readonly string[] {
  return [
    ...(marks.has(PLACE_MARK)
      ? [
          `${PLACE_MARK} The letter of this question was worked out and has not been read in the official printed form.`,
        ]
      : []),
    ...(marks.has(MEANING_MARK)
      ? [`${MEANING_MARK} The meaning of this question is not confirmed against the official form.`]
      : []),
    ...(leftOut
      ? ['Optional questions without an answer are not printed; their number stands beside the heading.']
      : []),
    'This document is a readable copy in our own layout. The report that an authority processes is the XML file.',
  ]
}

function cut(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
