import { readFileSync } from 'node:fs'

/** The version of this command, as in its package. */
export const VERSION: string = versionOf(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
)

function versionOf(manifest: unknown): string {
  const has = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return has ? String(manifest.version) : 'unknown'
}
