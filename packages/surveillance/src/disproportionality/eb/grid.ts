/** Interpolated logarithms may be off by this much. */
export const TOLERANCE = 1e-7

/** How much finer a grid is laid into an interval that is not good enough. */
const FINER = 16
const DEEPEST = 2

/** Solves all functions at ln(expected) = x, writing them side by side. */
export type Solve = (x: number, out: Float64Array, at: number) => void

/**
 * Several functions of one variable on an even grid, four-point Lagrange between the nodes. Nodes are solved when they
 * are first needed. Each interval is checked at its middle when it is first used; where that is not good enough
 * a finer grid is laid into it, and where that does not help, the functions are solved at the point itself.
 */
export class Grid {
  readonly #nodes: Float64Array
  /** Per interval: 0 not looked at, 1 good, 2 finer, 3 to be solved directly. */
  readonly #state: Uint8Array
  readonly #finer = new Map<number, Grid>()
  readonly #middle: Float64Array

  constructor(
    private readonly solve: Solve,
    private readonly wide: number,
    private readonly low: number,
    private readonly step: number,
    private readonly intervals: number,
    private readonly depth = 0,
  ) {
    this.#nodes = new Float64Array((intervals + 3) * wide).fill(Number.NaN)
    this.#state = new Uint8Array(intervals)
    this.#middle = new Float64Array(wide)
  }

  /** Writes the exponentials of the functions at `x` to `out[i][at]`; false where they must be solved directly. */
  exponentials(x: number, out: readonly Float64Array[], at: number): boolean {
    const position = (x - this.low) / this.step
    const k = Math.floor(position)
    if (!(k >= 0 && k < this.intervals)) return false
    let state = this.#state[k] ?? 3
    if (state === 0) state = this.#look(k)
    if (state === 3) return false
    if (state === 2) return this.#finer.get(k)?.exponentials(x, out, at) ?? false
    const f = position - k
    const [w0, w1] = [(-f * (f - 1) * (f - 2)) / 6, ((f + 1) * (f - 1) * (f - 2)) / 2]
    const [w2, w3] = [(-(f + 1) * f * (f - 2)) / 2, ((f + 1) * f * (f - 1)) / 6]
    const nodes = this.#nodes
    const wide = this.wide
    let j = k * wide
    for (let c = 0; c < wide; c++, j++) {
      const column = out[c]
      if (column === undefined) continue
      column[at] = Math.exp(
        w0 * (nodes[j] ?? 0) +
          w1 * (nodes[j + wide] ?? 0) +
          w2 * (nodes[j + 2 * wide] ?? 0) +
          w3 * (nodes[j + 3 * wide] ?? 0),
      )
    }
    return true
  }

  /** Node 0 lies one step below the grid, so that interval k has the nodes k to k + 3. */
  #look(k: number): number {
    const { wide, low, step } = this
    for (let node = k; node <= k + 3; node++) {
      if (Number.isNaN(this.#nodes[node * wide]))
        this.solve(low + (node - 1) * step, this.#nodes, node * wide)
    }
    this.solve(low + (k + 0.5) * step, this.#middle, 0)
    let good = true
    for (let c = 0; c < wide; c++) {
      const node = (i: number) => this.#nodes[(k + i) * wide + c] ?? Number.NaN
      const middle = (9 * (node(1) + node(2)) - node(0) - node(3)) / 16
      if (!(Math.abs(middle - (this.#middle[c] ?? 0)) < TOLERANCE)) good = false
    }
    const state = good ? 1 : this.depth < DEEPEST ? 2 : 3
    if (state === 2) {
      this.#finer.set(k, new Grid(this.solve, wide, low + k * step, step / FINER, FINER, this.depth + 1))
    }
    this.#state[k] = state
    return state
  }
}
