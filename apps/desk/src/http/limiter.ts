import { isIPv6 } from 'node:net'

/** Counts attempts by key in windows of one minute. In memory: each server process counts its own. */
export interface Limiter {
  /** Undefined when the attempt may go on, else the seconds to wait. */
  take(key: string): number | undefined
}

const WINDOW = 60_000
/** More keys than this in one window mean an attack from many addresses; what is new then shares one count. */
const MOST_KEYS = 10_000

export function newLimiter(perKey: number, forAll: number, clock: () => number): Limiter {
  let began = clock()
  let all = 0
  let counts = new Map<string, number>()
  return {
    take(wanted) {
      const now = clock()
      if (now - began >= WINDOW || now < began) {
        began = now
        all = 0
        counts = new Map()
      }
      const key = counts.has(wanted) || counts.size < MOST_KEYS ? wanted : ''
      const count = (counts.get(key) ?? 0) + 1
      if (count > perKey || all >= forAll) return Math.max(1, Math.ceil((began + WINDOW - now) / 1000))
      counts.set(key, count)
      all += 1
      return undefined
    },
  }
}

/** The key of a network address: of IPv6 the first 64 bits, because one household or server has all the rest. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  const whole = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest]
  return `${whole.slice(0, 4).join(':')}::/64`
}
