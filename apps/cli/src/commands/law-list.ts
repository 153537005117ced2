import type { Certainty } from '@vigie/codes'
import type { Jurisdiction, LawRecord, Status } from '@vigie/law'
import { type Command, Option } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { LAW_OPTION, loadLaw } from '../load-law.js'
import { examples } from '../text/examples.js'
import { hang } from '../text/wrap.js'

const JURISDICTIONS = ['EU', 'NI', 'TR', 'GB', 'CH', 'US'] as const satisfies readonly Jurisdiction[]
const STATUSES = [
  'in-force',
  'pending',
  'proposal',
  'guidance',
  'policy',
] as const satisfies readonly Status[]
const CERTAINTIES = [
  'verified',
  'secondary-source',
  'not-confirmed',
  'requires-confirmation',
] as const satisfies readonly Certainty[]
const TYPES = ['rule', 'definition', 'note'] as const satisfies readonly LawRecord['type'][]

interface Options {
  readonly jurisdiction?: string[]
  readonly status?: string[]
  readonly certainty?: string[]
  readonly type?: string[]
  readonly law?: string
  readonly json?: true
}

/** `vigie law list`: all records, or those that fit. */
export function registerLawList(group: Command, context: Context): void {
  const command = group
    .command('list')
    .summary('the records, all or those that fit')
    .description(
      'Lists the records of law: rules (duties), definitions, and notes (how days are counted, what is pending).',
    )
    .addOption(new Option('--jurisdiction <which...>', 'only these').choices(JURISDICTIONS))
    .addOption(new Option('--status <which...>', 'only these').choices(STATUSES))
    .addOption(new Option('--certainty <which...>', 'only these').choices(CERTAINTIES))
    .addOption(new Option('--type <which...>', 'only these').choices(TYPES))
    .option(...LAW_OPTION)
    .option('--json', 'write JSON: an array of records')
    .action((options: Options) => list(context, options))
  examples(command, [
    ['vigie law list', 'everything'],
    ['vigie law list --jurisdiction CH GB', 'two countries'],
    ['vigie law list --certainty requires-confirmation', 'what a person must still confirm'],
  ])
}

async function list(context: Context, options: Options): Promise<void> {
  const law = await loadLaw(context, options.law, options.json === true)
  if (law === undefined) return
  const { lawRecords } = await import('@vigie/law')
  const found = lawRecords(law).filter(
    r =>
      wanted(options.jurisdiction, r.record.jurisdiction) &&
      wanted(options.status, statusOf(r)) &&
      wanted(options.certainty, r.record.certainty) &&
      wanted(options.type, r.type),
  )
  if (options.json) {
    return writeJson(
      context,
      found.map(r => ({ type: r.type, ...r.record })),
    )
  }
  const { style, width, lines } = pageOf(context)
  await lines([
    ...found.flatMap(r => [
      ...hang(
        `${style.bold(r.record.id)}`.concat(' '.repeat(Math.max(1, 14 - r.record.id.length))),
        r.record.title,
        width,
      ),
      ...hang(
        ' '.repeat(14),
        [r.record.jurisdiction, r.type, statusOf(r), SURE[r.record.certainty], citationOf(r)].join(' · '),
        width,
      ).map(style.dim),
    ]),
    `${found.length} of ${lawRecords(law).length} records, law pack ${law.pack.release}.`,
  ])
}

const SURE: Readonly<Record<Certainty, string>> = {
  verified: 'verified',
  'secondary-source': 'secondary source',
  'not-confirmed': 'NOT CONFIRMED (general knowledge)',
  'requires-confirmation': 'NOT CONFIRMED (a person must confirm it)',
}

const wanted = (choice: readonly string[] | undefined, value: string) =>
  choice === undefined || choice.includes(value)

/** A definition is in force with the rules that use it. */
function statusOf(r: LawRecord): Status {
  return r.type === 'definition' ? 'in-force' : r.record.status
}

function citationOf(r: LawRecord): string {
  return r.type === 'rule' ? r.record.instruments.map(i => i.citation).join('; ') : r.record.citation
}
