import { randomBytes } from 'node:crypto'
import { settingsFrom } from './settings.js'
import { startServer } from './start.js'

const settings = settingsFrom(process.env)
if ('fault' in settings) {
  process.stderr.write(`${settings.fault}\n`)
  process.exitCode = 2
} else {
  try {
    const server = await startServer(settings, {
      clock: Date.now,
      random: n => randomBytes(n),
      say: text => process.stdout.write(`${text}\n`),
      logLine: line => process.stderr.write(line),
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
