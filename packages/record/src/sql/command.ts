import type { PostgresQueryResult } from 'kysely'

type Command = PostgresQueryResult<unknown>['command']
const COUNTED = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const

/** The command of a statement: Kysely counts changed rows by it. */
export function commandOf(text: string): Command {
  const first = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? ''
  return COUNTED.find(c => c === first) ?? 'SELECT'
}
