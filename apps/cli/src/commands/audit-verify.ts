import type { TenantVerdict } from '@vigie/record'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { ASK_HELP, askDesk } from '../desk/ask.js'
import { DATA_OPTION, withRecord } from '../desk/place.js'
import { verdictLines } from '../show/verdict.js'
import { examples } from '../text/examples.js'

interface Options {
  readonly data?: string
  readonly json?: true
}

/** `vigie audit verify`: every chain, every record, every file. */
export function registerAuditVerify(group: Command, context: Context): void {
  const command = group
    .command('verify')
    .summary('whether anything was changed past the audit trail')
    .description(
      'Checks the chain of every tenant, each record against its last event, and the bytes of each file. Names the first bad event.',
    )
    .option(...DATA_OPTION)
    .option('--json', 'write JSON: [{ tenantId, name, ok, chain, records, files }]')
    .action((options: Options) => verify(context, options))
  examples(command, [
    ['vigie audit verify', 'the desk in the folder vigie-data'],
    ['vigie audit verify --data /var/lib/vigie --json', 'for a program'],
  ])
  command.addHelpText(
    'after',
    `\nExit codes: 0 everything is as the trail says; 1 something was tampered with or is missing; 2 it could not be checked.\n${ASK_HELP}\nThe running desk checks the tenant of the token.`,
  )
}

async function verify(context: Context, { data, json }: Options): Promise<void> {
  const { io } = context
  const found = await withRecord(io, { data, fresh: false }, async ({ store, files }) => {
    const { verifyAll } = await import('@vigie/record')
    const verdicts: TenantVerdict[] = []
    for await (const verdict of verifyAll(store, files)) verdicts.push(verdict)
    return verdicts
  })
  const page = pageOf(context)
  if ('busy' in found) {
    const answer: unknown = await (await askDesk(io, found.busy, '/audit/verification')).json()
    const whole = typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === true
    if (!whole) context.end(1)
    if (json) return writeJson(context, answer)
    const words = whole ? page.style.green('whole') : page.style.red('NOT AS THE TRAIL SAYS')
    return page.lines([
      `the tenant of the token, as its running desk says: ${words}`,
      ...(whole ? [] : [JSON.stringify(answer)]),
    ])
  }
  if (found.some(v => !v.ok)) context.end(1)
  if (json) return writeJson(context, found)
  await page.lines(verdictLines(found, page))
}
