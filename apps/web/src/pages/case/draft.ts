import { useState } from 'react'

/** Facts that are typed and not saved yet, with the version they were begun on. */
export interface Draft {
  readonly title: string
  readonly file: unknown
  readonly etag: string | undefined
}

const keyOf = (caseId: string) => `vigie.draft.${caseId}`

function read(caseId: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(caseId)) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('file' in kept) || !('title' in kept)) return undefined
    const etag = 'etag' in kept && typeof kept.etag === 'string' ? kept.etag : undefined
    return typeof kept.title === 'string' ? { title: kept.title, file: kept.file, etag } : undefined
  } catch {
    return undefined
  }
}

/** What was typed, kept in this window: another page, a reload or a session that ends takes nothing away. */
export function useDraft(caseId: string) {
  const [draft, setDraft] = useState(() => read(caseId))
  const set = (next: Draft | undefined) => {
    setDraft(next)
    try {
      if (next === undefined) sessionStorage.removeItem(keyOf(caseId))
      else sessionStorage.setItem(keyOf(caseId), JSON.stringify(next))
    } catch {
      // A full store: what is typed is still on the page.
    }
  }
  return [draft, set] as const
}
