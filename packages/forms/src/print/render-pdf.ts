import { civil, type Day, type Finding } from '@vigie/kernel'
import type { Report } from '../report.js'
import type { FieldTable } from '../table.js'
import { type Compiled, compile, type LoadCompiler, loadTypst, NoGlyph } from './compiler.js'
import { contentHash } from './content-hash.js'
import { type PrintDocument, printDocument } from './document.js'
import { printFindings } from './findings.js'
import { type PrintFonts, shippedFonts } from './fonts.js'
import type { PrintModelOptions } from './model.js'
import { printModel } from './print-model.js'
import type { PrintSignature, PrintStatus } from './status.js'
import { TEMPLATE } from './template.js'

export type PdfOptions = PdfFacts & PdfStandard

interface PdfFacts extends PrintModelOptions {
  readonly status: PrintStatus
  /** The sender's own number of the incident, for the header of every page. */
  readonly reference: string
  /** Language of the answers as ISO 639-1 or -2 code in small letters; it steers letter forms and screen readers. Default `en`. */
  readonly language?: string
  /** Who signed this content; printed on the first page. */
  readonly signatures?: readonly PrintSignature[]
  /** Fonts in place of the shipped ones, for other scripts or for a bundle. */
  readonly fonts?: PrintFonts
}

/**
 * `ua-1`: PDF/UA-1, for people. `a-3a`: PDF/A-3a, for the archive, which must carry a date and can hold the XML file of the
 * report, as `report.xml`. The compiler refuses to write what breaks the rules it knows; nobody else has checked it.
 * `generatedOn` is the date the document carries; no clock is read.
 */
export type PdfStandard =
  | { readonly standard: 'ua-1'; readonly generatedOn?: Day }
  | { readonly standard: 'a-3a'; readonly generatedOn: Day; readonly archiveXml?: Uint8Array }

export type PdfResult =
  | {
      readonly ok: true
      readonly pdf: Uint8Array
      readonly pages: number
      readonly contentHash: string
      readonly findings: readonly Finding[]
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * A filled report as PDF: tagged, fonts embedded, the same bytes for the same input. Where the compiler has no program
 * for this kind of computer the result is a finding. Throws RangeError for a language that is no code.
 */
export async function renderPdf(table: FieldTable, report: Report, options: PdfOptions): Promise<PdfResult> {
  return renderPdfWith(loadTypst, table, report, options)
}

/** As {@link renderPdf}, with another way to load the compiler. */
export async function renderPdfWith(
  load: LoadCompiler,
  table: FieldTable,
  report: Report,
  options: PdfOptions,
): Promise<PdfResult> {
  const { language = 'en', standard, fonts = shippedFonts() } = options
  const archiveXml = options.standard === 'a-3a' ? options.archiveXml : undefined
  if (!/^[a-z]{2,3}$/.test(language)) throw new RangeError(`not a language code: ${language}`)
  let typst: Awaited<ReturnType<LoadCompiler>>
  try {
    typst = await load()
  } catch (error) {
    return { ok: false, findings: [noCompiler(error)] }
  }
  const hash = contentHash(report)
  const model = printModel(table, report, options)
  const facts = {
    status: options.status,
    reference: options.reference,
    language,
    date: options.generatedOn === undefined ? null : civil(options.generatedOn),
    hash,
    fonts,
    ...(options.signatures === undefined ? {} : { signatures: options.signatures }),
  }
  const attach = archiveXml === undefined ? '' : ATTACH
  const files = new Map(archiveXml === undefined ? [] : [['report.xml', archiveXml]])
  const run = (document: PrintDocument): Compiled =>
    compile(typst, fonts, { source: TEMPLATE + attach, document: JSON.stringify(document), standard, files })
  let document = printDocument(model, { ...facts, plainOnly: false })
  let compiled: Compiled
  try {
    compiled = run(document)
  } catch (error) {
    if (!(error instanceof NoGlyph)) throw error
    document = printDocument(model, { ...facts, plainOnly: true })
    compiled = run(document)
  }
  return { ok: true, ...compiled, contentHash: hash, findings: characterFindings(document) }
}

const ATTACH = `
#pdf.attach(
  "report.xml",
  relationship: "data",
  mime-type: "application/xml",
  description: "The report as XML file",
)
`

function noCompiler(error: unknown): Finding {
  const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return printFindings.make['NO-COMPILER'](
    { path: '' },
    { platform: `${process.platform} ${process.arch}`, why },
  )
}

/** One finding that names the characters written by number, the first twelve of them. */
function characterFindings(document: PrintDocument): readonly Finding[] {
  if (!document.unseen) return []
  const numbers = [
    ...new Set(
      [...JSON.stringify(document).matchAll(/\{"u":"([^"]*)"\}/g)].flatMap(m => m[1]?.split(' ') ?? []),
    ),
  ]
  const characters =
    numbers.slice(0, 12).join(', ') + (numbers.length > 12 ? ` and ${numbers.length - 12} more` : '')
  return [printFindings.make.CHARACTERS({ path: '' }, { characters })]
}
