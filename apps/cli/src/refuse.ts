import type { Finding } from '@vigie/kernel'
import { type Context, errorPageOf, writeJson } from './context.js'
import { nameOf } from './io/read.js'
import { findingLines } from './text/findings.js'

/**
 * Says that a file cannot be used and why, and ends with exit code 2: as JSON on standard output where JSON is asked
 * for, else in words on standard error.
 */
export async function refuse(
  context: Context,
  file: string,
  what: string,
  findings: readonly Finding[],
  json: boolean,
): Promise<void> {
  context.end(2)
  if (json) return writeJson(context, { file, findings })
  const page = errorPageOf(context)
  const reasons = findings.length === 1 ? 'one reason' : `${findings.length} reasons`
  await page.lines([
    `vigie: ${nameOf(file)} ${what}, for ${reasons}:`,
    ...findingLines(findings, page.width, page.style),
  ])
}
