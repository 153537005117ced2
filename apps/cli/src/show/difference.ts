import type { Answer, Difference, RestDifference } from '@vigie/forms'
import type { Page } from '../context.js'
import { hang } from '../text/wrap.js'

export interface Differences {
  readonly versions: { readonly before: string; readonly after: string }
  readonly fields: readonly Difference[]
  readonly rest: readonly RestDifference[]
}

/** What differs between two reports, for a person. */
export function differenceLines({ versions, fields, rest }: Differences, page: Page): string[] {
  const { style, width } = page
  const lines = [
    ...(versions.before === versions.after ? [] : [`MIR ${versions.before} and MIR ${versions.after}`]),
    ...fields.flatMap(f => [
      ...hang(`${f.place.padEnd(8)}`, style.bold(f.label), width),
      ...side('-', answerText(f.before), page),
      ...side('+', answerText(f.after), page),
    ]),
    ...rest.flatMap(o => [
      ...hang('', style.bold(o.what), width),
      ...side('-', o.before, page),
      ...side('+', o.after, page),
    ]),
  ]
  return lines.length === 0 ? ['The reports say the same.'] : lines
}

function side(mark: '-' | '+', text: string | undefined, { style, width }: Page): string[] {
  if (text === undefined) return []
  return text
    .split('\n')
    .flatMap(line => hang(`      ${mark} `, line, width))
    .map(mark === '-' ? style.red : style.green)
}

function answerText(answer: Answer | undefined): string | undefined {
  if (answer === undefined || answer.state === 'not-answered') return undefined
  if (answer.state === 'answered') return answer.texts.join('\n')
  return answer.state === 'unknown' ? '(not known)' : '(does not apply)'
}
