import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { LAW_OPTION, loadLaw } from '../load-law.js'
import { dayOption } from '../options.js'
import { readCase, refuseCase } from '../read-case.js'
import { examples } from '../text/examples.js'
import { findRecord } from './find-record.js'

interface Options {
  readonly case?: string
  readonly at?: string
  readonly all?: true
  readonly law?: string
  readonly json?: true
}

/** `vigie law explain`: when a record applies, in sentences; with a case, why it does or does not. */
export function registerLawExplain(group: Command, context: Context): void {
  const command = group
    .command('explain')
    .summary('when a record applies, in sentences; with a case: why')
    .description(
      'Says in sentences when a record of law applies. With a case: how it comes to its answer there, which facts decided and which are missing.',
    )
    .argument('<id...>', 'ids such as EU-VIG-03')
    .option('--case <file>', 'answer it for this case (- for standard input)')
    .option('--at <day>', 'the day the question is asked on (default: today)')
    .option('--all', 'with a case: also the conditions that had no bearing on the answer')
    .option(...LAW_OPTION)
    .option('--json', 'write JSON: an array with one tree of conditions per record, or per record and device')
    .action((ids: string[], options: Options) => explainRecords(context, ids, options))
  examples(command, [
    ['vigie law explain EU-VIG-03', 'when the 10-day limit applies'],
    ['vigie law explain EU-VIG-03 --case case.json', 'why it does or does not in this case'],
  ])
}

async function explainRecords(context: Context, ids: readonly string[], options: Options): Promise<void> {
  const json = options.json === true
  const law = await loadLaw(context, options.law, json)
  if (law === undefined) return
  const records = await Promise.all(ids.map(id => findRecord(id, law)))
  const { explain, explainForCase } = await import('@vigie/law')
  const { explainedForCaseLines, explainedLines } = await import('../show/explained.js')
  const page = pageOf(context)
  if (options.case === undefined) {
    if (json)
      return writeJson(
        context,
        records.map(r => explain(r, law)),
      )
    return page.lines(records.flatMap(r => explainedLines(r, explain(r, law), page)))
  }
  const at = await dayOption('--at', options.at, context.io)
  const read = await readCase(context, options.case)
  if ('findings' in read) return refuseCase(context, read.file, read.findings, json)
  if (json)
    return writeJson(
      context,
      records.flatMap(r => explainForCase(r, read.case, at, law)),
    )
  await page.lines(
    records.flatMap(r =>
      explainedForCaseLines(r, explainForCase(r, read.case, at, law), page, options.all === true),
    ),
  )
}
