import type { CaseFile } from '@vigie/facts'
import type { Finding } from '@vigie/kernel'
import { type Context, errorPageOf, writeJson } from './context.js'
import { nameOf, readText } from './io/read.js'
import { findingLines } from './text/findings.js'

const MOST_BYTES = 10 * 1_048_576

/** A case file that was read, or what stands in the way. */
export type CaseRead =
  | { readonly file: string; readonly case: CaseFile }
  | { readonly file: string; readonly findings: readonly Finding[] }

/** Reads one case file (`-` for standard input). Throws WrongUse when there is nothing to read. */
export async function readCase({ io }: Context, file: string): Promise<CaseRead> {
  const text = await readText(io, file, MOST_BYTES)
  const { parseCaseText } = await import('@vigie/facts')
  const parsed = parseCaseText(text)
  return parsed.ok ? { file, case: parsed.case } : { file, findings: parsed.findings }
}

/** Says that a file is not a case and why, on standard error, and ends with exit code 2. */
export async function refuseCase(
  context: Context,
  file: string,
  findings: readonly Finding[],
  json: boolean,
): Promise<void> {
  context.end(2)
  if (json) return writeJson(context, { file, findings })
  const page = errorPageOf(context)
  const reasons = findings.length === 1 ? 'one reason' : `${findings.length} reasons`
  await page.lines([
    `vigie: ${nameOf(file)} is not a case file that can be used, for ${reasons}:`,
    ...findingLines(findings, page.width, page.style),
  ])
}
