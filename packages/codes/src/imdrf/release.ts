import type { Provenance } from '../provenance.js'
import { IMDRF_2025 } from './2025/index.js'
import { annexOf, IMDRF_ANNEXES, type ImdrfAnnex, type ImdrfCode, type ImdrfEntry } from './entry.js'
import { type ImdrfSource, readAnnex } from './source.js'

const SOURCES = { '2025': IMDRF_2025 } as const satisfies Record<string, ImdrfSource>

export type ImdrfReleaseId = keyof typeof SOURCES

/** The releases in this package, oldest first. */
export const IMDRF_RELEASES = Object.keys(SOURCES).sort() as readonly ImdrfReleaseId[]

/** The release used where none is named. */
export const LATEST_IMDRF: ImdrfReleaseId = '2025'

/** Reads the name of a release; undefined for one that is not in this package. */
export function parseImdrfRelease(text: string): ImdrfReleaseId | undefined {
  return IMDRF_RELEASES.find(id => id === text)
}

/** One release of the IMDRF terminologies. An annex is read when it is first asked for. */
export interface ImdrfRelease {
  readonly id: ImdrfReleaseId
  readonly provenance: Provenance
  readonly annexes: readonly { readonly annex: ImdrfAnnex; readonly title: string }[]
  /** The entry of a code written exactly as in the release; undefined when there is none. */
  get(code: string): ImdrfEntry | undefined
  /** All entries of an annex in the order of their codes, retired ones and headings included. */
  entries(annex: ImdrfAnnex): readonly ImdrfEntry[]
  /** The level-1 entries of an annex. */
  roots(annex: ImdrfAnnex): readonly ImdrfEntry[]
  /** The entries listed directly under a code; empty at the lowest level and for an unknown code. */
  children(code: string): readonly ImdrfEntry[]
  /** From the top down to the code itself, by its first parent; empty for an unknown code. */
  path(code: string): readonly ImdrfEntry[]
  /** Every way down to the code; more than one only in annex E. */
  paths(code: string): readonly (readonly ImdrfEntry[])[]
}

interface AnnexTable {
  readonly byCode: ReadonlyMap<string, ImdrfEntry>
  readonly children: ReadonlyMap<string, readonly ImdrfEntry[]>
  readonly roots: readonly ImdrfEntry[]
}

function build(id: ImdrfReleaseId): ImdrfRelease {
  const source: ImdrfSource = SOURCES[id]
  const tables = new Map<ImdrfAnnex, AnnexTable>()
  const table = (annex: ImdrfAnnex): AnnexTable => {
    const known = tables.get(annex)
    if (known !== undefined) return known
    const made = tableOf(readAnnex(source, annex))
    tables.set(annex, made)
    return made
  }
  const get = (code: string): ImdrfEntry | undefined => {
    const annex = annexOf(code)
    return annex === undefined ? undefined : table(annex).byCode.get(code)
  }
  const paths = (code: string): (readonly ImdrfEntry[])[] => {
    const entry = get(code)
    if (entry === undefined) return []
    if (entry.parents.length === 0) return [[entry]]
    return entry.parents.flatMap(p => paths(p).map(above => [...above, entry]))
  }
  return {
    id,
    provenance: source.provenance,
    annexes: (Object.keys(IMDRF_ANNEXES) as ImdrfAnnex[]).map(annex => ({
      annex,
      title: IMDRF_ANNEXES[annex],
    })),
    get,
    entries: annex => [...table(annex).byCode.values()],
    roots: annex => table(annex).roots,
    children: code => {
      const annex = annexOf(code)
      return annex === undefined ? [] : (table(annex).children.get(code) ?? [])
    },
    path: code => paths(code)[0] ?? [],
    paths,
  }
}

function tableOf(byCode: ReadonlyMap<string, ImdrfEntry>): AnnexTable {
  const children = new Map<string, ImdrfEntry[]>()
  for (const entry of byCode.values()) {
    for (const parent of entry.parents) {
      if (!byCode.has(parent)) throw new RangeError(`IMDRF ${entry.code}: its parent ${parent} has no row`)
      const siblings = children.get(parent)
      if (siblings === undefined) children.set(parent, [entry])
      else siblings.push(entry)
    }
  }
  return { byCode, children, roots: [...byCode.values()].filter(e => e.parents.length === 0) }
}

const built = new Map<ImdrfReleaseId, ImdrfRelease>()

/** A release of the IMDRF terminologies, the latest one by default. Built once, and only when asked for. */
export function imdrf(release: ImdrfReleaseId = LATEST_IMDRF): ImdrfRelease {
  const known = built.get(release)
  if (known !== undefined) return known
  const made = build(release)
  built.set(release, made)
  return made
}

/** Reads a code written exactly as in the release; undefined when it does not exist there. */
export function parseImdrfCode(text: string, release: ImdrfReleaseId = LATEST_IMDRF): ImdrfCode | undefined {
  return imdrf(release).get(text)?.code
}
