import type { Command } from 'commander'
import type { Context } from '../context.js'
import { registerLawExplain } from './law-explain.js'
import { registerLawList } from './law-list.js'
import { registerLawShow } from './law-show.js'

/** `vigie law`: the records of law behind every answer. */
export function registerLaw(program: Command, context: Context): void {
  const group = program
    .command('law')
    .summary('the records of law behind every answer')
    .description(
      'Shows the dated, cited records of law: what is owed, by whom, when it applies, and how sure we are.',
    )
  registerLawList(group, context)
  registerLawShow(group, context)
  registerLawExplain(group, context)
}
