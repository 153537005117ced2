import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { LAW_OPTION, loadLaw } from '../load-law.js'
import { examples } from '../text/examples.js'
import { findRecord } from './find-record.js'

/** `vigie law show`: one record with all that is known about it. */
export function registerLawShow(group: Command, context: Context): void {
  const command = group
    .command('show')
    .summary('one record with citation, dates, certainty and sources')
    .description(
      'Shows records of law: citation, dates, status, how sure we are, sources, and when to look again.',
    )
    .argument('<id...>', 'ids such as EU-VIG-03')
    .option(...LAW_OPTION)
    .option('--json', 'write JSON: an array of records')
    .action((ids: string[], options: { law?: string; json?: true }) => show(context, ids, options))
  examples(command, [
    ['vigie law show EU-VIG-03', 'the 10-day rule'],
    ['vigie law show EU-DEF-02', 'what a serious incident is'],
  ])
}

async function show(
  context: Context,
  ids: readonly string[],
  options: { law?: string; json?: true },
): Promise<void> {
  const law = await loadLaw(context, options.law, options.json === true)
  if (law === undefined) return
  const records = await Promise.all(ids.map(id => findRecord(id, law)))
  if (options.json) {
    return writeJson(
      context,
      records.map(r => ({ type: r.type, ...r.record })),
    )
  }
  const { recordLines } = await import('../show/record.js')
  const page = pageOf(context)
  await page.lines(records.flatMap((r, i) => [...(i > 0 ? [''] : []), ...recordLines(r, law, page)]))
}
