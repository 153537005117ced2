import type { Io } from './io/io.js'
import { type Style, styleFor } from './text/style.js'
import { proseWidth } from './text/wrap.js'

/** 0: done, nothing wrong. 1: done, and there are findings that block. 2: it could not be done as asked. */
export type ExitCode = 0 | 1 | 2

/** What every command works with. */
export interface Context {
  readonly io: Io
  /** How the command ends; the gravest code stands. */
  end(code: ExitCode): void
  /** Set by `--no-color`, before any command runs. */
  colours: boolean
}

/** How to write for a person on standard output. */
export interface Page {
  readonly style: Style
  readonly width: number
  /** Lines, each ended. */
  lines(lines: readonly string[]): Promise<void>
}

export function pageOf({ io, colours }: Context): Page {
  return {
    style: styleFor(io, io.out, colours),
    width: proseWidth(io.out.columns),
    lines: lines => io.out.write(lines.map(line => `${line.trimEnd()}\n`).join('')),
  }
}

/** Writes one value as JSON, indented, for another program. */
export async function writeJson({ io }: Context, value: unknown): Promise<void> {
  await io.out.write(`${JSON.stringify(value, undefined, 2)}\n`)
}
