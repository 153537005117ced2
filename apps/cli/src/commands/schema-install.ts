import type { SchemaPack } from '@vigie/forms'
import type { Finding } from '@vigie/kernel'
import type { Command } from 'commander'
import { type Context, errorPageOf, type Page, pageOf, writeJson } from '../context.js'
import { nameOf } from '../io/read.js'
import { readArchive } from '../schemas/archive.js'
import { HOME_OPTION, homeOf } from '../schemas/home.js'
import { installPack } from '../schemas/store.js'
import { examples } from '../text/examples.js'
import { findingLines } from '../text/findings.js'
import { hang } from '../text/wrap.js'

interface Options {
  readonly home?: string
  readonly json?: true
}

/** `vigie schema install`: keep the official schemas of a form version. */
export function registerSchemaInstall(group: Command, context: Context): void {
  const command = group
    .command('install')
    .summary('keep the official schemas of a form version')
    .description(
      'Takes the official XSD files of a form version from a zip archive or a folder. From then on every check and export of that version is validated against them. No network is used.',
    )
    .argument('<source>', 'zip archive or folder with the official files, or - for a zip on standard input')
    .option(...HOME_OPTION)
    .option('--json', 'write JSON: { installed, findings, ignored }')
    .action((source: string, options: Options) => install(context, source, options))
  examples(command, [
    ['vigie schema install MIR-7.3.1-schemas.zip', 'as downloaded from the Commission'],
    ['vigie schema install schemas/', 'unpacked'],
  ])
  command.addHelpText('after', '\nExit code 1: what was found cannot be used, and nothing was installed.')
}

async function install(context: Context, source: string, options: Options): Promise<void> {
  const { io } = context
  const home = homeOf(io, options.home)
  const entries = await readArchive(io, source)
  const { readSchemaPacks } = await import('@vigie/forms/mir')
  const { packs, findings, ignored } = readSchemaPacks(entries)
  const installed: { pack: SchemaPack; folder: string }[] = []
  for (const pack of packs) installed.push({ pack, folder: await installPack(io, home, pack) })
  if (installed.length === 0) context.end(1)
  if (options.json) {
    return writeJson(context, { installed: installed.map(packRow), findings, ignored })
  }
  if (installed.length === 0) {
    const page = errorPageOf(context)
    await page.lines([`vigie: Nothing was installed from ${nameOf(source)}:`, ...found(findings, page)])
    return
  }
  const page = pageOf(context)
  await page.lines([...installed.flatMap(i => packLines(i, page)), ...found(findings, page)])
}

const found = (findings: readonly Finding[], { width, style }: Page) => findingLines(findings, width, style)

/** A pack as others script against it. */
export function packRow({ pack, folder }: { readonly pack: SchemaPack; readonly folder: string }) {
  return {
    form: pack.form,
    version: pack.version,
    source: 'installed',
    reportTypes: pack.covered.map(c => c.type.value),
    missing: pack.missing.map(t => t.value),
    sha256: pack.sha256,
    folder,
  }
}

function packLines({ pack, folder }: { pack: SchemaPack; folder: string }, { width, style }: Page): string[] {
  const types = pack.covered.map(c => c.type.value).join(', ')
  return [
    ...hang('', style.bold(`Installed the official schemas of ${pack.form} ${pack.version}.`), width),
    ...hang('  report types  ', types, width),
    ...hang('  kept in       ', folder, width),
    `  SHA-256       ${pack.sha256}`,
  ]
}
