import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { STDIN } from '../io/read.js'
import { readReport } from '../read-report.js'
import { examples } from '../text/examples.js'
import { WrongUse } from '../wrong-use.js'

/** `vigie mir diff`: what differs between two reports. */
export function registerMirDiff(group: Command, context: Context): void {
  const command = group
    .command('diff')
    .summary('what differs between two reports, field by field')
    .description('Compares two reports field by field, in the order of the form.')
    .argument('<before>', 'the earlier report, or - for standard input')
    .argument('<after>', 'the later report, or - for standard input')
    .option('--json', 'write JSON: { before, after, versions, fields, rest }')
    .action((before: string, after: string, options: { json?: true }) =>
      diff(context, before, after, options.json === true),
    )
  examples(command, [['vigie mir diff initial.xml follow-up.xml', 'what the follow-up says otherwise']])
  command.addHelpText('after', '\nExit code 1: the reports differ.')
}

async function diff(context: Context, before: string, after: string, json: boolean): Promise<void> {
  if (before === STDIN && after === STDIN) {
    throw new WrongUse('Only one of the two reports can come from standard input.')
  }
  const a = await readReport(context, before, json)
  if (a === undefined) return
  const b = await readReport(context, after, json)
  if (b === undefined) return
  const { diffReports, diffRest } = await import('@vigie/forms/mir')
  const versions = { before: a.report.version, after: b.report.version }
  const difference = { versions, fields: diffReports(a, b), rest: diffRest(a.report, b.report) }
  if (difference.fields.length + difference.rest.length > 0) context.end(1)
  if (json) return writeJson(context, { before, after, ...difference })
  const { differenceLines } = await import('../show/difference.js')
  const page = pageOf(context)
  await page.lines(differenceLines(difference, page))
}
