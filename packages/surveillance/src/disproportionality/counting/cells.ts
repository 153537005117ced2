/** Counts per cell of a device-by-event table. */
export interface Cells {
  /** Adds one to a cell. */
  add(device: number, event: number): void
  get(device: number, event: number): number
  /** The filled cells, by device, then by event. */
  filled(): Filled
  /** The same counts with room for more devices and events. */
  grown(devices: number, events: number): Cells
}

/** Filled cells by device: those of device d stand from `start[d]` to before `start[d + 1]`, by event. */
export interface Filled {
  readonly start: Int32Array
  readonly event: Int32Array
  readonly n: Uint32Array
}

/** Above this many cells a table is kept as a hash: 60 million cells are 240 MB. */
export const DENSE_LIMIT = 60_000_000

export function cellsFor(devices: number, events: number): Cells {
  return devices * events <= DENSE_LIMIT ? new DenseCells(devices, events) : new SparseCells(devices, events)
}

/** Every cell has its place: fast where the table fits. */
export class DenseCells implements Cells {
  readonly counts: Uint32Array

  constructor(
    readonly devices: number,
    readonly events: number,
  ) {
    this.counts = new Uint32Array(devices * events)
  }

  add(device: number, event: number): void {
    const at = device * this.events + event
    this.counts[at] = (this.counts[at] ?? 0) + 1
  }

  get(device: number, event: number): number {
    return this.counts[device * this.events + event] ?? 0
  }

  filled(): Filled {
    const { counts, devices, events } = this
    const start = new Int32Array(devices + 1)
    let total = 0
    for (let d = 0, at = 0; d < devices; d++) {
      for (const end = at + events; at < end; at++) if (counts[at] !== 0) total += 1
      start[d + 1] = total
    }
    const event = new Int32Array(total)
    const n = new Uint32Array(total)
    let to = 0
    for (let d = 0, at = 0; d < devices; d++) {
      for (let e = 0; e < events; e++, at++) {
        const count = counts[at] ?? 0
        if (count === 0) continue
        event[to] = e
        n[to] = count
        to += 1
      }
    }
    return { start, event, n }
  }

  grown(devices: number, events: number): Cells {
    if (devices * events > DENSE_LIMIT) return refilled(this, new SparseCells(devices, events))
    const bigger = new DenseCells(devices, events)
    for (let d = 0; d < this.devices; d++) {
      bigger.counts.set(this.counts.subarray(d * this.events, (d + 1) * this.events), d * events)
    }
    return bigger
  }
}

const EMPTY = -1

/** Open addressing with linear steps: about 16 bytes a filled cell, whatever the size of the table. */
export class SparseCells implements Cells {
  #keys = new Float64Array(1 << 16).fill(EMPTY)
  #counts = new Uint32Array(1 << 16)
  #size = 0

  constructor(
    readonly devices: number,
    readonly events: number,
  ) {}

  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(key % 4294967296, 0x9e3779b1) ^ Math.imul(key / 4294967296, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    for (;;) {
      const there = this.#keys[slot]
      if (there === key || there === EMPTY) return slot
      slot = (slot + 1) & mask
    }
  }

  add(device: number, event: number): void {
    this.addMany(device, event, 1)
  }

  addMany(device: number, event: number, n: number): void {
    const key = device * this.events + event
    const slot = this.#slot(key)
    if (this.#keys[slot] === EMPTY) {
      this.#keys[slot] = key
      this.#size += 1
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + n
    if (this.#size * 3 > this.#keys.length * 2) this.#widen()
  }

  get(device: number, event: number): number {
    return this.#counts[this.#slot(device * this.events + event)] ?? 0
  }

  #widen(): void {
    const [keys, counts] = [this.#keys, this.#counts]
    this.#keys = new Float64Array(keys.length * 2).fill(EMPTY)
    this.#counts = new Uint32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? EMPTY
      if (key === EMPTY) continue
      const slot = this.#slot(key)
      this.#keys[slot] = key
      this.#counts[slot] = counts[i] ?? 0
    }
  }

  filled(): Filled {
    const keys = this.#keys.filter(k => k !== EMPTY).sort()
    const start = new Int32Array(this.devices + 1)
    const event = new Int32Array(keys.length)
    const n = new Uint32Array(keys.length)
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0
      const device = Math.floor(key / this.events)
      start[device + 1] = i + 1
      event[i] = key - device * this.events
      n[i] = this.#counts[this.#slot(key)] ?? 0
    }
    for (let d = 1; d <= this.devices; d++) start[d] = Math.max(start[d] ?? 0, start[d - 1] ?? 0)
    return { start, event, n }
  }

  grown(devices: number, events: number): Cells {
    return refilled(this, new SparseCells(devices, events))
  }
}

function refilled(from: Cells, to: SparseCells): SparseCells {
  const { start, event, n } = from.filled()
  for (let d = 0; d + 1 < start.length; d++) {
    for (let i = start[d] ?? 0; i < (start[d + 1] ?? 0); i++) to.addMany(d, event[i] ?? 0, n[i] ?? 0)
  }
  return to
}
