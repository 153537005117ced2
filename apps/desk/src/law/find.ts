import { type Law, type LawRecord, lawRecords } from '@vigie/law'
import { type LawSummary, summaryOf } from './view.js'

export interface LawWanted {
  readonly jurisdiction?: string | undefined
  readonly type?: string | undefined
  readonly instrument?: string | undefined
  readonly subject?: string | undefined
  readonly status?: string | undefined
  readonly certainty?: string | undefined
  readonly on?: string | undefined
  readonly q?: string | undefined
}

const holds = (s: LawSummary, on: string) =>
  (s.effectiveFrom === null || s.effectiveFrom <= on) && (s.effectiveTo === null || on <= s.effectiveTo)

/** What is searched in a record, small. */
function textOf({ type, record }: LawRecord, s: LawSummary): string {
  const more = type === 'rule' ? [record.timing, record.note ?? ''] : [record.text]
  return [s.id, s.title, ...s.citations, ...more].join(' ').toLowerCase()
}

/** The records that fit, in the order of the pack. Every word of `q` must stand in the record. */
export function findLaw(law: Law, wanted: LawWanted): readonly LawSummary[] {
  const words = (wanted.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const instrument = wanted.instrument?.toLowerCase()
  const is = (value: string | null, want: string | undefined) => want === undefined || value === want
  return lawRecords(law)
    .map(record => ({ record, s: summaryOf(record) }))
    .filter(
      ({ record, s }) =>
        is(s.jurisdiction, wanted.jurisdiction) &&
        is(s.type, wanted.type) &&
        is(s.subject, wanted.subject) &&
        is(s.status, wanted.status) &&
        is(s.certainty, wanted.certainty) &&
        (instrument === undefined || s.citations.some(c => c.toLowerCase().includes(instrument))) &&
        (wanted.on === undefined || holds(s, wanted.on)) &&
        words.every(w => textOf(record, s).includes(w)),
    )
    .map(({ s }) => s)
}
