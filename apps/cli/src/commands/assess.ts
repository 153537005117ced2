import type { Law } from '@vigie/law'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { filesOf } from '../io/read.js'
import { LAW_OPTION, loadLaw } from '../load-law.js'
import { dayOption, listOption } from '../options.js'
import { readCase, refuseCase } from '../read-case.js'
import { examples } from '../text/examples.js'
import { unreadable } from '../unreadable.js'
import { WrongUse } from '../wrong-use.js'

interface Options {
  readonly at?: string
  readonly simulate?: string[]
  readonly law?: string
  readonly json?: true
  readonly all?: true
}

/** `vigie assess`: what is due on a case, to whom, by when and why. */
export function registerAssess(program: Command, context: Context): void {
  const command = program
    .command('assess')
    .summary('what is due on a case, to whom, by when and why')
    .description(
      'Says which reports are due on a case, to which authority, by when (target and legal ceiling) and why; what is not due and why; which answers are missing; what else must be done.',
    )
    .argument('<case...>', 'case file in JSON, a folder of them, or - for standard input')
    .option('--at <day>', 'the day the question is asked on (default: today)')
    .option('--simulate <rule...>', 'compute proposals beside the law ("all" for every one)')
    .option(...LAW_OPTION)
    .option('--all', 'show every clock and the evidence to keep too')
    .option('--json', 'write JSON: one object for one case, an array for several')
    .action((names: string[], options: Options) => assessCases(context, names, options))
  examples(command, [
    ['vigie assess case.json', 'on today’s date'],
    ['vigie assess case.json --at 2026-11-25', 'as on that day'],
    ['vigie assess case.json --simulate all', 'with the dates a proposal would give'],
    ['vigie assess cases/ --json', 'every case of a folder, for a program'],
    ['vigie schema case', 'what a case file may say'],
  ])
  command.addHelpText('after', '\nExit code 1: the case was assessed, but has facts that cannot be true.')
}

async function assessCases(context: Context, names: readonly string[], options: Options): Promise<void> {
  const files = await filesOf(context.io, names, ['.json'])
  const law = await loadLaw(context, options.law, options.json === true)
  if (law === undefined) return
  const { assess } = await import('@vigie/law')
  const { blocks } = await import('@vigie/kernel')
  const simulate = await simulated(listOption(options.simulate), law)
  const at = await dayOption('--at', options.at, context.io)
  // A folder stands for a list, however many cases it holds.
  const several = names.length > 1 || files[0]?.file !== names[0]
  const answers: unknown[] = []
  for (const [i, { file, problem }] of files.entries()) {
    const read =
      problem === undefined
        ? await readCase(context, file)
        : { findings: [unreadable(file, 'case', new WrongUse(problem))] }
    if ('findings' in read) {
      if (options.json && several) answers.push({ file, findings: read.findings })
      else await refuseCase(context, file, read.findings, options.json === true)
      context.end(2)
      continue
    }
    const result = assess(read.case, { at, law, simulate })
    if (blocks(result.findings)) context.end(1)
    if (options.json) answers.push(several ? { file, ...result } : result)
    else {
      const { assessmentLines } = await import('../show/assessment.js')
      const page = pageOf(context)
      const title = several ? [...(i > 0 ? ['', ''] : []), page.style.bold(file)] : []
      await page.lines([...title, ...assessmentLines(result, page, { all: options.all === true, at, file })])
    }
  }
  if (options.json && (several || answers.length > 0))
    await writeJson(context, several ? answers : answers[0])
}

/** The ids given with `--simulate`, proven to be something that can be simulated. */
async function simulated(ids: readonly string[], law: Law): Promise<readonly string[]> {
  const { nearestWord } = await import('@vigie/facts')
  const { rules } = law.pack
  const possible = rules.filter(r => r.status === 'proposal' || r.optional === true).map(r => r.id)
  return ids.flatMap(id => {
    if (id === 'all') return rules.filter(r => r.status === 'proposal').map(r => r.id)
    if (possible.includes(id)) return [id]
    if (rules.some(r => r.id === id)) {
      throw new WrongUse(
        `${id} is always applied. Only proposals and optional duties are simulated: ${possible.join(', ')}.`,
      )
    }
    const nearest = nearestWord(id, possible)
    throw new WrongUse(
      `There is no rule ${id}. ${nearest === undefined ? `To simulate there are ${possible.join(', ')}.` : `Did you mean ${nearest}?`}`,
    )
  })
}
