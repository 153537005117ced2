import type { CaseFile } from '@vigie/facts'
import type { Finding } from '@vigie/kernel'
import type { Context } from './context.js'
import { readText } from './io/read.js'
import { refuse } from './refuse.js'

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

/** Says that a file is not a case and why, and ends with exit code 2. */
export async function refuseCase(
  context: Context,
  file: string,
  findings: readonly Finding[],
  json: boolean,
): Promise<void> {
  await refuse(context, file, 'is not a case file that can be used', findings, json)
}
