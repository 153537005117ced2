import type { Io } from '../io/io.js'

/** Shows how far long work is. */
export interface Progress {
  /** Item `i` is done. */
  at(i: number): Promise<void>
  end(): Promise<void>
}

const WORTH_SHOWING = 20

/** Progress on standard error, only where a person sees it and only when there is much to do. */
export function progressOn(io: Io, total: number, done: string): Progress {
  if (!io.err.isTerminal || total < WORTH_SHOWING) {
    const nothing = async () => {}
    return { at: nothing, end: nothing }
  }
  const step = Math.max(1, Math.floor(total / 100))
  return {
    at: async i => {
      if ((i + 1) % step === 0) await io.err.write(`\r\u001B[K${i + 1} of ${total} ${done}`)
    },
    end: () => io.err.write('\r\u001B[K'),
  }
}
