import type { Command } from 'commander'
import type { Context } from '../context.js'
import { registerSchemaCase } from './schema-case.js'
import { registerSchemaInstall } from './schema-install.js'
import { registerSchemaList } from './schema-list.js'

/** `vigie schema`: the schema of a case file, and the official schemas of the forms. */
export function registerSchema(program: Command, context: Context): void {
  const group = program
    .command('schema')
    .summary('the schema of a case file; official schemas of the forms')
    .description(
      'Prints the JSON Schema of a case file, and installs the official XML schemas of form versions that may not be shipped.',
    )
  registerSchemaInstall(group, context)
  registerSchemaList(group, context)
  registerSchemaCase(group, context)
}
