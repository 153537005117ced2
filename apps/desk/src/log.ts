/** One line of the log. It names things by id and by kind, never by what people typed. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [field: string]: string | number | boolean | undefined
}

export type Log = (entry: LogEntry) => void

/** A log of JSON lines. */
export function jsonLog(write: (line: string) => void, clock: () => number): Log {
  return entry => write(`${JSON.stringify({ at: new Date(clock()).toISOString(), ...entry })}\n`)
}

/**
 * What may be logged of an error: its kind, the state of the database and where it happened. Its message is left out,
 * because a database writes values into it.
 */
export function errorFields(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {}
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return {
    error: error.name,
    ...code,
    where: frames
      .slice(0, 6)
      .map(f => f.trim())
      .join(' '),
  }
}
