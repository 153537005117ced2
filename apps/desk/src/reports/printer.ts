import { Worker } from 'node:worker_threads'
import type { PdfResult } from '@vigie/forms'
import type { ReportPrinter } from './print.js'
import type { PrintReply, PrintRequest } from './print-thread.js'

/** The compiled thread. Node 20 runs no TypeScript, so from the sources the build's file is taken. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/reports/print-thread.js' : './print-thread.js',
  import.meta.url,
)
/** The Typst binding keeps 0.2 to 0.3 MB of each print, so a thread ends after so many and a new one begins. */
const PRINTS = 300

interface Waiting {
  readonly resolve: (result: PdfResult) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  prints: number
}

/**
 * Prints on a thread of its own, so that a print of a second stops nobody. The thread starts at the first print.
 *
 * @param most prints of one thread before another takes over
 */
export function threadPrinter(most = PRINTS): ReportPrinter & { threads(): number } {
  let current: Thread | undefined
  let next = 0
  let started = 0
  const retire = (thread: Thread) => {
    if (thread.prints >= most && thread.waiting.size === 0) void thread.worker.terminate()
  }
  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(THREAD, { execArgv: [] }), waiting: new Map(), prints: 0 }
    started += 1
    // An idle thread keeps no process alive.
    thread.worker.unref()
    thread.worker.on('message', (reply: PrintReply) => {
      const waiting = thread.waiting.get(reply.id)
      thread.waiting.delete(reply.id)
      if ('result' in reply) waiting?.resolve(reply.result)
      else waiting?.reject(new Error(reply.error))
      if (thread.waiting.size === 0) thread.worker.unref()
      retire(thread)
    })
    const failed = (error: Error) => {
      if (current === thread) current = undefined
      for (const waiting of thread.waiting.values()) waiting.reject(error)
      thread.waiting.clear()
    }
    thread.worker.on('error', error => failed(error instanceof Error ? error : new Error(String(error))))
    thread.worker.on('exit', () => failed(new Error('the thread that prints ended')))
    return thread
  }
  return {
    print: job => {
      if (current === undefined || current.prints >= most) current = start()
      const thread = current
      thread.prints += 1
      const id = next++
      thread.worker.ref()
      return new Promise((resolve, reject) => {
        thread.waiting.set(id, { resolve, reject })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        thread.worker.postMessage({ id, job } satisfies PrintRequest)
      })
    },
    close: async () => {
      await current?.worker.terminate()
    },
    threads: () => started,
  }
}
