import type { CaseFile } from '@vigie/facts'
import type { Finding } from '@vigie/kernel'
import type { Context } from './context.js'
import { readText } from './io/read.js'
import { refuse } from './refuse.js'
import { unreadable } from './unreadable.js'

const MOST_BYTES = 10 * 1_048_576

/** A case file that was read, or what stands in the way. */
export type CaseRead =
  | { readonly file: string; readonly case: CaseFile }
  | { readonly file: string; readonly findings: readonly Finding[] }

/** Reads one case file (`-` for standard input). A file that cannot be read is a finding. */
export async function readCase({ io }: Context, file: string): Promise<CaseRead> {
  let text: string
  try {
    text = await readText(io, file, MOST_BYTES)
  } catch (error) {
    return { file, findings: [unreadable(file, 'case', error)] }
  }
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
