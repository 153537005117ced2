import type { CheckResult, SchemaPack } from '@vigie/forms'
import type { Day } from '@vigie/kernel'
import type { Command } from 'commander'
import { type Context, pageOf } from '../context.js'
import { filesOf, type Meant, readInput } from '../io/read.js'
import { dayOption } from '../options.js'
import { MOST_REPORT_BYTES } from '../read-report.js'
import { HOME_OPTION, homeOf } from '../schemas/home.js'
import { installedPacks } from '../schemas/store.js'
import { examples } from '../text/examples.js'
import { progressOn } from '../text/progress.js'
import { unreadable } from '../unreadable.js'
import { WrongUse } from '../wrong-use.js'

interface Options {
  readonly at?: string
  readonly home?: string
  readonly json?: true
}

/** `vigie mir check`: every fault of MIR files at once. */
export function registerMirCheck(group: Command, context: Context): void {
  const command = group
    .command('check')
    .summary('every fault of MIR files at once')
    .description(
      'Checks MIR files against the rules of the official schema and, kept apart, against the business rules of form and guidance. Every fault is given with its place and the way to mend it.',
    )
    .argument('<file...>', 'MIR as XML or PDF form, a folder of them, or - for standard input')
    .option('--json', 'write JSON: [{ file, version, reportType, schemaValid, schemaFindings, findings }]')
    .option('--at <day>', 'the day dates are judged by (default: today)')
    .option(...HOME_OPTION)
    .action((names: string[], options: Options) => checkFiles(context, names, options))
  examples(command, [
    ['vigie mir check report.xml', 'one report'],
    ['vigie mir check reports/', 'every *.xml and *.pdf of a folder'],
    ['vigie mir check --json a.xml b.xml', 'for a program, in the order given'],
  ])
  command.addHelpText(
    'after',
    '\nExit code 1: at least one finding blocks, or the official schema refuses the file.' +
      '\nExit code 2: at least one file cannot be read or is no MIR.',
  )
}

async function checkFiles(context: Context, names: readonly string[], options: Options): Promise<void> {
  const json = options.json === true
  const { io } = context
  const today = await dayOption('--at', options.at, io)
  const files = await filesOf(io, names, ['.xml', '.pdf'])
  const page = pageOf(context)
  const { checkLines } = await import('../show/check.js')
  // Official schemas are compiled only when a report needs them, and once.
  let loaded: Promise<readonly SchemaPack[]> | undefined
  const packs = () => {
    loaded ??= installedPacks(io, homeOf(io, options.home)).then(list => list.map(i => i.pack))
    return loaded
  }
  const progress = progressOn(io, files.length, 'checked')
  for (const [i, meant] of files.entries()) {
    const result = await checkFile(context, meant, today, packs)
    if (result.version === null) context.end(2)
    else if (isFaulty(result)) context.end(1)
    await progress.at(i)
    if (json) await io.out.write(`${i === 0 ? '[\n' : ',\n'}${JSON.stringify(result, undefined, 2)}`)
    else await page.lines([...(i === 0 ? [] : ['']), ...checkLines(result, page)])
  }
  await progress.end()
  if (json) await io.out.write('\n]\n')
}

/** The result for one file; a file that cannot be read has it as its only finding, so that the others are still checked. */
async function checkFile(
  context: Context,
  { file, problem }: Meant,
  today: Day,
  packs: () => Promise<readonly SchemaPack[]>,
): Promise<CheckResult & { readonly file: string }> {
  const { checkMir, xmlFindings } = await import('@vigie/forms/mir')
  try {
    if (problem !== undefined) throw new WrongUse(problem)
    const read = await readInput(context.io, file, MOST_REPORT_BYTES)
    if ('bytes' in read) {
      const first = checkMir(read.bytes, { today })
      if (first.version === null || first.schemaValid !== null) return inOrder(file, first)
      return inOrder(file, checkMir(read.bytes, { today, packs: await packs() }))
    }
    const limit = { bytes: read.tooLarge, limit: MOST_REPORT_BYTES }
    return unread(file, xmlFindings.make['TOO-LARGE']({ path: 'line 1' }, limit))
  } catch (error) {
    return unread(file, unreadable(file, 'MIR', error))
  }
}

function unread(file: string, finding: CheckResult['findings'][number]) {
  const none = { version: null, reportType: null, schemaValid: null, schemaFindings: [] }
  return { file, ...none, findings: [finding] }
}

/** The keys in their published order. */
function inOrder(file: string, r: CheckResult) {
  const { version, reportType, schemaValid, schemaFindings, findings } = r
  return { file, version, reportType, schemaValid, schemaFindings, findings }
}

function isFaulty(result: CheckResult): boolean {
  return result.schemaValid === false || result.findings.some(f => f.severity === 'blocks')
}
