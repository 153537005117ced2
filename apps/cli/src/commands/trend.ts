import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { readJson } from '../read-json.js'
import { refuse } from '../refuse.js'
import { examples } from '../text/examples.js'
import { WrongUse } from '../wrong-use.js'

interface Options {
  readonly plan: string
  readonly preview?: string
  readonly runs?: string
  readonly json?: true
}

/** `vigie trend`: a series of counts judged by the plan that was made for it. */
export function registerTrend(program: Command, context: Context): void {
  const command = program
    .command('trend')
    .summary('judge counts over time by the trend plan of a device')
    .description(
      'Takes the baseline that the plan names, freezes it, runs every chart of the plan on the periods after it, and says which rule fired since when.',
    )
    .argument('<series>', 'counts and exposure by period in JSON, or - for standard input')
    .requiredOption('--plan <file>', 'the trend plan in JSON')
    .option('--preview <seed>', 'also simulate how often the plan would raise a false alarm, from this seed')
    .option('--runs <number>', 'how many simulations for --preview (default: 2000)')
    .option('--json', 'write JSON: { file, findings, frozen, result, preview }')
    .action((file: string, options: Options) => trend(context, file, options))
  examples(command, [
    ['vigie trend series.json --plan plan.json', 'which rule fired since when'],
    ['vigie trend series.json --plan plan.json --preview 1', 'and how often it would for nothing'],
  ])
  command.addHelpText('after', '\nExit code 2: the plan or the series cannot be used; every fault is named.')
}

async function trend(context: Context, file: string, options: Options): Promise<void> {
  const json = options.json === true
  const seed = wholeNumber('--preview', options.preview)
  const runs = wholeNumber('--runs', options.runs) ?? 2000
  const planText = await readJson(context, options.plan, 'trend plan')
  if ('findings' in planText) return refuse(context, options.plan, 'cannot be used', planText.findings, json)
  const { evaluateTrend, freezePlan, parseTrendPlan, parseTrendSeries, plainNumbers, previewFalseAlarms } =
    await import('@vigie/surveillance')
  const plan = parseTrendPlan(planText.value)
  if ('findings' in plan)
    return refuse(context, options.plan, 'is not a trend plan that can be used', plan.findings, json)
  const text = await readJson(context, file, 'series')
  if ('findings' in text) return refuse(context, file, 'cannot be used', text.findings, json)
  const read = parseTrendSeries(text.value, plan.plan)
  if (read.series === undefined)
    return refuse(context, file, 'is not a series that can be used', read.findings, json)
  const { frozen, findings: frozenFindings } = freezePlan(plan.plan, read.series)
  if (frozen === undefined) return refuse(context, file, 'does not fit the plan', frozenFindings, json)
  const result = evaluateTrend(frozen, read.series)
  const judged = read.series.exposure.subarray(-Math.max(plan.plan.observe, 12))
  const preview = seed === undefined ? undefined : previewFalseAlarms(frozen, judged, { seed, runs })
  const findings = [...read.findings, ...frozenFindings, ...result.findings]
  if (json) {
    return writeJson(
      context,
      plainNumbers({ file, findings, frozen, result, ...(preview === undefined ? {} : { preview }) }),
    )
  }
  const { trendLines } = await import('../show/trend.js')
  const page = pageOf(context)
  await page.lines(trendLines(frozen, result, preview, findings, page))
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text)
  throw new WrongUse(`${name} ${text}: that is not a whole number above 0.`)
}
