import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { HOME_OPTION, homeOf } from '../schemas/home.js'
import { installedPacks } from '../schemas/store.js'
import { examples } from '../text/examples.js'
import { hang } from '../text/wrap.js'
import { packRow } from './schema-install.js'

interface Options {
  readonly home?: string
  readonly json?: true
}

/** `vigie schema list`: which form versions can be checked against an official schema. */
export function registerSchemaList(group: Command, context: Context): void {
  const command = group
    .command('list')
    .summary('which versions can be checked against an official schema')
    .description(
      'Lists the form versions: whether the rules of their official schemas are built in, installed, or missing.',
    )
    .option(...HOME_OPTION)
    .option('--json', 'write JSON: an array with one object per form version')
    .action((options: Options) => list(context, options))
  examples(command, [['vigie schema list', 'built in, installed, missing']])
}

async function list(context: Context, options: Options): Promise<void> {
  const { mirTables } = await import('@vigie/forms/mir')
  const installed = await installedPacks(context.io, homeOf(context.io, options.home))
  const rows = [...mirTables.values()].map(table => {
    const own = installed.find(i => i.pack.form === table.form && i.pack.version === table.version)
    if (own !== undefined) return packRow(own)
    const all = table.reportTypes.map(t => t.value)
    return {
      form: table.form,
      version: table.version,
      source: table.schemaRead ? 'built-in' : 'missing',
      reportTypes: table.schemaRead ? all : [],
      missing: table.schemaRead ? [] : all,
      sha256: null,
      folder: null,
    }
  })
  if (options.json) return writeJson(context, rows)
  const { style, width, lines } = pageOf(context)
  await lines(
    rows.flatMap(r => [
      `${style.bold(`${r.form} ${r.version}`)}  ${WORDS[r.source]}`,
      ...(r.reportTypes.length === 0 ? [] : hang('  can be checked  ', r.reportTypes.join(', '), width)),
      ...(r.missing.length === 0 ? [] : hang('  cannot          ', r.missing.join(', '), width)),
      ...(r.folder === null ? [] : hang('  kept in         ', r.folder, width)),
    ]),
  )
}

const WORDS: Readonly<Record<string, string>> = {
  'built-in': 'the rules of the official schemas are built in',
  installed: 'official schemas installed',
  missing: 'official schemas missing: exports say "not verified" until you run vigie schema install',
}
