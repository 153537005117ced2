import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { PASSPHRASE_OPTION, passphraseOf } from '../desk/passphrase.js'
import { DATA_OPTION, folderOf, withRecord } from '../desk/place.js'
import { examples } from '../text/examples.js'
import { WrongUse } from '../wrong-use.js'
import { summary } from './backup.js'

interface Options {
  readonly data?: string
  readonly passphraseFile?: string
  readonly json?: true
}

/** `vigie restore`: a backup into an empty folder or database. */
export function registerRestore(program: Command, context: Context): void {
  const command = program
    .command('restore')
    .summary('a backup into an empty folder or database')
    .description(
      'Checks a backup through and through, puts it into a new folder or an empty database (DATABASE_URL), and verifies every audit chain before anything is kept. This is also the way from the embedded database to a server and back.',
    )
    .argument('<file>', 'a file that vigie backup wrote')
    .option(...DATA_OPTION)
    .option(...PASSPHRASE_OPTION)
    .option('--json', 'write JSON: { into, madeAt, tenants, events, files, missing, heads }')
    .action((file: string, options: Options) => run(context, file, options))
  examples(command, [
    ['vigie restore vigie-2026-11-25.backup --data restored', 'into a new folder'],
    ['DATABASE_URL=... vigie restore vigie-2026-11-25.backup', 'into an empty database'],
  ])
  command.addHelpText('after', '\nExit code 2: nothing was restored; the sentence says why.')
}

async function run(context: Context, file: string, options: Options): Promise<void> {
  const { io } = context
  const path = resolve(io.cwd, file)
  if (!existsSync(path)) throw new WrongUse(`There is no file ${file}.`)
  const passphrase = await passphraseOf(io, options.passphraseFile)
  const { restore } = await import('@vigie/record')
  const done = await withRecord(io, { data: options.data, fresh: true }, ({ store, files }) =>
    restore(store, files, () => createReadStream(path), passphrase),
  )
  if ('busy' in done) throw new WrongUse(done.busy)
  const into =
    (io.env['DATABASE_URL'] ?? '') === '' ? folderOf(io, options.data) : 'the database of DATABASE_URL'
  if (done.manifest.missing.length > 0) context.end(1)
  if (options.json) {
    return writeJson(context, { into, ...summary(done.manifest), events: done.events, files: done.files })
  }
  await pageOf(context).lines([
    `Restored into ${into}: ${done.tenants} tenants, ${done.events} events, ${done.files} files, as of ${done.manifest.madeAt}. Every chain and record was verified.`,
    'Put the key file of the desk (VIGIE_KEY_FILE) beside it: without the key that sealed the trails the desk does not start.',
    'People sign in again; a token that was revoked after the backup was made is valid again: look at them.',
    ...done.manifest.missing.map(
      f => `MISSING since before the backup: file ${f.sha256} of tenant ${f.tenantId}.`,
    ),
  ])
}
