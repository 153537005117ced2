import { randomBytes } from 'node:crypto'
import { type Settings, settingsFrom } from './settings.js'
import type { Outside, Running } from './start.js'

/** Starts a server with this process's clock, chance and streams, and stops it whole on SIGINT and SIGTERM. */
export async function runServer(
  env: Readonly<Record<string, string | undefined>>,
  start: (settings: Settings, outside: Outside) => Promise<Running>,
): Promise<void> {
  const settings = settingsFrom(env)
  if ('fault' in settings) {
    process.stderr.write(`${settings.fault}\n`)
    process.exitCode = 2
    return
  }
  try {
    const server = await start(settings, {
      clock: Date.now,
      random: n => randomBytes(n),
      say: text => process.stdout.write(`${text}\n`),
      logLine: logLines(),
    })
    let stopping = false
    const stop = () => {
      if (stopping) process.exit(1)
      stopping = true
      void server.stop()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

/** Log lines go out together once the answers of this moment have. A pipe takes them one call at a time. */
function logLines(): (line: string) => void {
  let waiting = ''
  const flush = () => {
    if (waiting !== '') process.stderr.write(waiting)
    waiting = ''
  }
  process.on('exit', flush)
  return line => {
    if (waiting === '') setImmediate(flush)
    waiting += line
  }
}
