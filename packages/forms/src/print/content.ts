import { splitValues } from '../list-twins.js'
import type { Answer } from '../report.js'
import type { Leaf } from '../table.js'
import type { EmptyContent, PrintContent, PrintLookups, PrintValue } from './model.js'

/** The content of a single field: never parts. */
export type FieldContent = Exclude<PrintContent, { state: 'parts' }>

const NOT_ANSWERED: EmptyContent = { state: 'not-answered' }

/** Longer values are set as paragraphs, whatever the field. Counted in UTF-16 units: it decides the look only. */
const LONG = 300
/** Parts of a `;` list longer than this are sentences, and the text is left in one piece. */
const LONGEST_PART = 60

/** The answer of one field as it is shown. */
export function contentOf(leaf: Leaf, answer: Answer | undefined, lookups: PrintLookups): FieldContent {
  const empty = emptyOf(answer)
  if (empty !== undefined) return empty
  const texts = visibleTexts(answer)
  const [only, ...more] = texts
  if (only === undefined) return NOT_ANSWERED
  if (more.length > 0) return list(leaf, texts, lookups)
  if (leaf.holds?.is === 'long-text') return { state: 'answered', as: 'text', values: [{ text: only }] }
  const parts = splitList(leaf, only)
  if (parts.length > 1) return list(leaf, parts, lookups)
  const as = only.length > LONG || /[\r\n]/.test(only.trim()) ? 'text' : 'line'
  return { state: 'answered', as, values: [valueOf(leaf, only, lookups)] }
}

/**
 * The answer of a field that is written twice, as one text with `;` and as a list (`…LI`).
 * Where the two differ the second content is the list, so that nothing in the file is hidden.
 */
export function contentOfTwins(
  plain: Leaf,
  plainAnswer: Answer | undefined,
  listAnswer: Answer | undefined,
  lookups: PrintLookups,
): readonly [FieldContent, FieldContent?] {
  const listed = visibleTexts(listAnswer)
  const emptyList = emptyOf(listAnswer)
  const own = contentOf(plain, plainAnswer, lookups)
  if (listed.length === 0)
    return emptyList === undefined || emptyList.state === 'not-answered' ? [own] : [own, emptyList]
  const typed = visibleTexts(plainAnswer).flatMap(splitValues)
  const same = typed.length === listed.length && typed.every((t, i) => t === listed[i]?.trim())
  const fromList = list(plain, listed, lookups)
  if (same || own.state === 'not-answered') return [fromList]
  return [own, fromList]
}

/** The codes of one annex by rank, as one content. Choices without an answer are passed over. */
export function contentOfCodes(
  leaves: readonly { leaf: Leaf; answer: Answer | undefined }[],
  lookups: PrintLookups,
): FieldContent {
  const values = leaves.flatMap(({ leaf, answer }) =>
    visibleTexts(answer).map(text => ({
      ...valueOf(leaf, text, lookups),
      ...(leaf.holds?.is === 'imdrf-code' ? { choice: leaf.holds.choice } : {}),
    })),
  )
  return values.length === 0 ? NOT_ANSWERED : { state: 'answered', as: 'codes', values }
}

/** Whether a field is asked and open: no answer at all, or one without a visible character. */
export function isOpen(answer: Answer | undefined): boolean {
  return emptyOf(answer)?.state === 'not-answered'
}

/** The texts of the report's answer that hold a visible character. */
function visibleTexts(answer: Answer | undefined): readonly string[] {
  return answer?.state === 'answered' ? answer.texts.filter(t => t.trim() !== '') : []
}

function emptyOf(answer: Answer | undefined): EmptyContent | undefined {
  if (answer === undefined || answer.state === 'not-answered') return NOT_ANSWERED
  if (answer.state === 'answered') return visibleTexts(answer).length === 0 ? NOT_ANSWERED : undefined
  return answer.reason === undefined
    ? { state: answer.state }
    : { state: answer.state, reason: answer.reason }
}

function list(leaf: Leaf, texts: readonly string[], lookups: PrintLookups): FieldContent {
  const as = texts.length === 1 ? 'line' : 'list'
  return { state: 'answered', as, values: texts.map(t => valueOf(leaf, t, lookups)) }
}

function valueOf(leaf: Leaf, text: string, lookups: PrintLookups): PrintValue {
  const code = text.trim()
  const meaning =
    leaf.holds?.is === 'imdrf-code'
      ? lookups.termOf?.(code)
      : leaf.holds?.is === 'country'
        ? lookups.countryName?.(code)
        : undefined
  return meaning === undefined ? { text } : { text, meaning }
}

/** Several values typed into one short text with `;` or line ends between them; else the text itself. */
function splitList(leaf: Leaf, text: string): readonly string[] {
  if (leaf.type.base === 'string' && leaf.type.values !== undefined) return [text]
  const parts = splitValues(text.replace(/\r\n?|\n/g, ';'))
  const wanted = leaf.twin !== undefined || parts.length > 2
  return wanted && parts.every(p => p.length <= LONGEST_PART) ? parts : [text]
}
