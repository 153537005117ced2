import type { Command } from 'commander'
import { type Context, writeJson } from '../context.js'
import { examples } from '../text/examples.js'

/** `vigie schema case`: what a case file may say. */
export function registerSchemaCase(group: Command, context: Context): void {
  const command = group
    .command('case')
    .summary('print the JSON Schema of a case file')
    .description(
      'Prints the JSON Schema (2020-12) of a case file. Editors that know it complete and check a case while you write.',
    )
    .option('--json', 'no effect: the output is JSON')
    .action(async () => {
      const { caseJsonSchema } = await import('@vigie/facts')
      await writeJson(context, caseJsonSchema())
    })
  examples(command, [['vigie schema case > case.schema.json', 'save it beside your cases']])
}
