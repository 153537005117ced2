import type { FormName } from '../table.js'
import type { PrintFonts } from './fonts.js'
import type { PrintModel, PrintPart, PrintRow } from './model.js'
import { printableString } from './printable.js'
import { type PrintSignature, type PrintStatus, statusWords } from './status.js'
import {
  type Block,
  MEANING_MARK,
  markOf,
  type Pieces,
  PLACE_MARK,
  type Single,
  typesetter,
} from './typeset.js'

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
  readonly signatures: readonly { n: Pieces; m: Pieces; t: Pieces; o: Pieces | null }[]
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
  readonly signatures?: readonly PrintSignature[]
}

/** Texts in the page header and the summary are cut after so many characters; they stand whole below. */
const HEADER_LENGTH = 60
const SUMMARY_LENGTH = 160
/** The name by which everybody calls the form; its full title may be longer. */
const NAMES: Readonly<Record<FormName, string>> = { MIR: 'Manufacturer Incident Report' }

/** Turns a print model into the data of the template: characters made showable, lists given columns, words for the states. */
export function printDocument(model: PrintModel, facts: DocumentFacts): PrintDocument {
  const set = typesetter(facts.fonts, facts.plainOnly)
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
  const signatures = (facts.signatures ?? []).map(s => ({
    n: set.line(s.name),
    m: set.line(s.meaning),
    t: set.line(s.time),
    o: s.note === undefined ? null : set.line(s.note),
  }))
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
    signatures,
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
