import { day } from '@vigie/kernel'
import type { ExitCode } from './context.js'
import type { Io } from './io/io.js'
import { run } from './run.js'

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
    localTime: () => `${options.today ?? '2026-11-25'}T16:05:00`,
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

export interface Ran {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in this process. */
export async function vigie(args: readonly string[], options: FakeOptions = {}): Promise<Ran> {
  const io = fakeIo(options)
  const code = await run(args, io)
  return { code, stdout: io.stdout(), stderr: io.stderr() }
}

/** A small case with one report due: a death in Germany, learnt on 23 November 2026. */
export const DEATH_IN_GERMANY = {
  reference: 'INC-2026-014',
  manufacturer: { name: 'Acme Infusion GmbH', country: 'DE' },
  devices: [{ name: 'Acme Pump 3', regulation: 'MDR', riskClass: 'IIb', markets: ['DE', 'FR'] }],
  event: { country: 'DE', from: '2026-11-20', problems: ['malfunction'], outcomes: ['death'] },
  awareness: [{ of: 'incident', at: '2026-11-23T16:05[Europe/Berlin]' }],
  assessment: { causality: 'suspected' },
} as const
