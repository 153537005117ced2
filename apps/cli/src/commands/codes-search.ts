import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { examples } from '../text/examples.js'
import { hang } from '../text/wrap.js'

const ANNEXES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const

interface Options {
  readonly annex?: (typeof ANNEXES)[number]
  readonly emdn?: true
  readonly limit: number
  readonly json?: true
}

/** `vigie codes search`: codes by your own words. */
export function registerCodesSearch(group: Command, context: Context): void {
  const command = group
    .command('search')
    .summary('find codes by your own words')
    .description('Finds codes by your own words, best first; typing errors and British spelling are fine.')
    .argument('<words...>', 'what happened or what is meant, in your own words')
    .addOption(
      new Option(
        '--annex <letter>',
        'only this annex: A problem, B to D investigation, E signs, F impact, G part',
      )
        .choices(ANNEXES)
        .argParser((text: string) => annexOption(text)),
    )
    .option('--emdn', 'search the EMDN nomenclature instead of IMDRF')
    .option('--limit <number>', 'how many at most', countOption, 10)
    .option('--json', 'write JSON: an array of hits')
    .action((words: string[], options: Options) => search(context, words.join(' '), options))
  examples(command, [
    ['vigie codes search battery dead --annex A', 'a device problem'],
    ['vigie codes search haemorrhage --annex E', 'a sign or symptom'],
    ['vigie codes search hip prosthesis --emdn', 'the EMDN code of a device'],
  ])
}

function annexOption(text: string): string {
  const letter = ANNEXES.find(a => a === text.toUpperCase())
  if (letter === undefined) throw new InvalidArgumentError('The annexes are A, B, C, D, E, F and G.')
  return letter
}

function countOption(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new InvalidArgumentError('Give a whole number from 1 to 1000.')
  }
  return count
}

interface Hit {
  readonly code: string
  readonly term: string
  readonly path: readonly string[]
  readonly mark?: string
}
/** A hit as the package gives it, and as it is shown. */
interface Found {
  readonly hit: unknown
  readonly shown: Hit
}

async function search(context: Context, words: string, options: Options): Promise<void> {
  const hits: readonly Found[] = options.emdn
    ? await emdnHits(words, options.limit)
    : await imdrfHits(words, options)
  if (options.json)
    return writeJson(
      context,
      hits.map(h => h.hit),
    )
  const page = pageOf(context)
  if (hits.length === 0) {
    await page.lines(hang('', `Nothing fits "${words}". Try fewer or other words.`, page.width))
    return
  }
  await page.lines(
    hits.flatMap(({ shown }) => [
      ...hang(
        `${page.style.bold(shown.code)}`.concat(' '.repeat(Math.max(1, 12 - shown.code.length))),
        `${shown.term}${shown.mark ?? ''}`,
        page.width,
      ),
      ...(shown.path.length === 0
        ? []
        : hang(' '.repeat(12), shown.path.join(' > '), page.width).map(page.style.dim)),
    ]),
  )
}

async function imdrfHits(words: string, { annex, limit }: Options): Promise<Found[]> {
  const { searchImdrf } = await import('@vigie/codes')
  return searchImdrf(words, { limit, ...(annex === undefined ? {} : { annex }) }).map(hit => ({
    hit,
    shown: { ...hit, ...(hit.selectable ? {} : { mark: ` (${hit.status}: do not use)` }) },
  }))
}

async function emdnHits(words: string, limit: number): Promise<Found[]> {
  const { searchEmdn } = await import('@vigie/codes')
  return searchEmdn(words, { limit }).map(hit => ({ hit, shown: hit }))
}
