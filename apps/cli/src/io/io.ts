import type { Day } from '@vigie/kernel'

/**
 * Everything the command takes from the machine it runs on. Commands get it passed in, so that they are tested
 * without a process; {@link processIo} is the real one.
 */
export interface Io {
  readonly out: Sink
  readonly err: Sink
  readonly stdin: Stdin
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths start from. */
  readonly cwd: string
  /** Home folder of the user. */
  readonly home: string
  /** Today's date where the user is. */
  today(): Day
  /** The time on the user's clock, as `2026-11-25T16:05:00`. */
  localTime(): string
}

/** Where text goes: standard output or standard error. */
export interface Sink {
  /** True when a person looks at it in a terminal. */
  readonly isTerminal: boolean
  /** Width of the terminal in characters; undefined when it is none. */
  readonly columns: number | undefined
  /** Resolves when more can be written. */
  write(content: string | Uint8Array): Promise<void>
}

/** Standard input. */
export interface Stdin {
  readonly isTerminal: boolean
  chunks(): AsyncIterable<Uint8Array>
}
