import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Put } from '@vigie/record'
import type { Command } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import { DATA_OPTION, withRecord } from '../desk/place.js'
import { zipWriter } from '../io/zip-writer.js'
import { examples } from '../text/examples.js'
import { WrongUse } from '../wrong-use.js'

interface Options {
  readonly tenant: string
  readonly data?: string
  readonly json?: true
}

const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `vigie export`: everything of one tenant, to be read without this program. */
export function registerExport(program: Command, context: Context): void {
  const command = program
    .command('export')
    .summary('everything of one tenant, to be read without vigie')
    .description(
      'Writes everything a desk keeps of one tenant into a new folder or a zip file: one JSON file a noun, the audit trail, all files under their names (XML and PDF of issued reports among them), and a page that says what is what.',
    )
    .argument('<folder-or-zip>', 'a folder that is not there yet, or a name that ends in .zip')
    .requiredOption('--tenant <id>', 'which tenant; vigie audit verify lists them')
    .option(...DATA_OPTION)
    .option('--json', 'write JSON: { to, tenantId, name, counts, files, missing }')
    .action((to: string, options: Options) => run(context, to, options))
  examples(command, [
    ['vigie export --tenant 01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11 nordlicht', 'into a folder'],
    ['vigie export --tenant 01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11 nordlicht.zip', 'into a zip file'],
  ])
  command.addHelpText(
    'after',
    '\nExit code 1: written, but bytes of files were missing or damaged in the desk itself.\nWhile a desk has an embedded record open, export from a backup: vigie backup, then vigie restore into another folder.',
  )
}

async function run(context: Context, to: string, options: Options): Promise<void> {
  const { io } = context
  const tenant = options.tenant.toLowerCase()
  if (!TENANT.test(tenant)) throw new WrongUse(`${options.tenant} is not the id of a tenant.`)
  const target = resolve(io.cwd, to)
  if (existsSync(target)) throw new WrongUse(`${to} is there already. Name a folder or file that is not.`)
  const { exportTenant } = await import('@vigie/record')
  const beside = join(dirname(target), `.${process.pid}-export.part`)
  try {
    const done = await withRecord(io, { data: options.data, fresh: false }, async ({ store, files }) => {
      const { put, end } = /\.zip$/i.test(to) ? zipWriter(beside) : folderWriter(beside)
      const written = await exportTenant(store, files, tenant, put)
      await end()
      return written
    })
    if (done === undefined) throw new WrongUse(`There is no tenant ${tenant} in this record.`)
    if ('busy' in done) {
      throw new WrongUse(
        `${done.busy}\nOr export from a backup: vigie backup, then vigie restore into another folder.`,
      )
    }
    await rename(beside, target)
    if (done.missing.length > 0) context.end(1)
    if (options.json) return writeJson(context, { to, ...done })
    const rows = Object.values(done.counts).reduce((a, b) => a + b, 0)
    await pageOf(context).lines([
      `${done.name}: ${rows} rows and ${done.files} files written to ${to}. Begin with index.html.`,
      ...done.missing.map(name => `MISSING: the desk no longer has the bytes of ${name}.`),
    ])
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

function folderWriter(root: string): { readonly put: Put; end(): Promise<void> } {
  return {
    put: async (path, bytes) => {
      const file = join(root, path)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await pipeline(bytes, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
    },
    end: async () => {},
  }
}
