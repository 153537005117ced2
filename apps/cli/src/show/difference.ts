import type { Answer, ReportDifference } from '@vigie/forms'
import type { Page } from '../context.js'
import { hang } from '../text/wrap.js'

/** What differs between two reports, for a person. */
export function differenceLines({ versions, fields, others }: ReportDifference, page: Page): string[] {
  const { style, width } = page
  const lines = [
    ...(versions.before === versions.after ? [] : [`MIR ${versions.before} and MIR ${versions.after}`]),
    ...fields.flatMap(f => [
      ...hang(`${f.place.padEnd(8)}`, style.bold(f.label), width),
      ...side('-', answerText(f.before), page),
      ...side('+', answerText(f.after), page),
    ]),
    ...others.flatMap(o => [
      ...hang('', style.bold(o.what), width),
      ...side('-', o.before, page),
      ...side('+', o.after, page),
    ]),
  ]
  return lines.length === 0 ? ['The reports say the same.'] : lines
}

function side(mark: '-' | '+', text: string | null, { style, width }: Page): string[] {
  if (text === null) return []
  return text
    .split('\n')
    .flatMap(line => hang(`      ${mark} `, line, width))
    .map(mark === '-' ? style.red : style.green)
}

function answerText(answer: Answer | null): string | null {
  if (answer === null || answer.state === 'not-answered') return null
  if (answer.state === 'answered') return answer.texts.join('\n')
  return answer.state === 'unknown' ? '(not known)' : '(does not apply)'
}
