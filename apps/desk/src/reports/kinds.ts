import type { DraftKind } from '@vigie/forms'
import type { Row } from '@vigie/record'

export const KINDS = [
  'initial',
  'follow-up',
  'combined',
  'final',
  'reclassified',
  'not-reportable',
] as const satisfies readonly Row<'report_drafts'>['kind'][]
export type Kind = (typeof KINDS)[number]

/** How the form calls them (MIR 1.2, type of report). A reclassified incident is told in a follow-up report. */
const ON_FORM: Readonly<Record<Kind, DraftKind>> = {
  initial: 'initial',
  'follow-up': 'follow-up',
  combined: 'initial+final',
  final: 'final-reportable',
  reclassified: 'follow-up',
  'not-reportable': 'final-non-reportable',
}
export const onForm = (kind: Kind): DraftKind => ON_FORM[kind]

const OF_KEY: Readonly<Record<string, Kind>> = {
  I: 'initial',
  F: 'follow-up',
  IF: 'combined',
  FR: 'final',
  FN: 'not-reportable',
}
/** The kind for a key of the field tables; undefined for a report that names none. */
export const kindOfKey = (key: string | undefined): Kind | undefined =>
  key === undefined ? undefined : OF_KEY[key]

/** The kinds that the law of an obligation asks for, and which kinds of report serve it. */
export const SERVES: Readonly<Record<string, readonly Kind[]>> = {
  initial: ['initial', 'combined'],
  final: ['final', 'combined', 'not-reportable'],
  'final (non-reportable)': ['not-reportable'],
}

/** After these nothing more is due in a chain. */
export const ENDS: ReadonlySet<Kind> = new Set(['combined', 'final', 'not-reportable'])

/**
 * Which kind comes next, and whether a wanted one can: the first report of a chain is an initial or a combined one, the
 * later ones refer to it (MIR 1.2, type of report). A chain that began elsewhere may go on with any.
 */
export function nextKind(
  issued: readonly Kind[],
  wanted: Kind | undefined,
  elsewhere: boolean,
): { readonly kind: Kind } | { readonly why: string } {
  const isFirst = issued.length === 0 && !elsewhere
  const ended = issued.find(k => ENDS.has(k))
  const kind = wanted ?? (isFirst ? 'initial' : 'follow-up')
  const opens = kind === 'initial' || kind === 'combined'
  if (isFirst && !opens) {
    return { why: `Nothing was issued to this authority yet, so a ${kind} report has nothing to refer to.` }
  }
  if (!isFirst && opens && issued.length > 0) {
    return { why: `The first report of this chain was issued already, so it cannot be of the kind ${kind}.` }
  }
  if (ended !== undefined && kind === 'follow-up') {
    return {
      why: `The chain ended with a report of the kind ${ended}. After it only a reclassified or a corrected final report can follow.`,
    }
  }
  return { kind }
}

const KEY_OF: Readonly<Record<Kind, string>> = {
  initial: 'I',
  'follow-up': 'F',
  combined: 'IF',
  final: 'FR',
  reclassified: 'F',
  'not-reportable': 'FN',
}
/** The key that the field tables use for a kind. */
export const keyOfKind = (kind: Kind): string => KEY_OF[kind]

export const isKind = (text: string): text is Kind => KINDS.some(k => k === text)
