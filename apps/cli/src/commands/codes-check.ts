import type { CodeRow } from '@vigie/codes'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { readText, STDIN } from '../io/read.js'
import { examples } from '../text/examples.js'
import { findingLines } from '../text/findings.js'
import { pad } from '../text/wrap.js'

/** `vigie codes check`: what the release says of IMDRF codes. */
export function registerCodesCheck(group: Command, context: Context): void {
  const command = group
    .command('check')
    .summary('what the release says of IMDRF codes')
    .description(
      'Tells of each IMDRF code its term, whether it is in use, and what to take instead of a retired one. Codes are taken exactly as written.',
    )
    .argument('<code...>', 'codes such as A0501, or - for codes on standard input')
    .option('--json', 'write JSON: [{ code, annex, term, release, status, selectable, replacement }]')
    .action((codes: string[], options: { json?: true }) => check(context, codes, options.json === true))
  examples(command, [
    ['vigie codes check A0501 B08', 'two codes'],
    ['vigie codes check --json - < codes.txt', 'many codes, for a program'],
  ])
  command.addHelpText('after', '\nExit code 1: at least one code is unknown, retired or a mere heading.')
}

async function check(context: Context, given: readonly string[], json: boolean): Promise<void> {
  const codes: string[] = []
  for (const text of given) {
    if (text === STDIN)
      codes.push(...(await readText(context.io, STDIN, 1_048_576)).split(/[\s,;]+/).filter(c => c !== ''))
    else codes.push(text)
  }
  const { codesCheck, checkImdrfCode } = await import('@vigie/codes')
  const rows = codesCheck(codes)
  if (rows.some(r => !r.selectable)) context.end(1)
  if (json) return writeJson(context, rows)
  const page = pageOf(context)
  await page.lines(
    rows.flatMap(row => [
      `${page.style.bold(pad(row.code, 10))}${row.term ?? 'no such code'}  ${page.style.dim(stateOf(row))}`,
      ...findingLines(
        checkImdrfCode(row.code, { path: row.code, explained: true }),
        page.width - 4,
        page.style,
      ).map(line => `    ${line}`),
    ]),
  )
}

function stateOf(row: CodeRow): string {
  const instead = row.replacement === null ? '' : `, use ${row.replacement}`
  return `${row.annex === null ? '' : `annex ${row.annex}, `}release ${row.release}, ${row.status}${instead}`
}
