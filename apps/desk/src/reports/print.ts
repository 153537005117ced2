import { COUNTRIES, imdrf } from '@vigie/codes'
import { mirTableOf, type PdfResult, type PrintSignature, type Report, renderPdf, textAt } from '@vigie/forms'
import type { Day } from '@vigie/kernel'

/** What a print needs; plain data, so that it can go to a thread. */
export interface PrintJob {
  readonly report: Report
  readonly schema: 'valid' | 'invalid' | 'not-verified'
  /** Number of findings that block; above 0 every page is marked as a draft. */
  readonly blocking: number
  readonly on: Day
  readonly signatures: readonly PrintSignature[]
}

/** Makes the PDF of a report somewhere. */
export interface ReportPrinter {
  print(job: PrintJob): Promise<PdfResult>
  close(): Promise<void>
}

const NAMES: ReadonlyMap<string, string> = new Map(COUNTRIES.map(c => [c.code, c.name]))

/** Makes the PDF here and now. */
export function printReport(job: PrintJob): Promise<PdfResult> {
  const { report } = job
  const language = report.attributes['sFormLanguage'] ?? 'en'
  return renderPdf(mirTableOf(report), report, {
    status: { schema: job.schema, blocking: job.blocking },
    reference: textAt(report, 'admin_info/mfrRef') ?? '',
    language: /^[a-z]{2,3}$/.test(language) ? language : 'en',
    termOf: code => imdrf().get(code)?.term,
    countryName: code => NAMES.get(code),
    signatures: job.signatures,
    standard: 'ua-1',
    generatedOn: job.on,
  })
}

/** Prints on the thread that asks; for tests. */
export const printerHere: ReportPrinter = { print: printReport, close: async () => {} }
