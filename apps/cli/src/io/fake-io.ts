import { day } from '@vigie/kernel'
import type { Io } from './io.js'

/** What a command printed, and with what it ran. For tests. */
export interface FakeIo extends Io {
  readonly stdout: () => string
  readonly stderr: () => string
}

export interface FakeOptions {
  readonly stdin?: string | Uint8Array
  readonly today?: string
  readonly cwd?: string
  /** Width of a terminal; absent: output goes to a pipe. */
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
}

/** An {@link Io} that keeps what is written. */
export function fakeIo(options: FakeOptions = {}): FakeIo {
  const [out, err] = [memorySink(options.columns), memorySink(options.columns)]
  const cwd = options.cwd ?? process.cwd()
  return {
    out,
    err,
    stdin: {
      isTerminal: options.stdin === undefined,
      async *chunks() {
        yield typeof options.stdin === 'string'
          ? new TextEncoder().encode(options.stdin)
          : (options.stdin ?? new Uint8Array())
      },
    },
    env: options.env ?? {},
    cwd,
    home: cwd,
    today: () => day(options.today ?? '2026-11-25'),
    stdout: out.text,
    stderr: err.text,
  }
}

function memorySink(columns: number | undefined) {
  const parts: Buffer[] = []
  return {
    isTerminal: columns !== undefined,
    columns,
    async write(content: string | Uint8Array) {
      parts.push(Buffer.from(content))
    },
    text: () => Buffer.concat(parts).toString('utf8'),
  }
}
