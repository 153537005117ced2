import type { Io, Sink } from '../io/io.js'

/** Marks text with weight or colour, or leaves it as it is where colours do not belong. */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
}

const same = (text: string) => text
export const PLAIN: Style = { bold: same, dim: same, red: same, yellow: same, green: same }

const code = (on: number, off: number) => (text: string) =>
  text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`
const COLOURED: Style = {
  bold: code(1, 22),
  dim: code(2, 22),
  red: code(31, 39),
  yellow: code(33, 39),
  green: code(32, 39),
}

/** Colours only on a terminal that can show them, and never with `NO_COLOR` (no-color.org) or `--no-color`. */
export function styleFor(io: Io, sink: Sink, wanted: boolean): Style {
  const refused = !wanted || (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb'
  return sink.isTerminal && !refused ? COLOURED : PLAIN
}
