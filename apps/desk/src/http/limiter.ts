/** Counts attempts by key in windows of one minute. In memory: each server process counts its own. */
export interface Limiter {
  /** Undefined when the attempt may go on, else the seconds to wait. */
  take(key: string): number | undefined
}

const WINDOW = 60_000
/** More keys than this in one window mean an attack from many addresses; then the limit for all holds. */
const MOST_KEYS = 10_000

export function newLimiter(perKey: number, forAll: number, clock: () => number): Limiter {
  let began = clock()
  let all = 0
  let counts = new Map<string, number>()
  return {
    take(key) {
      const now = clock()
      if (now - began >= WINDOW || now < began) {
        began = now
        all = 0
        counts = new Map()
      }
      const count = (counts.get(key) ?? 0) + 1
      if (count > perKey || all >= forAll || counts.size >= MOST_KEYS) {
        return Math.max(1, Math.ceil((began + WINDOW - now) / 1000))
      }
      counts.set(key, count)
      all += 1
      return undefined
    },
  }
}
