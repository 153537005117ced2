import type { Finding } from '@vigie/kernel'
import type { Context } from './context.js'
import { nameOf, readText } from './io/read.js'
import { unreadable } from './unreadable.js'

const MOST_BYTES = 50 * 1_048_576

/** Reads a file of JSON. A file that cannot be read, or is not JSON, is a finding. */
export async function readJson(
  { io }: Context,
  file: string,
  what: string,
): Promise<{ readonly value: unknown } | { readonly findings: readonly Finding[] }> {
  try {
    const text = await readText(io, file, MOST_BYTES)
    const value: unknown = JSON.parse(text)
    return { value }
  } catch (error) {
    if (!(error instanceof SyntaxError)) return { findings: [unreadable(file, what, error)] }
    return {
      findings: [
        {
          code: 'CLI-JSON',
          severity: 'blocks',
          path: '',
          message: `${nameOf(file)} is not JSON: ${error.message}.`,
          mend: `Give a ${what} file in JSON.`,
        },
      ],
    }
  }
}
