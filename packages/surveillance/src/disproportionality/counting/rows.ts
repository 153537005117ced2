/**
 * Reports as rows: one row names a report, a device and an event by their numbers in the dictionaries of the caller.
 * A report may have several rows; rows of one report stand together. Arrays of equal length.
 */
export interface ReportRows {
  readonly report: Int32Array
  readonly device: Int32Array
  readonly event: Int32Array
  /** Stratum of the report, for example its year; that of its first row counts. */
  readonly stratum?: Int32Array
}

/** The same rows, ordered so that the rows of one report stand together (stable, by number of the report). */
export function sortByReport(rows: ReportRows): ReportRows {
  const order = Uint32Array.from(rows.report.keys()).sort(
    (a, b) => (rows.report[a] ?? 0) - (rows.report[b] ?? 0) || a - b,
  )
  const pick = (column: Int32Array) => {
    const sorted = new Int32Array(column.length)
    for (let i = 0; i < order.length; i++) sorted[i] = column[order[i] ?? 0] ?? 0
    return sorted
  }
  return {
    report: pick(rows.report),
    device: pick(rows.device),
    event: pick(rows.event),
    ...(rows.stratum === undefined ? {} : { stratum: pick(rows.stratum) }),
  }
}

/** Texts numbered in the order in which they first appear. */
export class Dictionary {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

  numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  get names(): readonly string[] {
    return this.#names
  }
}
