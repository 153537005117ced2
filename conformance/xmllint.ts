import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether `xmllint` is on this machine. */
export const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

const reference = new URL('../../shared/reference/', import.meta.url)
export const schemaFolder = new URL('mir/schema/', reference)
export const exampleFolder = new URL('mir/examples/', reference)
export const hasReference = existsSync(schemaFolder)

/** Prints why tests are skipped; returns whether they are. */
export function skipped(what: string): boolean {
  const missing = [
    ...(hasReference ? [] : ['the reference data beside the repository (../shared)']),
    ...(hasXmllint ? [] : ['xmllint']),
  ]
  if (missing.length > 0) console.warn(`skipped: ${what} needs ${missing.join(' and ')}`)
  return missing.length > 0
}

/** The verdict of `xmllint --schema` on many files in one process: file name to valid or not. */
export function validateAll(schemaFile: string, files: readonly string[]): Map<string, boolean> {
  const schema = new URL(schemaFile, schemaFolder).pathname
  const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const verdicts = new Map<string, boolean>(files.map(f => [f, false]))
  for (const line of run.stderr.split('\n'))
    if (line.endsWith(' validates')) verdicts.set(line.slice(0, -' validates'.length), true)
  return verdicts
}

/** Canonical XML of a text, comments included. Throws on what is not well-formed. */
export function canonical(xml: string): string {
  const run = spawnSync('xmllint', ['--nonet', '--c14n', '-'], {
    input: xml,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
}
