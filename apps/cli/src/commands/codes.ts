import type { Command } from 'commander'
import type { Context } from '../context.js'
import { registerCodesCheck } from './codes-check.js'
import { registerCodesSearch } from './codes-search.js'

/** `vigie codes`: IMDRF and EMDN codes. */
export function registerCodes(program: Command, context: Context): void {
  const group = program
    .command('codes')
    .summary('find and check IMDRF and EMDN codes')
    .description('Finds IMDRF and EMDN codes by your own words, and checks codes against a release.')
  registerCodesSearch(group, context)
  registerCodesCheck(group, context)
}
