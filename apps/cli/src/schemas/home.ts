import { join, resolve } from 'node:path'
import type { Io } from '../io/io.js'

/** The words of the option that names another place for what is kept between calls. */
export const HOME_OPTION = [
  '--home <folder>',
  'where installed schemas are kept (default: $VIGIE_HOME, else ~/.vigie)',
] as const

/** The folder for what is kept between calls. */
export function homeOf(io: Io, given: string | undefined): string {
  const fromEnv = io.env['VIGIE_HOME']
  if (given !== undefined) return resolve(io.cwd, given)
  return fromEnv === undefined || fromEnv === '' ? join(io.home, '.vigie') : resolve(io.cwd, fromEnv)
}
