import { type Command, Option } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { STDIN } from '../io/read.js'
import { writeOutputs } from '../io/write.js'
import { readReport } from '../read-report.js'
import { examples } from '../text/examples.js'
import { WrongUse } from '../wrong-use.js'

interface Options {
  readonly to: string
  readonly output: string
  readonly all?: true
  readonly json?: true
}

/** `vigie mir migrate`: an old report in the new version of the form. */
export function registerMirMigrate(group: Command, context: Context): void {
  const command = group
    .command('migrate')
    .summary('turn a report of 7.2.1 into one of 7.3.1')
    .description(
      'Turns a report of MIR 7.2.1 into one of 7.3.1 and says what was carried, what means something else now, what is asked anew and what was dropped. No new question is answered for you. Keep the old file: it is the archive copy.',
    )
    .argument('<file>', 'the old report, or - for standard input')
    .addOption(new Option('--to <version>', 'the version wanted').choices(['7.3.1']).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'the new report, or - for standard output')
    .option('--all', 'list the fields that were carried unchanged too')
    .option('--json', 'write JSON: { file, output, findings, carried, changedMeaning, needsAnswer, dropped }')
    .action((file: string, options: Options) => migrate(context, file, options))
  examples(command, [
    ['vigie mir migrate old.xml --to 7.3.1 -o new.xml', 'the new report and what became of each field'],
  ])
}

async function migrate(context: Context, file: string, options: Options): Promise<void> {
  const json = options.json === true
  if (json && options.output === STDIN) {
    throw new WrongUse('The report and the JSON cannot both go to standard output. Give a file with -o.')
  }
  const read = await readReport(context, file, json)
  if (read === undefined) return
  if (read.report.version === options.to) {
    throw new WrongUse(`${file} is of MIR ${options.to} already. There is nothing to migrate.`)
  }
  const { migrateTo731, stampForExport, writeMir } = await import('@vigie/forms/mir')
  const { migrationPorts } = await import('../migration-ports.js')
  const { report, notes } = migrateTo731(read.report, migrationPorts)
  const xml = writeMir(stampForExport(report, context.io.localTime(), { renew: true }))
  await writeOutputs(context.io, [{ to: options.output, content: xml }], [file])
  if (json) return writeJson(context, { file, output: options.output, findings: read.findings, ...notes })
  if (options.output === STDIN) return
  const { migrationLines } = await import('../show/migration.js')
  const page = pageOf(context)
  await page.lines([
    `${page.style.bold(options.output)}  MIR ${options.to}, from ${file}`,
    ...migrationLines(notes, page, options.all === true),
  ])
}
