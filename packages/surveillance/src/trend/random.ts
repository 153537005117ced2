/** Random numbers from a seed (mulberry32): the same seed gives the same simulation on every machine. */
export class SeededRandom {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** A gamma value with mean shape * scale (Marsaglia and Tsang 2000). */
  gamma(shape: number, scale: number): number {
    if (shape < 1) return this.gamma(shape + 1, scale) * this.next() ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = this.normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale
    }
  }

  /** A Poisson count: by products for small means; large ones are split by a gamma value (Ahrens and Dieter 1974). */
  poisson(mean: number): number {
    let [left, count] = [mean, 0]
    while (left > 20) {
      const half = Math.floor(left * 0.875)
      const time = this.gamma(half, 1)
      if (time > left) return count + this.binomial(half - 1, left / time)
      count += half
      left -= time
    }
    const limit = Math.exp(-left)
    for (let product = this.next(); product > limit; product *= this.next()) count += 1
    return count
  }

  binomial(n: number, p: number): number {
    let hits = 0
    for (let i = 0; i < n; i++) if (this.next() < p) hits += 1
    return hits
  }
}
