import type { Tri } from '@vigie/kernel'
import {
  type ConditionText,
  type Explained,
  type ExplainedForCase,
  type LawRecord,
  QUESTIONS,
} from '@vigie/law'
import type { Page } from '../context.js'
import type { Style } from '../text/style.js'
import { hang } from '../text/wrap.js'
import { clockText } from './record.js'

/** When a record applies, as an indented list of sentences. */
export function explainedLines(r: LawRecord, explained: Explained, page: Page): string[] {
  const { style, width } = page
  const head = hang(`${style.bold(r.record.id)}  `, style.bold(r.record.title), width)
  const own = r.type === 'rule' ? [] : hang('  ', r.record.text, width)
  if (explained.when === undefined) {
    return [...head, ...own, '  It is a note: no condition asks about it, the engine follows it.']
  }
  return [
    ...head,
    ...own,
    `  It ${r.type === 'rule' ? 'applies' : 'is met'} when`,
    ...tree(explained.when, page, 4),
    ...clockLines(r, explained, page, true),
  ]
}

/** How a record comes to its answer on a case. */
export function explainedForCaseLines(
  r: LawRecord,
  list: readonly ExplainedForCase[],
  page: Page,
  all: boolean,
): string[] {
  const { style, width } = page
  const head = hang(`${style.bold(r.record.id)}  `, style.bold(r.record.title), width)
  if (list.length === 0) {
    const what =
      r.type === 'note'
        ? 'It is a note: no condition asks about it, the engine follows it.'
        : `The case has nothing it is about${r.type === 'rule' ? ` (${r.record.scope.replaceAll('-', ' ')})` : ''}.`
    return [...head, `  ${what}`]
  }
  return list.flatMap(e => [
    ...head,
    ...hang(
      '  ',
      `${e.device}${e.about === null ? '' : `, ${e.about}`}: ${style.bold(VERDICT[e.answer])} (law of ${e.on})`,
      width,
    ),
    ...(e.when === undefined ? [] : tree(all ? e.when : carrying(e.when), page, 2)),
    ...(e.deciding.length === 0 ? [] : hang('  decided by: ', e.deciding.join(', '), width)),
    ...e.missing.flatMap(path =>
      hang('  missing: ', `${path}. ${QUESTIONS[path]?.ask ?? ''}`, width).map(style.yellow),
    ),
    ...clockLines(r, e, page, all),
  ])
}

const VERDICT: Readonly<Record<Tri, string>> = {
  yes: 'it applies',
  no: 'it does not apply',
  unknown: 'it is not settled, and treated as if it applied',
}

function clockLines(r: LawRecord, explained: Explained, page: Page, all: boolean): string[] {
  if (r.type !== 'rule') return []
  return r.record.clocks.flatMap(c => {
    const when = explained.clocks.find(e => e.clock === c.id)?.when
    return [
      ...hang('  clock ', clockText(c), page.width),
      ...(when === null || when === undefined
        ? []
        : ['    It runs when', ...tree(all ? when : carrying(when), page, 6)]),
    ]
  })
}

/** Only what bears on the answer: of several reasons for a yes those that hold, for a no those that fail. */
function carrying(condition: ConditionText): ConditionText {
  const one = condition.joins === 'any' ? 'yes' : 'no'
  const parts =
    condition.joins !== undefined && condition.answer === one
      ? condition.parts.filter(p => p.answer === one)
      : condition.parts
  return { ...condition, parts: parts.map(carrying) }
}

function tree(condition: ConditionText, page: Page, indent: number): string[] {
  const { style, width } = page
  const mark = condition.answer === undefined ? '- ' : `${markOf(condition.answer, style)} `
  const facts = (condition.facts ?? []).map(f => `${f.path}: ${f.value ?? 'not in the case'}`).join(', ')
  return [
    ...hang(`${' '.repeat(indent)}${mark}`, `${condition.text}${facts === '' ? '' : ` (${facts})`}`, width),
    ...condition.parts.flatMap(p => tree(p, page, indent + 2)),
  ]
}

function markOf(answer: Tri, style: Style): string {
  if (answer === 'yes') return style.green('[yes]')
  return answer === 'no' ? '[no] ' : style.yellow('[?]  ')
}
