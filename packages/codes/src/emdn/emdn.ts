import type { Provenance } from '../provenance.js'
import { EMDN_2 } from './2/index.js'
import type { EmdnCode, EmdnEntry, EmdnSource } from './entry.js'

const SOURCES = { '2': EMDN_2 } as const satisfies Record<string, EmdnSource>

export type EmdnReleaseId = keyof typeof SOURCES

/** The release used where none is named. */
export const LATEST_EMDN: EmdnReleaseId = '2'

/** One release of the nomenclature; read when first asked for. */
export interface EmdnRelease {
  readonly id: EmdnReleaseId
  readonly provenance: Provenance
  /** All entries in the order of their codes. */
  readonly entries: readonly EmdnEntry[]
  /** The entry of a code written exactly as in the release; undefined when there is none. */
  get(code: string): EmdnEntry | undefined
  /** The entry one level up; undefined for a category and for an unknown code. */
  parent(code: string): EmdnEntry | undefined
  /** The entries one level down. */
  children(code: string): readonly EmdnEntry[]
  /** From the category down to the code itself; empty for an unknown code. */
  path(code: string): readonly EmdnEntry[]
}

const SHAPE = /^[A-Z](\d{2}){0,6}$/

function build(id: EmdnReleaseId): EmdnRelease {
  const source = SOURCES[id]
  const byCode = new Map<string, EmdnEntry>()
  const children = new Map<string, EmdnEntry[]>()
  for (const row of source.rows.trim().split('\n')) {
    const [code = '', flag, term] = row.split('|')
    if (!SHAPE.test(code) || term === undefined)
      throw new RangeError(`EMDN ${id}: cannot read the row "${row}"`)
    const entry = { code: code as EmdnCode, term, level: (code.length + 1) / 2, terminal: flag === 'T' }
    byCode.set(code, entry)
    const siblings = children.get(code.slice(0, -2))
    if (siblings !== undefined) siblings.push(entry)
    else if (code.length > 1) children.set(code.slice(0, -2), [entry])
  }
  const get = (code: string) => byCode.get(code)
  const parent = (code: string) => (byCode.has(code) ? byCode.get(code.slice(0, -2)) : undefined)
  const path = (code: string): EmdnEntry[] => {
    const entry = byCode.get(code)
    return entry === undefined ? [] : [...path(code.slice(0, -2)), entry]
  }
  return {
    id,
    provenance: source.provenance,
    entries: [...byCode.values()],
    get,
    parent,
    children: code => children.get(code) ?? [],
    path,
  }
}

const built = new Map<EmdnReleaseId, EmdnRelease>()

/** A release of the EMDN, the latest one by default. Built once, and only when asked for. */
export function emdn(release: EmdnReleaseId = LATEST_EMDN): EmdnRelease {
  const known = built.get(release)
  if (known !== undefined) return known
  const made = build(release)
  built.set(release, made)
  return made
}

/** Reads a code written exactly as in the release; undefined when it does not exist there. */
export function parseEmdnCode(text: string, release: EmdnReleaseId = LATEST_EMDN): EmdnCode | undefined {
  return emdn(release).get(text)?.code
}
