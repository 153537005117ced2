import type { Command } from 'commander'
import type { Context } from '../context.js'
import { registerMirCheck } from './mir-check.js'
import { registerMirDiff } from './mir-diff.js'
import { registerMirDraft } from './mir-draft.js'
import { registerMirExport } from './mir-export.js'
import { registerMirMigrate } from './mir-migrate.js'
import { registerMirShow } from './mir-show.js'

/** `vigie mir`: the Manufacturer Incident Report, from draft to export. */
export function registerMir(program: Command, context: Context): void {
  const group = program
    .command('mir')
    .summary('draft, check, export, migrate, show and compare incident reports (MIR)')
    .description(
      'Works with Manufacturer Incident Reports: the XML of the official form in versions 7.2.1 and 7.3.1, or the data inside its PDF.',
    )
  registerMirDraft(group, context)
  registerMirCheck(group, context)
  registerMirExport(group, context)
  registerMirShow(group, context)
  registerMirMigrate(group, context)
  registerMirDiff(group, context)
}
