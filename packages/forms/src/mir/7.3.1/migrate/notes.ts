import { rowsByPath } from '../../../table/index-of.js'
import { mir721 } from '../../7.2.1/table.js'
import { mir731 } from '../table.js'

/** What happened, or has to happen, with one thing in going from one version of the form to the next. */
export interface MigrationNote {
  readonly old?: Whereabouts
  readonly new?: Whereabouts
  /** Name of the field, as a person in the trade would say it. */
  readonly label: string
  readonly sentence: string
  /** What stood there before: the texts of the field, or the piece of XML. */
  readonly was?: readonly string[]
  /** An answer that a person may confirm. It is never filled in by the migration. */
  readonly suggestion?: string
}

export interface Whereabouts {
  readonly path: string
  /** Section and letter; for what the form does not print, the section it belongs to. */
  readonly place: string
}

export interface MigrationNotes {
  readonly carried: readonly MigrationNote[]
  /** Carried too, but says something else now, or was written otherwise: look at it. */
  readonly changedMeaning: readonly MigrationNote[]
  /** New questions, and old ones that are demanded now. None of them is answered by the migration. */
  readonly needsAnswer: readonly MigrationNote[]
  /** No longer in the report. It stays in the archive copy of the old one. */
  readonly dropped: readonly MigrationNote[]
}

export function inOld(path: string): Whereabouts {
  return { path, place: placeIn(rowsByPath(mir721), path) }
}

export function inNew(path: string): Whereabouts {
  return { path, place: placeIn(rowsByPath(mir731), path) }
}

function placeIn(rows: ReturnType<typeof rowsByPath>, path: string): string {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const found = rows.get(at)
    if (found !== undefined) return found.row.place
  }
  return '1'
}

export function labelOf(path: string): string {
  return (
    (rowsByPath(mir731).get(path) ?? rowsByPath(mir721).get(path))?.row.label ??
    `<${path.split('/').at(-1) ?? ''}>`
  )
}
