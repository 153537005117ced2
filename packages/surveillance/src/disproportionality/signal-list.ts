import { devicesOf, type PairTable } from './counting/pair-table.js'
import { SIGNAL_RULES } from './rules.js'
import { SCORE_COLUMNS, type ScoreColumn } from './score.js'
import { type Screen, type ScreenOptions, screen } from './screen.js'

/** A pair on which a rule fired, with its numbers; null: cannot be estimated. */
export interface SignalRow {
  readonly device: string
  readonly event: string
  readonly reports: number
  readonly numbers: Readonly<Record<ScoreColumn, number | null>>
  /** The ids of the rules that fired. */
  readonly rules: readonly string[]
}

/**
 * Screens a table and lists the pairs on which a rule fired, strongest first: by EB05, or by the lower limit of the
 * information component where there is no prior. Equal ones stand in the order of the table.
 *
 * @param most how many rows to give at most; all of them count in the record
 */
export function listSignals(
  table: PairTable,
  names: { readonly devices: readonly string[]; readonly events: readonly string[] },
  most: number,
  options: ScreenOptions = {},
): Screen & { readonly signals: readonly SignalRow[] } {
  const rules = options.rules ?? SIGNAL_RULES
  const device = devicesOf(table)
  const rows: { readonly rank: number; readonly row: SignalRow }[] = []
  const screened = screen(table, {
    ...options,
    sink: (block, flags) => {
      const { from, to, columns } = block
      for (let i = from; i < to; i++) {
        const fired = flags[i] ?? 0
        if (fired === 0) continue
        const at = (column: ScoreColumn) => {
          const v = columns[column][i - from] ?? Number.NaN
          return Number.isNaN(v) ? null : v
        }
        rows.push({
          rank: at('eb05') ?? at('icLower') ?? 0,
          row: {
            device: names.devices[device[i] ?? 0] ?? '',
            event: names.events[table.event[i] ?? 0] ?? '',
            reports: table.n[i] ?? 0,
            numbers: {
              ...emptyNumbers(),
              ...Object.fromEntries(SCORE_COLUMNS.map(c => [c, at(c)])),
            },
            rules: rules.filter((_, r) => (fired & (1 << r)) !== 0).map(r => r.id),
          },
        })
      }
      // Long lists are cut as they grow, so that a large table does not become large objects.
      if (rows.length > 4 * most + 10_000) keep(rows, most)
      options.sink?.(block, flags)
    },
  })
  keep(rows, most)
  return { ...screened, signals: rows.map(r => r.row) }
}

/** Keeps the strongest rows, in order. The sort is stable. */
function keep(rows: { readonly rank: number }[], most: number): void {
  rows.sort((a, b) => b.rank - a.rank)
  rows.length = Math.min(rows.length, most)
}

const emptyNumbers = (): Record<ScoreColumn, number | null> => ({
  expected: null,
  prr: null,
  prrLower: null,
  prrUpper: null,
  ror: null,
  rorLower: null,
  rorUpper: null,
  chiSquareYates: null,
  ic: null,
  icLower: null,
  icUpper: null,
  ebgm: null,
  eb025: null,
  eb05: null,
  eb95: null,
  eb975: null,
})
