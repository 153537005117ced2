import { Worker } from 'node:worker_threads'
import { RecordError, type RecordErrorCode } from '../errors.js'
import type { Fault, Reply, Request, WorkerInput } from './messages.js'

interface EngineResult {
  readonly rows: unknown[]
  readonly affected: number
}

/** An error of SQL from the engine; `code` is its state, as with the server's driver. */
class EngineError extends Error {
  override readonly name = 'EngineError'
  declare readonly code: string | undefined
  constructor(fault: Fault) {
    super(fault.message)
    Object.assign(this, fault, { name: 'EngineError' })
  }
}

export interface Engine {
  query(sql: string, parameters: readonly unknown[]): Promise<EngineResult>
  /** The whole database as gzipped tar. */
  dump(): Promise<Uint8Array>
  close(): Promise<void>
  /** Stops at once, without a checkpoint; what was answered is kept by the log. */
  kill(reason: RecordError): void
}

/** The compiled worker. Node 20 runs no TypeScript, so from the sources the build's file is taken. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/pglite/worker.js' : './worker.js',
  import.meta.url,
)

const STOPPED = new RecordError(
  'engine-stopped',
  'The embedded database stopped (a full or failing disk is the usual cause). Look at the disk and start again; what was answered is kept.',
)

/** Starts the engine's thread and waits until the database is open. */
export async function startEngine(input: WorkerInput): Promise<Engine> {
  const worker = new Worker(WORKER, { workerData: input })
  const waiting = new Map<number, { resolve: (r: EngineResult) => void; reject: (e: Error) => void }>()
  let stopped: RecordError | undefined
  let next = 0

  const stop = (reason: RecordError) => {
    stopped ??= reason
    for (const { reject } of waiting.values()) reject(stopped)
    waiting.clear()
  }
  const send = (kind: 'close' | 'dump' | { sql: string; parameters: readonly unknown[] }) => {
    if (stopped !== undefined) return Promise.reject(stopped)
    const id = ++next
    const request: Request = typeof kind === 'string' ? { id, kind } : { id, kind: 'query', ...kind }
    return new Promise<EngineResult>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(request)
    })
  }
  const settle = (reply: Reply) => {
    if (!('id' in reply)) return
    const caller = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('error' in reply) caller?.reject(errorOf(reply.error))
    else caller?.resolve({ rows: [...reply.rows], affected: reply.affected })
  }

  worker.on('exit', () => stop(STOPPED))
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(STOPPED))
    worker.once('message', (first: Reply) => {
      if ('failed' in first) reject(errorOf(first.failed))
      else resolve()
    })
  }).catch(async error => {
    await worker.terminate()
    throw error
  })
  worker.removeAllListeners('error')
  worker.on('error', () => stop(STOPPED))
  worker.on('message', settle)

  return {
    query: (sql, parameters) => send({ sql, parameters }),
    dump: async () => {
      const [bytes] = (await send('dump')).rows
      if (bytes instanceof Uint8Array) return bytes
      throw new TypeError('the engine sent no dump')
    },
    close: async () => {
      if (stopped !== undefined) return
      await send('close')
      stop(new RecordError('closed', 'The record is closed.'))
      await worker.terminate()
    },
    kill: reason => {
      stop(reason)
      void worker.terminate()
    },
  }
}

function errorOf(fault: Fault): Error {
  if (fault.name !== 'RecordError') return new EngineError(fault)
  return new RecordError(fault.code as RecordErrorCode, fault.message)
}
