/**
 * The counted table: distinct reports for every pair that occurs, for every margin, and in total.
 * Pairs are ordered by device, then by event: those of device d stand from `start[d]` to before `start[d + 1]`.
 */
export interface PairTable {
  readonly devices: number
  readonly events: number
  readonly start: Int32Array
  readonly event: Int32Array
  /** Distinct reports with the device and the event. */
  readonly n: Uint32Array
  /** Distinct reports by device, by event, and all. */
  readonly deviceReports: Float64Array
  readonly eventReports: Float64Array
  readonly reports: number
  /** The margins within each stratum, where the reports were counted by strata. */
  readonly strata?: StratumMargins
}

/** Margins by stratum: entry s * devices + d, s * events + e. */
export interface StratumMargins {
  readonly count: number
  readonly deviceReports: Float64Array
  readonly eventReports: Float64Array
  readonly reports: Float64Array
}

/** How many pairs a table has. */
export function pairCount(table: PairTable): number {
  return table.n.length
}

/** The device of every pair, as an array beside `event`. */
export function devicesOf(table: PairTable): Int32Array {
  const device = new Int32Array(table.n.length)
  for (let d = 0; d < table.devices; d++) device.fill(d, table.start[d] ?? 0, table.start[d + 1] ?? 0)
  return device
}

/**
 * The reports expected with a device and an event if the two had nothing to do with each other: n(device) n(event) / N,
 * added up over the strata where there are any.
 */
export function expectedOf(table: PairTable, device: number, event: number): number {
  const { strata } = table
  if (strata === undefined) {
    return ((table.deviceReports[device] ?? 0) * (table.eventReports[event] ?? 0)) / table.reports
  }
  let sum = 0
  for (let s = 0; s < strata.count; s++) {
    const reports = strata.reports[s] ?? 0
    if (reports === 0) continue
    sum +=
      ((strata.deviceReports[s * table.devices + device] ?? 0) *
        (strata.eventReports[s * table.events + event] ?? 0)) /
      reports
  }
  return sum
}
