import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { refuse } from '../refuse.js'
import { examples } from '../text/examples.js'
import { WrongUse } from '../wrong-use.js'

interface Options {
  readonly format?: string
  readonly report: string
  readonly device: string
  readonly event: string
  readonly stratum?: string
  readonly likelihood: string
  readonly top: string
  readonly json?: true
}

const FORMATS = ['csv', 'parquet', 'json', 'openfda'] as const
const LIKELIHOODS = ['zero-inclusive', 'component', 'conditional'] as const

/** `vigie signal`: which devices and events are reported together more than expected. */
export function registerSignal(program: Command, context: Context): void {
  const command = program
    .command('signal')
    .summary('which events are reported with which devices more than expected')
    .description(
      'Screens a file of reports: counts distinct reports, computes PRR, ROR, chi-square, IC and EBGM with limits for every pair of device and event, and lists those on which a signal rule fires.',
    )
    .argument('<file>', 'the reports as CSV, Parquet, JSON or a device-event file of openFDA')
    .option('--format <format>', `${FORMATS.join(', ')} (default: by the ending of the file)`)
    .option('--report <column>', 'column with the id of the report', 'report')
    .option('--device <column>', 'column with the device', 'device')
    .option('--event <column>', 'column with the event or code', 'event')
    .option('--stratum <column>', 'column to stratify the expectation by, such as the year')
    .option('--likelihood <mode>', LIKELIHOODS.join(', '), 'zero-inclusive')
    .option('--top <number>', 'how many signals to list', '20')
    .option('--json', 'write JSON: { file, findings, record, signals }')
    .action((file: string, options: Options) => signal(context, file, options))
  examples(command, [
    ['vigie signal complaints.csv --report id --device product --event code', 'your own complaints'],
    ['vigie signal device-event-0001.json --format openfda --json', 'a file of openFDA'],
  ])
  command.addHelpText(
    'after',
    '\nReporting rates are not incidence: a signal is a reason to look. Exit code 2: nothing was imported; every fault is named.',
  )
}

async function signal(context: Context, file: string, options: Options): Promise<void> {
  const { io } = context
  const json = options.json === true
  const format = FORMATS.find(f => f === (options.format ?? endingOf(file)))
  if (format === undefined) {
    throw new WrongUse(`Say what ${file} is with --format: ${FORMATS.join(', ')}.`)
  }
  const likelihood = LIKELIHOODS.find(l => l === options.likelihood)
  if (likelihood === undefined) throw new WrongUse(`--likelihood is one of ${LIKELIHOODS.join(', ')}.`)
  if (!/^\d{1,7}$/.test(options.top)) throw new WrongUse(`--top ${options.top}: that is not a whole number.`)
  const { listSignals, plainNumbers } = await import('@vigie/surveillance')
  const { ReportStore } = await openDuckDb()
  const store = await ReportStore.open({
    stratified: options.stratum !== undefined,
    ...(io.err.isTerminal
      ? {
          progress: (done: number, all: number) =>
            void io.err.write(`\r\u001B[K${done} of ${all} rows counted`),
        }
      : {}),
  })
  try {
    const path = resolve(io.cwd, file)
    const { report, device, event, stratum } = options
    const done = await store.add(
      format === 'openfda'
        ? { path, format }
        : { path, format, report, device, event, ...(stratum === undefined ? {} : { stratum }) },
    )
    if (io.err.isTerminal) await io.err.write('\r\u001B[K')
    const table = store.table()
    if (!done.imported || table === undefined)
      return await refuse(context, file, 'was not imported', done.findings, json)
    const { record, signals } = listSignals(table, store, Number(options.top), { likelihood, source: file })
    if (json)
      return await writeJson(context, plainNumbers({ file, findings: done.findings, record, signals }))
    const { signalLines } = await import('../show/signals.js')
    const page = pageOf(context)
    await page.lines(signalLines(record, signals, done.findings, page))
  } finally {
    store.close()
  }
}

function endingOf(file: string): string {
  return file.toLowerCase().split('.').at(-1) ?? ''
}

/** DuckDB is optional: without it, this command says how to get it. */
async function openDuckDb() {
  try {
    return await import('@vigie/surveillance/duckdb')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    if (!missing) throw error
    throw new WrongUse('Reading reports needs DuckDB, which is not installed here. Install @duckdb/node-api.')
  }
}
