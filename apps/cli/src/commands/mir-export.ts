import type { CheckResult, ExportStatus, PdfOptions, Report } from '@vigie/forms'
import type { Day, Finding } from '@vigie/kernel'
import { type Command, Option } from 'commander'
import { type Context, errorPageOf, pageOf, writeJson } from '../context.js'
import { nameOf, STDIN } from '../io/read.js'
import { type Output, writeOutputs } from '../io/write.js'
import { dayOption } from '../options.js'
import { type ReadReport, readReport } from '../read-report.js'
import { HOME_OPTION, homeOf } from '../schemas/home.js'
import { packsFor } from '../schemas/store.js'
import { examples } from '../text/examples.js'
import { findingCount, findingLines } from '../text/findings.js'
import { hang } from '../text/wrap.js'
import { WrongUse } from '../wrong-use.js'

const STANDARDS = ['ua-1', 'a-3a'] as const

interface Options {
  readonly xml?: string
  readonly pdf?: string
  readonly pdfStandard: (typeof STANDARDS)[number]
  readonly draft?: true
  readonly at?: string
  readonly home?: string
  readonly json?: true
}

/** `vigie mir export`: the XML to send and the PDF to read. */
export function registerMirExport(group: Command, context: Context): void {
  const command = group
    .command('export')
    .summary('the XML to send and the PDF to read')
    .description(
      'Writes a report as XML of its version and as PDF, after checking it. What was not checked against the official schema says so on every page.',
    )
    .argument('<file>', 'the report as XML or PDF form, or - for standard input')
    .option('--xml <file>', 'write the XML here (- for standard output)')
    .option('--pdf <file>', 'write the PDF here (- for standard output)')
    .addOption(
      new Option('--pdf-standard <name>', 'ua-1 for people; a-3a for the archive, with the XML inside')
        .choices(STANDARDS)
        .default('ua-1'),
    )
    .option('--draft', 'write also what the official schema refuses; the PDF is marked as a draft')
    .option('--at <day>', 'the day dates are judged by and the PDF carries (default: today)')
    .option(...HOME_OPTION)
    .option('--json', 'write JSON: { file, version, xml, pdf, pages, contentHash, schema, findings }')
    .action((file: string, options: Options) => exportReport(context, file, options))
  examples(command, [
    ['vigie mir export report.xml --xml out.xml --pdf out.pdf', 'both files'],
    ['vigie mir export draft.xml --pdf draft.pdf --draft', 'a draft to discuss'],
    ['vigie mir export report.xml --pdf a.pdf --pdf-standard a-3a', 'one file for the archive'],
  ])
  command.addHelpText(
    'after',
    '\nExit code 1: findings block the report. The files are written and say so, except that nothing is' +
      '\nwritten when the official schema refuses the report; --draft writes it all the same.',
  )
}

async function exportReport(context: Context, file: string, options: Options): Promise<void> {
  const json = options.json === true
  const today = await dayOption('--at', options.at, context.io)
  const outputs = [options.xml, options.pdf].filter(o => o !== undefined)
  if (outputs.length === 0) throw new WrongUse('Say what to write: --xml FILE, --pdf FILE, or both.')
  if (outputs.filter(o => o === STDIN).length > (json ? 0 : 1)) {
    throw new WrongUse('Only one thing can go to standard output. Give file names for the others.')
  }
  if (new Set(outputs).size < outputs.length) throw new WrongUse('XML and PDF need two different files.')
  const read = await readReport(context, file, json)
  if (read === undefined) return
  const { blocks } = await import('@vigie/kernel')
  const { checkMir, exportStatus, stampForExport, writeMir } = await import('@vigie/forms')
  const packs = await packsFor(context.io, homeOf(context.io, options.home), read.table)
  const report = stampForExport(read.report, context.io.localTime())
  const xml = new TextEncoder().encode(writeMir(report))
  const status = exportStatus(report, packs[0])
  const check = checkMir(xml, { today, packs })
  const findings = [...check.schemaFindings, ...check.findings]
  if (blocks(findings)) context.end(1)
  if (check.schemaValid === false && options.draft !== true)
    return refused(context, file, status, findings, json)
  const pdf = options.pdf === undefined ? undefined : await pdfOf(read, report, xml, check, today, options)
  if (pdf?.ok === false) throw new WrongUse(pdf.findings.map(f => `${f.message} ${f.mend}`).join(' '))
  const written: Output[] = [
    ...(options.xml === undefined ? [] : [{ to: options.xml, content: xml }]),
    ...(options.pdf === undefined || pdf === undefined ? [] : [{ to: options.pdf, content: pdf.pdf }]),
  ]
  await writeOutputs(context.io, written, [file])
  const all = [...findings, ...(pdf?.findings ?? [])]
  if (json) {
    return writeJson(context, {
      file,
      version: report.version,
      xml: options.xml ?? null,
      pdf: options.pdf ?? null,
      pages: pdf?.pages ?? null,
      contentHash: pdf?.contentHash ?? null,
      schema: { valid: status.valid, checkedBy: status.checkedBy, sentence: status.sentence },
      findings: all,
    })
  }
  // Where the report itself goes to standard output, what there is to say goes to standard error.
  const page = outputs.includes(STDIN) ? errorPageOf(context) : pageOf(context)
  const pages = pdf === undefined ? '' : `, ${pdf.pages} ${pdf.pages === 1 ? 'page' : 'pages'}`
  await page.lines([
    ...outputs.map(o => `${page.style.bold(nameOf(o))}${o === options.pdf ? pages : ''}`),
    ...hang('', status.sentence, page.width),
    ...(blocks(all)
      ? hang('', `${findingCount(all)}: do not send the report as it stands.`, page.width).map(page.style.red)
      : []),
    ...findingLines(all, page.width, page.style),
  ])
}

async function refused(
  context: Context,
  file: string,
  status: ExportStatus,
  findings: readonly Finding[],
  json: boolean,
): Promise<void> {
  if (json) {
    const schema = { valid: status.valid, checkedBy: status.checkedBy, sentence: status.sentence }
    return writeJson(context, { file, xml: null, pdf: null, schema, findings })
  }
  const page = errorPageOf(context)
  await page.lines([
    ...hang(
      'vigie: ',
      `Nothing was written. ${status.sentence} Mend it, or add --draft to write it as a draft.`,
      page.width,
    ),
    ...findingLines(findings, page.width, page.style),
  ])
}

async function pdfOf(
  { table }: ReadReport,
  report: Report,
  xml: Uint8Array,
  check: CheckResult,
  today: Day,
  options: Options,
) {
  const { renderPdf, textAt } = await import('@vigie/forms')
  const { countryName, imdrfTerm } = await import('../lookups.js')
  const language = report.attributes['sFormLanguage'] ?? 'en'
  const schema = check.schemaValid === null ? 'not-verified' : check.schemaValid ? 'valid' : 'invalid'
  const facts = {
    status: {
      schema,
      blocking: [...check.schemaFindings, ...check.findings].filter(f => f.severity === 'blocks').length,
    },
    reference: textAt(report, 'admin_info/mfrRef') ?? '',
    language: /^[a-z]{2,3}$/.test(language) ? language : 'en',
    termOf: imdrfTerm,
    countryName,
  } as const
  const standard: PdfOptions =
    options.pdfStandard === 'a-3a'
      ? { ...facts, standard: 'a-3a', generatedOn: today, archiveXml: xml }
      : { ...facts, standard: 'ua-1', generatedOn: today }
  return renderPdf(table, report, standard)
}
