import type { Finding } from '@vigie/kernel'
import { WrongUse } from './wrong-use.js'

const CODE = 'CLI-UNREADABLE'

/**
 * A file that could not be read, as a finding, so that the other files are still dealt with and JSON stays JSON.
 * Throws again what is no such fault.
 *
 * @param what what the file should be, such as `MIR`
 */
export function unreadable(file: string, what: string, error: unknown): Finding {
  if (!(error instanceof WrongUse)) throw error
  const mend = `Give the name of a ${what} file that exists and that you may read.`
  return { code: CODE, severity: 'blocks', path: file, message: error.message, mend }
}

/** The sentence of a file that could not be read, if that is all there is to say. */
export function onlyUnreadable(findings: readonly Finding[]): string | undefined {
  const [first] = findings
  return findings.length === 1 && first?.code === CODE ? first.message : undefined
}
