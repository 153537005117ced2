import { parentPort } from 'node:worker_threads'
import type { PdfResult } from '@vigie/forms'
import { type PrintJob, printReport } from './print.js'

export interface PrintRequest {
  readonly id: number
  readonly job: PrintJob
}
export type PrintReply = { readonly id: number } & (
  | { readonly result: PdfResult }
  | { readonly error: string }
)

const port = parentPort
if (port === null) throw new Error('this file runs as a thread of the desk')
port.on('message', ({ id, job }: PrintRequest) => {
  printReport(job).then(
    result => port.postMessage({ id, result } satisfies PrintReply),
    (error: unknown) => port.postMessage({ id, error: String(error) } satisfies PrintReply),
  )
})
