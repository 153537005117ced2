import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { shippedLaw } from '@vigie/law'
import { DEFAULTS } from './config.js'
import { createDesk } from './desk.js'
import { fileStoreOf } from './files/store.js'
import { JOBS } from './jobs/catalogue.js'
import { startJobs } from './jobs/runner.js'
import { jsonLog } from './log.js'
import { smtpMail } from './mail/send.js'
import { openRecord } from './open-record.js'
import { readPageFiles } from './pages/page-files.js'
import { createSite, type Fetch } from './pages/site.js'
import { prepareStore } from './prepare-store.js'
import { threadPrinter } from './reports/printer.js'
import type { Settings } from './settings.js'

/** How long a stop waits for requests that are under way. */
const PATIENCE = 10_000
/** The page as `npm run build -w @vigie/web` leaves it. */
const BUILT_PAGE = fileURLToPath(new URL('../../web/dist/', import.meta.url))

export interface Outside {
  readonly clock: () => number
  readonly random: (bytes: number) => Uint8Array
  /** For the person at the terminal. The code of the first start goes here, never into the log. */
  readonly say: (text: string) => void
  readonly logLine: (line: string) => void
}

export interface Running {
  readonly port: number
  /** Lets requests under way end, then closes the record. Safe to call twice. */
  stop(): Promise<void>
}

/** Opens the record and listens. */
export async function startServer(settings: Settings, outside: Outside): Promise<Running> {
  const { clock, random, say } = outside
  const store = await openRecord(settings, random)
  try {
    const { needsSetup } = await prepareStore(store)
    const setupCode = Buffer.from(random(9)).toString('base64url')
    const log = jsonLog(outside.logLine, clock)
    const origins = [...settings.origins]
    const { mail } = settings
    const config = {
      ...DEFAULTS,
      origins,
      ...(needsSetup ? { setupCode } : {}),
      ...(settings.requestsPerMinute === undefined ? {} : { requestsPerMinute: settings.requestsPerMinute }),
      ...(settings.oidc === undefined ? {} : { oidc: settings.oidc }),
      ...(mail === undefined ? {} : { mailFrom: mail.from }),
    }
    const files = fileStoreOf(settings)
    const printer = threadPrinter()
    const law = shippedLaw()
    const app = await createDesk({ store, files, printer, clock, random, config, law, log })
    const { server, port } = await listen(
      createSite(app, readPageFiles(settings.pages ?? BUILT_PAGE), config),
      settings,
    )
    const sendMail = mail === undefined ? {} : { sendMail: smtpMail(mail) }
    const jobs =
      settings.jobs === false ? undefined : await startJobs({ store, law, log, clock, ...sendMail }, JOBS)
    // Known only now when any free port was asked for.
    origins.push(`http://127.0.0.1:${port}`, `http://localhost:${port}`)
    say(`Vigie answers at http://${settings.host}:${port} (record: ${store.engine}).`)
    if (needsSetup) {
      say(`There is no administrator yet. Make the first one on this machine with this code: ${setupCode}`)
    }
    log({ level: 'info', event: 'start', engine: store.engine, port })
    let stopped: Promise<void> | undefined
    const stop = async () => {
      await Promise.all([closed(server), jobs?.stop()])
      await printer.close()
      await store.close()
      log({ level: 'info', event: 'stop' })
    }
    return {
      port,
      stop: () => {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

type Server = ReturnType<typeof serve>

function listen(fetch: Fetch, { host, port }: Settings) {
  return new Promise<{ server: Server; port: number }>((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, info => resolve({ server, port: info.port }))
    server.once('error', reject)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, PATIENCE)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
