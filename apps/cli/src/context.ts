import type { Io, Sink } from './io/io.js'
import { printable, printableColoured } from './text/printable.js'
import { PLAIN, type Style, styleFor } from './text/style.js'
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

/** How to write for a person. */
export interface Page {
  readonly style: Style
  readonly width: number
  /** Writes lines, each ended; control characters from the data are shown by name. */
  lines(lines: readonly string[]): Promise<void>
}

export function pageOf({ io, colours }: Context): Page {
  return pageOn(io, io.out, colours)
}

/** As {@link pageOf}, on standard error: what went wrong. */
export function errorPageOf({ io, colours }: Context): Page {
  return pageOn(io, io.err, colours)
}

function pageOn(io: Io, sink: Sink, colours: boolean): Page {
  const style = styleFor(io, sink, colours)
  const safe = style === PLAIN ? printable : printableColoured
  return {
    style,
    width: proseWidth(sink.columns),
    lines: lines => sink.write(lines.map(line => `${safe(line.trimEnd())}\n`).join('')),
  }
}

/** Writes one value as JSON, indented, for another program. */
export async function writeJson({ io }: Context, value: unknown): Promise<void> {
  await io.out.write(`${JSON.stringify(value, undefined, 2)}\n`)
}
