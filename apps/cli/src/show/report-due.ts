import type { Day } from '@vigie/kernel'
import type { ClockResult, ReportDue } from '@vigie/law'
import type { Page } from '../context.js'
import { dayText, dueText } from '../text/days.js'
import { hang } from '../text/wrap.js'

const LABEL = 12

/** Sent, and the proof is there. A report sent without proof stays open. */
export function isSettled(r: ReportDue): boolean {
  return r.sent !== null && r.sent.proof !== null
}

/** A report that needs no more work, in short. */
export function sentLines(r: ReportDue, { width }: Page): string[] {
  const about = r.about === null ? '' : ` (${r.about})`
  const proof = r.sent?.proof ?? 'no proof'
  return hang(
    `  ${r.jurisdiction.padEnd(3)}`,
    `${r.authority}: ${r.form}, ${r.kind} report${about} on ${r.device}, sent ${dayText(r.sent?.on ?? null)}, proof: ${proof}; last day ${dayText(r.ceiling)}`,
    width,
  )
}

/** One report that is due. */
export function reportLines(r: ReportDue, number: number, at: Day, page: Page, all: boolean): string[] {
  const { style, width } = page
  const row = (label: string, text: string, mark = (line: string) => line) =>
    hang(`   ${label}`.padEnd(LABEL), text, width).map(mark)
  return [
    ...hang(
      `${number}. `,
      style.bold(`${r.jurisdiction}  ${r.authority}: ${r.form}, ${r.kind} report`),
      width,
    ),
    ...(r.about === null ? [] : row('about', r.about)),
    ...(r.classification === null ? [] : row('class', classText(r.classification))),
    ...(r.state === 'undetermined'
      ? row('NOT SETTLED', 'Treated as due until the questions below are answered.', style.yellow)
      : []),
    ...dateRows(r, at, page),
    ...(r.sent === null
      ? []
      : row('SENT', `on ${dayText(r.sent.on)}, but the case has no proof: it stays open.`, style.yellow)),
    ...row('why', r.why),
    ...row('law', `${r.citation} (${r.timing})`),
    ...row('channel', r.channel),
    ...row('owed by', `${r.owedBy}, for ${r.device}`),
    ...(r.confirmed ? [] : row('CONFIRM', confirmText(r), style.yellow)),
    ...r.notes.flatMap(n => row('note', n)),
    ...(all ? detailRows(r, row) : []),
  ]
}

/** Dates stand on one line each, whatever the width: they are what people copy and search. */
function dateRows(r: ReportDue, at: Day, { style }: Page): string[] {
  const line = (label: string, text: string) => `${`   ${label}`.padEnd(LABEL)}${text}`
  if (r.ceiling === null && r.target === null)
    return [line('last day', 'no day to count from is in the case')]
  return [
    ...(r.target === r.ceiling
      ? [line('last day', dueText(r.ceiling, at, style))]
      : [
          line('target', dueText(r.target, at, style)),
          line('ceiling', `${dueText(r.ceiling, at, style)} (the last day the law allows)`),
        ]),
    line('day 0', dayText(r.day0)),
  ]
}

function classText(classification: string): string {
  return classification === 'undetermined'
    ? 'not settled; a graver class than "all other" is possible'
    : classification
}

function confirmText(r: ReportDue): string {
  const sure = {
    verified: 'the rule is verified, but was not in force on the day that counts',
    'secondary-source': 'the rule rests on a secondary source',
    'not-confirmed': 'the rule is general knowledge, not confirmed in a text',
    'requires-confirmation': 'a person must confirm the rule before anyone relies on it',
  }[r.certainty]
  return `Not confirmed: ${sure}.`
}

function detailRows(r: ReportDue, row: (label: string, text: string) => string[]): string[] {
  return [
    ...r.clocks.flatMap(c => row(c.governs ? 'clock *' : 'clock', clockText(c))),
    ...(r.evidence.length === 0 ? [] : row('evidence', `${r.evidence.join('; ')}.`)),
    ...row('rules', r.rules.join(', ')),
  ]
}

function clockText(c: ClockResult): string {
  const ends =
    c.ceiling === null ? 'no end known' : `target ${dayText(c.target)}, ceiling ${dayText(c.ceiling)}`
  const open = c.state === 'undetermined' ? ' Not settled.' : ''
  return `${c.classification ?? 'limit'}: ${ends}.${open} ${c.why} [${c.rule}: ${c.citation}]`
}
