import { type Cells, cellsFor } from './cells.js'
import type { PairTable, StratumMargins } from './pair-table.js'
import type { ReportRows } from './rows.js'

export interface CounterSize {
  /** How many devices and events there are; numbers in the rows are below these. */
  readonly devices: number
  readonly events: number
  /** How many strata there are; absent: not stratified. */
  readonly strata?: number
}

/** Reports that came back after their rows had been counted; their new rows were left out. */
export interface Repeated {
  readonly reports: number
  /** The numbers of the first of them. */
  readonly first: readonly number[]
  readonly rows: number
}

const SHOWN = 20
/** Reports with more rows than this are counted with sets. */
const LARGE = 64

/**
 * Counts distinct reports for each pair of device and event, each margin and in total, in one pass.
 * Rows may be given in as many pieces as the caller likes, so a month can be added to what is counted already.
 * A report that has been counted is never counted again: rows that name it later are left out and told.
 */
export class PairCounter {
  #devices: number
  #events: number
  readonly #strata: number
  #cells: Cells
  #deviceReports: Float64Array
  #eventReports: Float64Array
  readonly #reports: Float64Array
  #seen = new Uint8Array(1 << 16)
  #repeatedRows = 0
  #repeatedReports = 0
  readonly #repeatedFirst: number[] = []
  /** The rows of the report at hand: device and event in turn. A report may run over the end of a piece. */
  #open: number[] = []
  #openReport = -1
  #openStratum = 0
  #rows = 0

  constructor(size: CounterSize) {
    this.#devices = size.devices
    this.#events = size.events
    this.#strata = size.strata ?? 1
    this.#cells = cellsFor(size.devices, size.events)
    this.#deviceReports = new Float64Array(size.devices * this.#strata)
    this.#eventReports = new Float64Array(size.events * this.#strata)
    this.#reports = new Float64Array(this.#strata)
  }

  /** Makes room for devices and events that the dictionaries have gained. */
  grow(devices: number, events: number): void {
    if (devices <= this.#devices && events <= this.#events) return
    const [d, e] = [Math.max(devices, this.#devices), Math.max(events, this.#events)]
    this.#cells = this.#cells.grown(d, e)
    this.#deviceReports = widened(this.#deviceReports, this.#devices, d, this.#strata)
    this.#eventReports = widened(this.#eventReports, this.#events, e, this.#strata)
    this.#devices = d
    this.#events = e
  }

  /**
   * Counts rows; those of one report stand together. Throws RangeError for a number outside the size given,
   * before anything is counted.
   *
   * @param length how many of the rows to take; all by default
   */
  add(rows: ReportRows, length = rows.report.length): void {
    const { report, device, event } = rows
    // Strata of the rows do not matter where nothing is counted by strata.
    const stratum = this.#strata === 1 ? undefined : rows.stratum
    this.#check(rows, length)
    this.#rows += length
    let i = 0
    for (; i < length && report[i] === this.#openReport; i++) this.#open.push(device[i] ?? 0, event[i] ?? 0)
    if (i === length) return
    this.#close()
    // The last report may go on in the next piece: it is kept open.
    let last = length - 1
    while (last > i && report[last - 1] === report[last]) last -= 1
    this.#countWhole(report, device, event, stratum, i, last)
    this.#openReport = report[last] ?? -1
    this.#openStratum = stratum?.[last] ?? 0
    for (i = last; i < length; i++) this.#open.push(device[i] ?? 0, event[i] ?? 0)
  }

  /** Counts the reports of some rows, none of which goes on behind them. */
  #countWhole(
    report: Int32Array,
    device: Int32Array,
    event: Int32Array,
    stratum: Int32Array | undefined,
    from: number,
    to: number,
  ): void {
    const [cells, reports] = [this.#cells, this.#reports]
    const [deviceReports, eventReports] = [this.#deviceReports, this.#eventReports]
    const [devices, events] = [this.#devices, this.#events]
    let i = from
    while (i < to) {
      const id = report[i] ?? -1
      let end = i + 1
      while (end < to && report[end] === id) end += 1
      if (end - i > LARGE || this.#sawBefore(id)) {
        this.#openAgain(id, stratum?.[i] ?? 0, device, event, i, end)
        i = end
        continue
      }
      const s = stratum === undefined ? 0 : (stratum[i] ?? 0)
      reports[s] = (reports[s] ?? 0) + 1
      const [deviceAt, eventAt] = [s * devices, s * events]
      for (let k = i; k < end; k++) {
        const d = device[k] ?? 0
        const e = event[k] ?? 0
        let newDevice = true
        let newEvent = true
        let newPair = true
        for (let j = i; j < k; j++) {
          if (device[j] === d) {
            newDevice = false
            if (event[j] === e) newPair = false
          }
          if (event[j] === e) newEvent = false
        }
        if (newDevice) deviceReports[deviceAt + d] = (deviceReports[deviceAt + d] ?? 0) + 1
        if (newEvent) eventReports[eventAt + e] = (eventReports[eventAt + e] ?? 0) + 1
        if (newPair) cells.add(d, e)
      }
      i = end
    }
  }

  /** A report with very many rows, or one that was counted before: through the slower door. */
  #openAgain(
    id: number,
    stratum: number,
    device: Int32Array,
    event: Int32Array,
    from: number,
    to: number,
  ): void {
    this.#openReport = id
    this.#openStratum = stratum
    for (let k = from; k < to; k++) this.#open.push(device[k] ?? 0, event[k] ?? 0)
    this.#close()
  }

  #check({ report, device, event, stratum }: ReportRows, length: number): void {
    const [devices, events, strata] = [this.#devices, this.#events, this.#strata]
    let bad = false
    for (let i = 0; i < length; i++) {
      // Negative numbers become large ones as unsigned.
      if ((device[i] ?? -1) >>> 0 >= devices || (event[i] ?? -1) >>> 0 >= events || (report[i] ?? -1) < 0)
        bad = true
      if (strata > 1 && stratum !== undefined && (stratum[i] ?? -1) >>> 0 >= strata) bad = true
      if (bad) throw new RangeError(`row ${i} has a number outside the dictionaries`)
    }
  }

  /** Counts the report at hand: every device, event and pair of it once. */
  #close(): void {
    const open = this.#open
    if (open.length === 0) return
    if (this.#sawBefore(this.#openReport)) {
      this.#repeatedReports += 1
      this.#repeatedRows += open.length / 2
      if (this.#repeatedFirst.length < SHOWN) this.#repeatedFirst.push(this.#openReport)
    } else this.#count(open)
    open.length = 0
  }

  #count(open: readonly number[]): void {
    const stratum = this.#openStratum
    const deviceAt = stratum * this.#devices
    const eventAt = stratum * this.#events
    this.#reports[stratum] = (this.#reports[stratum] ?? 0) + 1
    const [devices, events, pairs] = [new Set<number>(), new Set<number>(), new Set<number>()]
    for (let i = 0; i < open.length; i += 2) {
      devices.add(open[i] ?? 0)
      events.add(open[i + 1] ?? 0)
      pairs.add((open[i] ?? 0) * this.#events + (open[i + 1] ?? 0))
    }
    for (const d of devices) this.#deviceReports[deviceAt + d] = (this.#deviceReports[deviceAt + d] ?? 0) + 1
    for (const e of events) this.#eventReports[eventAt + e] = (this.#eventReports[eventAt + e] ?? 0) + 1
    for (const p of pairs) this.#cells.add(Math.floor(p / this.#events), p % this.#events)
  }

  /** Whether a report was counted before; marks it. One bit a report. */
  #sawBefore(report: number): boolean {
    const at = report >> 3
    if (at >= this.#seen.length) {
      const bigger = new Uint8Array(Math.max(at + 1, this.#seen.length * 2))
      bigger.set(this.#seen)
      this.#seen = bigger
    }
    const bit = 1 << (report & 7)
    const before = this.#seen[at] ?? 0
    this.#seen[at] = before | bit
    return (before & bit) !== 0
  }

  /** How many rows were given, duplicates included. */
  get rows(): number {
    return this.#rows
  }

  /** The reports whose later rows were left out. */
  get repeated(): Repeated {
    this.#finish()
    return { reports: this.#repeatedReports, first: this.#repeatedFirst, rows: this.#repeatedRows }
  }

  /** The count of one pair. */
  count(device: number, event: number): number {
    this.#finish()
    return this.#cells.get(device, event)
  }

  #finish(): void {
    this.#close()
    this.#openReport = -1
  }

  /** The counted table as it stands; counting may go on afterwards. The margins are copies. */
  table(): PairTable {
    this.#finish()
    const [devices, events, strata] = [this.#devices, this.#events, this.#strata]
    const margins: StratumMargins = {
      count: strata,
      deviceReports: this.#deviceReports.slice(),
      eventReports: this.#eventReports.slice(),
      reports: this.#reports.slice(),
    }
    return {
      devices,
      events,
      ...this.#cells.filled(),
      deviceReports: strata === 1 ? margins.deviceReports : summed(margins.deviceReports, devices, strata),
      eventReports: strata === 1 ? margins.eventReports : summed(margins.eventReports, events, strata),
      reports: margins.reports.reduce((a, b) => a + b, 0),
      ...(strata === 1 ? {} : { strata: margins }),
    }
  }
}

function widened(counts: Float64Array, from: number, to: number, strata: number): Float64Array {
  const bigger = new Float64Array(to * strata)
  for (let s = 0; s < strata; s++) bigger.set(counts.subarray(s * from, (s + 1) * from), s * to)
  return bigger
}

function summed(counts: Float64Array, size: number, strata: number): Float64Array {
  const sum = new Float64Array(size)
  for (let s = 0; s < strata; s++) {
    for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + (counts[s * size + i] ?? 0)
  }
  return sum
}
