import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The reference values from other software; a sibling of the repository, not part of it. */
const FOLDER = fileURLToPath(new URL('../../../../shared/reference/signal/', import.meta.url))

export const hasReference = existsSync(FOLDER)
if (!hasReference) {
  console.warn(`skipped: ${FOLDER} is not there, so no value is compared with other software`)
}

/** A JSON file of the reference values. What is in it is known from its README; tests fail where it is not so. */
export function reference<T>(name: string): T {
  return JSON.parse(readFileSync(FOLDER + name, 'utf8'))
}

/** A CSV file of the reference values, as records of text; it has quotes but no line breaks in fields. */
export function referenceRows(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(FOLDER + name, 'utf8')
    .trimEnd()
    .split('\n')
  const names = fields(head)
  return lines.map(line => {
    const values = fields(line)
    return Object.fromEntries(names.map((n, i) => [n, values[i] ?? '']))
  })
}

function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(m =>
    m[1] === undefined ? (m[2] ?? '') : m[1].replaceAll('""', '"'),
  )
}

/** How far a number is off another, relative to it. Two equal infinities, or two NaN, are not off at all. */
export function off(ours: number, theirs: number): number {
  if (Object.is(ours, theirs) || ours === theirs) return 0
  return Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300)
}
