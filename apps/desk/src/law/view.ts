import { z } from '@hono/zod-openapi'
import { requiresConfirmation } from '@vigie/codes'
import { explain, type Law, type LawRecord, type Rule } from '@vigie/law'
import { asJson } from '../resources/kind.js'
import { clockSentence } from './clock-sentence.js'
import { conditionSentence } from './condition-sentence.js'

export const JURISDICTIONS = ['EU', 'NI', 'TR', 'GB', 'CH', 'US'] as const
export const STATUSES = ['in-force', 'pending', 'proposal', 'guidance', 'policy'] as const
export const TYPES = ['rule', 'definition', 'note'] as const

/** One record of law in a list. */
export const lawSummary = z
  .object({
    id: z.string(),
    type: z.enum(TYPES),
    jurisdiction: z.enum(JURISDICTIONS),
    title: z.string(),
    citations: z.array(z.string()),
    subject: z.string().nullable().openapi({ description: 'What a rule is applied to.' }),
    status: z.enum(STATUSES).nullable().openapi({ description: 'Null for a definition.' }),
    certainty: z.enum(['verified', 'secondary-source', 'not-confirmed', 'requires-confirmation']),
    requiresConfirmation: z
      .boolean()
      .openapi({ description: 'A person has to confirm it; it enforces nothing.' }),
    effectiveFrom: z.string().nullable(),
    effectiveTo: z.string().nullable(),
  })
  .openapi('LawSummary')
export type LawSummary = z.output<typeof lawSummary>

/** Everything a record says, readable. */
export const lawRecordView = lawSummary
  .extend({
    text: z
      .string()
      .nullable()
      .openapi({ description: 'The content of a definition or note, in own words.' }),
    condition: z.string().nullable().openapi({ description: 'When it applies, as one sentence.' }),
    conditionTree: z.unknown().openapi({ description: 'The same as a tree of sentences.' }),
    instruments: z.array(z.unknown()),
    owedBy: z.array(z.string()),
    duty: z.unknown(),
    addressee: z.unknown(),
    timing: z.string().nullable(),
    clocks: z.array(
      z.object({
        id: z.string(),
        sentence: z.string(),
        when: z.string().nullable(),
        classification: z.string().nullable(),
        countingCertainty: z.string().nullable(),
      }),
    ),
    evidence: z.array(z.string()),
    note: z.string().nullable(),
    sources: z.array(z.object({ title: z.string(), date: z.string() })),
    reviewBy: z.string(),
    changes: z.string().nullable().openapi({ description: 'Of a proposal: the rule it would change.' }),
    optional: z.boolean(),
  })
  .openapi('LawRecord')

/** The days of a rule are those of its instruments: it holds from the first to the last of them. */
function daysOf(record: LawRecord): { readonly from: string | null; readonly to: string | null } {
  if (record.type === 'definition') return { from: null, to: null }
  if (record.type === 'note') {
    return { from: record.record.effectiveFrom ?? null, to: record.record.effectiveTo ?? null }
  }
  const { instruments } = record.record
  const from = instruments.map(i => i.effectiveFrom).sort()[0] ?? null
  const ends = instruments.map(i => i.effectiveTo)
  const to = ends.includes(undefined) ? null : (ends.sort().at(-1) ?? null)
  return { from, to }
}

export function summaryOf({ type, record }: LawRecord): LawSummary {
  const one: LawRecord =
    type === 'rule' ? { type, record } : type === 'note' ? { type, record } : { type, record }
  const { from, to } = daysOf(one)
  return {
    id: record.id,
    type,
    jurisdiction: record.jurisdiction,
    title: record.title,
    citations: type === 'rule' ? record.instruments.map(i => `${i.name} ${i.citation}`) : [record.citation],
    subject: type === 'rule' ? record.scope : null,
    status: type === 'definition' ? null : record.status,
    certainty: record.certainty,
    requiresConfirmation: requiresConfirmation(record.certainty),
    effectiveFrom: from,
    effectiveTo: to,
  }
}

export function viewOfLaw(entry: LawRecord, law: Law): z.output<typeof lawRecordView> {
  const { type, record } = entry
  const said = explain(entry, law)
  const rule: Rule | undefined = type === 'rule' ? record : undefined
  const when = new Map(said.clocks.map(c => [c.clock, c.when]))
  return {
    ...summaryOf(entry),
    text: type === 'rule' ? null : record.text,
    condition: said.when === undefined ? null : conditionSentence(said.when),
    conditionTree: said.when === undefined ? null : asJson(said.when),
    instruments: rule === undefined ? [] : rule.instruments.map(asJson),
    owedBy: rule === undefined ? [] : [...rule.owedBy],
    duty: rule === undefined ? null : asJson(rule.duty),
    addressee: rule === undefined ? null : asJson(rule.addressee),
    timing: rule?.timing ?? null,
    clocks: (rule?.clocks ?? []).map(clock => {
      const condition = when.get(clock.id)
      return {
        id: clock.id,
        sentence: clockSentence(clock),
        when: condition == null ? null : conditionSentence(condition),
        classification: clock.classification ?? null,
        countingCertainty: clock.countingCertainty ?? null,
      }
    }),
    evidence: [...(rule?.evidence ?? [])],
    note: rule?.note ?? null,
    sources: record.sources.map(s => ({ title: s.title, date: s.date })),
    reviewBy: record.reviewBy,
    changes: rule?.changes ?? null,
    optional: rule?.optional === true,
  }
}
