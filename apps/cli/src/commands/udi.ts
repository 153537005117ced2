import type { LabelResult } from '@vigie/udi'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { readText, STDIN } from '../io/read.js'
import { examples } from '../text/examples.js'

const MOST_BYTES = 20 * 1_048_576

/** A label as it was given, and what it says. */
export type LabelRow = { readonly input: string } & LabelResult

/** `vigie udi`: read labels and check identifiers. */
export function registerUdi(program: Command, context: Context): void {
  const command = program
    .command('udi')
    .summary('read a UDI label or check an identifier')
    .description(
      'Reads what a scanner sends or a person types from a label (GS1, HIBC, IFA, ICCBBA), or checks one identifier alone (GTIN, PPN, PZN, Basic UDI-DI). A lost separator is never guessed: other readings are listed.',
    )
    .argument('<text...>', 'labels, each in quotation marks, or - for one label per line on standard input')
    .option('--json', 'write JSON: an array with one result per label, in the order given')
    .action((texts: string[], options: { json?: true }) => readLabels(context, texts, options.json === true))
  examples(command, [
    ['vigie udi "(01)07032069804988(17)261200(10)0329"', 'a GS1 label as printed'],
    ['vigie udi "+A99912345/$$52001510X33"', 'a HIBC label'],
    ['vigie udi 07032069804988', 'one identifier'],
    ['vigie udi --json - < labels.txt', 'many labels, for a program'],
  ])
  command.addHelpText(
    'after',
    '\nWith - a line that begins with " is a JSON string, so that control characters can be written: "010703…\\u001d21S7".' +
      '\nPut -- before a label that begins with a minus sign.' +
      '\nExit code 1: at least one label has a fault.',
  )
}

async function readLabels(context: Context, texts: readonly string[], json: boolean): Promise<void> {
  const { parseLabel } = await import('@vigie/udi')
  const today = context.io.today()
  const rows: LabelRow[] = []
  for (const text of texts) {
    const labels = text === STDIN ? labelsOf(await readText(context.io, STDIN, MOST_BYTES)) : [text]
    for (const input of labels) {
      rows.push(
        typeof input === 'string'
          ? { input, ...parseLabel(input, { today }) }
          : { input: input.line, ...notReadable(input) },
      )
    }
  }
  if (rows.some(r => r.valid === false)) context.end(1)
  if (json) return writeJson(context, rows)
  const { labelLines } = await import('../show/label.js')
  const page = pageOf(context)
  await page.lines(rows.flatMap((row, i) => [...(i > 0 ? [''] : []), ...labelLines(row, page)]))
}

/** A line that begins like a JSON string and is none. */
interface BadLine {
  readonly line: string
  readonly number: number
}

/** One label per line; every line but an empty last one counts, so that results and lines stay side by side. */
export function labelsOf(text: string): readonly (string | BadLine)[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((raw, i) => {
    const line = raw.replace(/\r$/, '')
    if (!line.startsWith('"')) return line
    const value = stringIn(line)
    return value ?? { line, number: i + 1 }
  })
}

function stringIn(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

function notReadable({ number }: BadLine): LabelResult {
  return {
    valid: false,
    error: 'NOT_JSON',
    findings: [
      {
        code: 'CLI-LABEL-NOT-JSON',
        severity: 'blocks',
        path: `line ${number}`,
        message: 'The line begins with a quotation mark but is not a JSON string.',
        mend: 'Close the quotation mark and write control characters as \\u001d, or leave the marks out.',
      },
    ],
    alternatives: [],
  }
}
