import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PARSERS } from '../sql/parsers.js'
import { DURABLE_PARAMETERS, DurableFolder } from './durable-fs.js'
import { markReady, placesIn, prepare } from './folder.js'
import { faultOf, type Reply, type Request, type WorkerInput } from './messages.js'

/** The engine alone on its thread, so that a long query does not stop the server. One request at a time. */

/** A lone backend makes no checkpoint by itself: the log would grow for ever and a start after a crash take long. */
const CHECKPOINT_AFTER_BYTES = 64 * 1024 * 1024

const port = parentPort
if (port === null) throw new Error('worker.js runs as a worker thread')
const answer = (reply: Reply) => port.postMessage(reply)

async function start({ folder, snapshot }: WorkerInput) {
  const places = placesIn(folder)
  const exists = prepare(places)
  const fs = new DurableFolder(places.data)
  const from = exists || snapshot === undefined ? undefined : readFileSync(snapshot)
  const pg = await PGlite.create({
    fs,
    parsers: PARSERS,
    startParams: [...PGlite.defaultStartParams.filter(p => p !== '-F'), ...DURABLE_PARAMETERS],
    ...(from === undefined ? {} : { loadDataDir: new Blob([from], { type: 'application/x-gzip' }) }),
  })
  if (fs.forced === 0) throw new Error('this PGlite does not force writes to disk; it cannot hold the record')
  if (!exists) {
    await pg.exec('checkpoint')
    markReady(places)
  }
  return { pg, fs, created: !exists }
}

async function run(pg: PGlite, request: Request): Promise<{ rows: readonly unknown[]; affected: number }> {
  if (request.kind === 'close') {
    await pg.close()
    return { rows: [], affected: 0 }
  }
  if (request.kind === 'dump') {
    const dump = await pg.dumpDataDir('gzip')
    return { rows: [new Uint8Array(await dump.arrayBuffer())], affected: 0 }
  }
  const { sql, parameters } = request
  // Without parameters a text may hold several statements, as with the server's driver.
  const result = parameters.length === 0 ? (await pg.exec(sql)).at(-1) : await pg.query(sql, [...parameters])
  return { rows: result?.rows ?? [], affected: result?.affectedRows ?? 0 }
}

/** After anything but an ordinary refusal of SQL the engine's memory cannot be trusted. */
function isFatal(fault: { severity?: string; code?: string; name: string }): boolean {
  if (fault.name === 'RecordError' || fault.severity === 'ERROR') return false
  return fault.code === undefined || fault.severity === 'FATAL' || fault.severity === 'PANIC'
}

async function serve(pg: PGlite, fs: DurableFolder, request: Request): Promise<void> {
  try {
    answer({ id: request.id, ...(await run(pg, request)) })
  } catch (error) {
    const fault = faultOf(error)
    answer({ id: request.id, error: fault })
    if (isFatal(fault)) process.exit(1)
  }
  if (request.kind === 'close') return
  if (fs.logBytes > CHECKPOINT_AFTER_BYTES && !pg.isInTransaction()) {
    await pg.exec('checkpoint')
    fs.resetLog()
  }
}

try {
  const { pg, fs, created } = await start(workerData as WorkerInput)
  let last: Promise<void> = Promise.resolve()
  port.on('message', (request: Request) => {
    last = last.then(() => serve(pg, fs, request))
  })
  answer({ ready: true, created })
} catch (error) {
  answer({ failed: faultOf(error) })
}
