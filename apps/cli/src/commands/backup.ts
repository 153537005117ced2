import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Manifest } from '@vigie/record'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { ASK_HELP, askDesk } from '../desk/ask.js'
import { PASSPHRASE_OPTION, passphraseOf } from '../desk/passphrase.js'
import { DATA_OPTION, withRecord } from '../desk/place.js'
import { streamTo } from '../io/stream-to.js'
import { examples } from '../text/examples.js'

interface Options {
  readonly data?: string
  readonly passphraseFile?: string
  readonly force?: true
  readonly json?: true
}

/** `vigie backup`: the whole record of a desk in one file, while it works. */
export function registerBackup(program: Command, context: Context): void {
  const command = program
    .command('backup')
    .summary('the whole record of a desk in one file, while it works')
    .description(
      'Writes everything a desk keeps (records, audit trail, accounts, files) as it stands at one moment into one file, reads it back and checks it. Restore it with vigie restore, on the same engine or the other one.',
    )
    .argument('<file>', 'where to write it')
    .option(...DATA_OPTION)
    .option(...PASSPHRASE_OPTION)
    .option('--force', 'replace a file that is there')
    .option('--json', 'write JSON: { file, madeAt, tenants, files, missing, heads }')
    .action((file: string, options: Options) => run(context, file, options))
  examples(command, [
    ['vigie backup vigie-2026-11-25.backup', 'the desk in the folder vigie-data'],
    ['DATABASE_URL=... vigie backup off-site.backup --passphrase-file key.txt', 'a server, sealed'],
  ])
  command.addHelpText(
    'after',
    `\nExit code 1: the backup is made, but bytes of files were missing or damaged in the desk itself.\n${ASK_HELP}\nThe token needs the scope installation.`,
  )
}

async function run(context: Context, file: string, options: Options): Promise<void> {
  const { io } = context
  const passphrase = await passphraseOf(io, options.passphraseFile)
  const { backup, checkBackup } = await import('@vigie/record')
  const force = options.force === true
  const sealed = passphrase === undefined ? {} : { passphrase }
  const done = await withRecord(io, { data: options.data, fresh: false }, ({ store, files }) =>
    streamTo(io, file, backup(store, files, sealed), force),
  )
  let path = typeof done === 'string' ? done : ''
  if (typeof done !== 'string') {
    const { body } = await askDesk(io, done.busy, '/backup', sealed)
    path = await streamTo(io, file, body === null ? Readable.from([]) : Readable.fromWeb(body), force)
  }
  // What arrived is what counts: an archive that was cut off on the way is found here.
  const manifest = await checkBackup(() => createReadStream(path), passphrase)
  if (manifest.missing.length > 0) context.end(1)
  if (options.json) return writeJson(context, { file, ...summary(manifest) })
  const { lines } = pageOf(context)
  const { tenants, files } = summary(manifest)
  await lines([
    `${file} holds ${tenants} tenants and ${files} files as of ${manifest.madeAt}; it was read back and is whole.`,
    ...(passphrase === undefined ? ['It is not sealed: whoever has the file can read it.'] : []),
    ...manifest.missing.map(
      f => `MISSING: the desk no longer has the bytes of file ${f.sha256} of tenant ${f.tenantId}.`,
    ),
  ])
}

/** What a person wants to know of a backup. */
export function summary(manifest: Manifest) {
  const { madeAt, engine, heads, missing, entries } = manifest
  const files = Object.keys(entries).filter(name => name.startsWith('f/')).length
  return { madeAt, engine, tenants: heads.length, files, missing, heads }
}
