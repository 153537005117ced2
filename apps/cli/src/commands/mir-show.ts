import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { readReport } from '../read-report.js'
import { examples } from '../text/examples.js'
import { findingLines } from '../text/findings.js'

interface Options {
  readonly all?: true
  readonly json?: true
}

/** `vigie mir show`: a report in the order and words of the printed form. */
export function registerMirShow(group: Command, context: Context): void {
  const command = group
    .command('show')
    .summary('a report in the order and words of the printed form')
    .description('Shows a report section by section, with what codes and countries stand for.')
    .argument('<file>', 'the report as XML or PDF form, or - for standard input')
    .option('--all', 'show optional fields without an answer too')
    .option('--json', 'write JSON: { file, findings, model }')
    .action((file: string, options: Options) => show(context, file, options))
  examples(command, [['vigie mir show report.xml', 'read a report']])
}

async function show(context: Context, file: string, options: Options): Promise<void> {
  const read = await readReport(context, file, options.json === true)
  if (read === undefined) return
  const { printModel } = await import('@vigie/forms')
  const { countryName, imdrfTerm } = await import('../lookups.js')
  const model = printModel(read.table, read.report, {
    countryName,
    termOf: imdrfTerm,
    all: options.all === true,
  })
  if (options.json) return writeJson(context, { file, findings: read.findings, model })
  const { modelLines } = await import('../show/model.js')
  const page = pageOf(context)
  await page.lines([...modelLines(model, page), ...findingLines(read.findings, page.width, page.style)])
}
