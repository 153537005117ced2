import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const DESK = fileURLToPath(new URL('../../../../apps/desk/bin/vigie-desk.js', import.meta.url))
const BARE = fileURLToPath(new URL('../../../../apps/desk/dist/testing/bare.js', import.meta.url))

/** Where the record is: exactly one of both. */
export interface Place {
  readonly folder?: string
  readonly url?: string
  /** File of the key that seals the trails. */
  readonly key: string
}

export interface Running {
  readonly port: number
  /** Milliseconds from the start of the process until it said that it answers. */
  readonly startMs: number
  /** Largest and present resident memory in MB. */
  memory(): { readonly peak: number; readonly now: number }
  stop(): Promise<void>
}

/** The desk as a process of its own, as people run it. */
export const startDesk = (place: Place) => start([DESK], place)
/** The same HTTP library and database without the desk. */
export const startBare = (place: Place) => start([BARE], place)

async function start(args: readonly string[], { folder, url, key }: Place): Promise<Running> {
  const began = performance.now()
  const env = {
    ...process.env,
    VIGIE_PORT: '0',
    VIGIE_DATA: folder ?? '',
    DATABASE_URL: url ?? '',
    VIGIE_KEY_FILE: key,
    // A benchmark asks more in a minute than people do.
    VIGIE_REQUESTS_PER_MINUTE: '10000000,10000000',
  }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const log: string[] = []
  child.stderr.on('data', (part: Buffer) => {
    if (log.length < 50) log.push(String(part))
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /answers at http:\/\/[^:]+:(\d+)/.exec(line)?.[1]
    if (port !== undefined) {
      child.stdout.resume()
      return running(child, Number(port), performance.now() - began)
    }
  }
  throw new Error(`the server did not start: ${log.join('')}`)
}

function running(child: ChildProcess, port: number, startMs: number): Running {
  return {
    port,
    startMs,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      const mb = (name: string) =>
        Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
      return { peak: mb('VmHWM'), now: mb('VmRSS') }
    },
    stop: async () => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
