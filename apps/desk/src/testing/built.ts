import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const RECORD = fileURLToPath(new URL('../../../../packages/record/', import.meta.url))
const TSC = fileURLToPath(new URL('../../../../node_modules/.bin/tsc', import.meta.url))

/** Builds the record package (a tenth of a second when it is built). */
export function buildRecord(): void {
  execFileSync(TSC, ['-b', RECORD], { stdio: 'inherit' })
}
