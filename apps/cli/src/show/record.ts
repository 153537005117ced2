import type { Clock, Law, LawRecord, Rule } from '@vigie/law'
import type { Page } from '../context.js'
import { dayText } from '../text/days.js'
import { hang } from '../text/wrap.js'

const CERTAINTY: Readonly<Record<Rule['certainty'], string>> = {
  verified: 'verified in the text of the law or in official guidance',
  'secondary-source': 'stated by at least one secondary source',
  'not-confirmed': 'general knowledge, NOT CONFIRMED in a text',
  'requires-confirmation': 'NOT CONFIRMED: a person must confirm it before anything relies on it',
}

/** One record of law with all that is known about it. */
export function recordLines(r: LawRecord, law: Law, { style, width }: Page): string[] {
  const row = (label: string, text: string) => hang(`  ${label}`.padEnd(16), text, width)
  const { record } = r
  return [
    ...hang(`${style.bold(record.id)}  `, style.bold(record.title), width),
    ...(r.type === 'rule' ? ruleRows(r.record, row) : row('citation', r.record.citation)),
    ...(r.type === 'rule' ? [] : row('content', r.record.text)),
    ...row('jurisdiction', record.jurisdiction),
    ...(r.type === 'note' && r.record.effectiveFrom !== undefined
      ? row('in force', span(r.record.effectiveFrom, r.record.effectiveTo))
      : []),
    ...(r.type === 'definition' ? [] : row('status', r.record.status)),
    ...row('certainty', CERTAINTY[record.certainty]),
    ...record.sources.flatMap(s => row('source', `${s.title} (${s.date})`)),
    ...row('look again by', dayText(record.reviewBy)),
    ...row('law pack', law.pack.release),
    ...(r.type === 'note' ? [] : row('when', `see: vigie law explain ${record.id}`)),
  ]
}

function ruleRows(rule: Rule, row: (label: string, text: string) => string[]): string[] {
  return [
    ...rule.instruments.flatMap(i =>
      row('citation', `${i.citation}, ${i.name}, in force ${span(i.effectiveFrom, i.effectiveTo)}`),
    ),
    ...row('owed by', rule.owedBy.map(r => r.replaceAll('-', ' ')).join(' or ')),
    ...row('owed', rule.duty.type === 'report' ? `${rule.duty.form}, ${rule.duty.kind} report` : 'a task'),
    ...row('limit', rule.timing),
    ...rule.clocks.flatMap(c => row('clock', clockText(c))),
    ...row('evidence', rule.evidence.join('; ')),
    ...(rule.changes === undefined ? [] : row('would change', rule.changes)),
    ...(rule.optional === true ? row('optional', 'only computed when asked for with --simulate') : []),
    ...(rule.note === undefined ? [] : row('note', rule.note)),
  ]
}

/** One clock in words. */
export function clockText(c: Clock): string {
  const unit = c.unit.replaceAll('-', ' ') + (c.amount === 1 ? '' : 's')
  const rounding =
    c.rounding === 'eu-1182-71'
      ? 'a last day that is no working day moves to the next'
      : 'the last day never moves'
  const unsure =
    c.countingCertainty === undefined || c.countingCertainty === 'verified'
      ? ''
      : `; how the days are counted is NOT CONFIRMED (${c.countingCertainty})`
  return `${c.id}: ${c.amount} ${unit} ${c.direction} "${c.basis.replaceAll('-', ' ')}"; ${rounding}${unsure}`
}

const span = (from: string, to: string | undefined) => `from ${from}${to === undefined ? '' : ` to ${to}`}`
