import type { CheckResult } from '@vigie/forms'
import type { Page } from '../context.js'
import { nameOf } from '../io/read.js'
import { findingCount, findingLines } from '../text/findings.js'

/** What the check of one file found, for a person. */
export function checkLines(result: CheckResult & { readonly file: string }, page: Page): string[] {
  const { style, width } = page
  const name = style.bold(nameOf(result.file))
  if (result.version === null) {
    return [`${name}  ${style.red('not checked')}`, ...findingLines(result.findings, width, style)]
  }
  const what = `MIR ${result.version}, ${result.reportType ?? 'report type not known'}`
  const count = findingCount(result.findings)
  return [
    `${name}  ${what}`,
    `official schema: ${schemaText(result, page)}`,
    ...findingLines(result.schemaFindings, width, style),
    `other rules: ${count === '' ? style.green('nothing found') : count}`,
    ...findingLines(result.findings, width, style),
  ]
}

function schemaText({ schemaValid, schemaFindings }: CheckResult, { style }: Page): string {
  if (schemaValid === null)
    return style.yellow('not verified, its schema is not installed (vigie schema install)')
  if (schemaValid) return style.green('accepts it')
  const { length } = schemaFindings
  return style.red(`REFUSES it for ${length === 1 ? 'one reason' : `${length} reasons`}`)
}
