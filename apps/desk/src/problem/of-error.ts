import type { Finding } from '@vigie/kernel'
import { RecordError, type RecordErrorCode, sqlState } from '@vigie/record'
import { HTTPException } from 'hono/http-exception'
import type { ProblemCode } from './catalogue.js'
import { deskFindings } from './findings.js'
import { Problem } from './problem.js'

const OF_RECORD: Partial<Record<RecordErrorCode, ProblemCode>> = {
  'file-too-large': 'too-large',
  'file-damaged': 'file-damaged',
}

/** The problem for whatever was thrown; `internal` for what nobody foresaw. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status === 400) return new Problem('malformed-json')
  if (error instanceof RecordError) return new Problem(OF_RECORD[error.code] ?? 'unavailable')
  const state = sqlState(error)
  // Row-level walls and missing grants; a key that is taken.
  if (state === '42501') return new Problem('forbidden')
  if (state === '23505') return new Problem('duplicate')
  if (state === '23503') return new Problem('invalid-body', { findings: [referenceFinding(error)] })
  if (isOutOfReach(error, state)) return new Problem('unavailable')
  return new Problem('internal')
}

/** Which field pointed to nothing, from the name of the rule that the database kept. */
function referenceFinding(error: unknown): Finding {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
  const column = /_tenant_id_(\w+)_fkey$/.exec(constraint)?.[1] ?? ''
  const path = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return deskFindings.make.REFERENCE({ path, place: 'body' }, { name: path === '' ? 'a field' : path })
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
])

/** Classes 08 (connection), 53 (no resources) and 57 (shut down) of SQL states, and what the driver says of a lost line. */
function isOutOfReach(error: unknown, state: string | undefined): boolean {
  if (state !== undefined && /^(08|53|57)/.test(state)) return true
  if (!(error instanceof Error)) return false
  if ('code' in error && NETWORK.has(String(error.code))) return true
  return /^Connection terminated|^timeout exceeded when trying to connect/.test(error.message)
}
