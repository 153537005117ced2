import { diffMirs, type Report } from '@vigie/forms'
import type { Json } from '@vigie/kernel'
import { type Conflict, change, type FieldChange, type Row, type Tx, undo } from '@vigie/record'
import { etagOf } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { inFields } from '../resources/conflict.js'
import { asJson } from '../resources/kind.js'
import { namesOf } from '../resources/names.js'
import { contentJson, contentOf, type DraftContent, draftContent } from './content.js'
import { differencesOf } from './draft-view.js'
import type { Kind } from './kinds.js'
import { wrongState } from './problems.js'

export interface Edited {
  readonly content: DraftContent
  readonly kind?: Kind
}

/**
 * Changes the content of a draft on the version that was seen. Never refused for being incomplete; refused while
 * somebody reviews it, so that what is approved is what was read.
 */
export async function changeDraft(
  tx: Tx,
  draft: Row<'report_drafts'>,
  expectedVersion: number,
  edit: (now: DraftContent, row: Row<'report_drafts'>) => Edited,
  reason?: string,
): Promise<Row<'report_drafts'>> {
  const target = {
    entity: 'report_drafts',
    id: draft.id,
    tenantId: draft.tenant_id,
    expectedVersion,
    ...(reason === undefined ? {} : { reason }),
  } as const
  const result = await change(tx, target, row => {
    if (row.state !== 'draft') throw notEditable(row.state)
    const { content, kind } = edit(contentOf(row), row)
    return {
      content: JSON.stringify(contentJson(content)),
      form_version: content.report.version,
      ...(kind === undefined ? {} : { kind }),
    }
  })
  if (result.ok) return result.row
  if (result.why === 'conflict') {
    const mine = edit(contentOf(result.current), result.current).content
    throw await draftConflict(tx, result, expectedVersion, mine)
  }
  throw new Problem(result.why === 'not-found' ? 'not-found' : 'forbidden')
}

/** Refuses a version that is not the one there now, with what changed since. */
export async function mustBeVersion(tx: Tx, draft: Row<'report_drafts'>, version: number): Promise<void> {
  const target = {
    entity: 'report_drafts',
    id: draft.id,
    tenantId: draft.tenant_id,
    expectedVersion: version,
  } as const
  // Nothing is changed; only the version is compared, and the conflict told.
  const result = await change(tx, target, () => ({}))
  if (!result.ok && result.why === 'conflict') {
    throw await draftConflict(tx, result, version, contentOf(result.current))
  }
}

function notEditable(state: Row<'report_drafts'>['state']): Problem {
  const back = 'Take it back first: POST /drafts/{id}/state with "to": "draft" and the reason.'
  switch (state) {
    case 'in-review':
      return wrongState('The draft is in review, so its text stands still.', back)
    case 'approved':
      return wrongState('The draft is approved; a change would break the seal.', back)
    case 'issued':
      return wrongState(
        'The report was issued and never changes.',
        'Draft the next report of the chain: POST /chains/{id}/drafts.',
      )
    default:
      return wrongState('The draft was abandoned.', 'Draft a new one: POST /chains/{id}/drafts.')
  }
}

/** What the others changed since, what this person wanted to change, and where both meet, by field of the form. */
export async function draftConflict(
  tx: Tx,
  found: Conflict<'report_drafts'>,
  sentVersion: number,
  mine: DraftContent,
): Promise<Problem> {
  const { current } = found
  const now = contentOf(current)
  const seen = contentBefore(current, found.theirs)
  const rest = found.theirs.filter(c => !/^\/(version$|content)/.test(c.path)).map(c => inFields(c))
  const theirs = [...rest, ...(seen === undefined ? [] : told(seen.report, now.report))]
  const yours = told(now.report, mine.report)
  const both = yours.filter(y => theirs.some(t => t.path === y.path)).map(y => y.path)
  const who = await namesOf(tx, found.events)
  return new Problem('changed', {
    etag: etagOf(current.version),
    conflict: {
      sentVersion,
      currentVersion: current.version,
      theirs: asJson(theirs),
      yours: asJson(yours),
      both,
      by: found.events.map(e => ({ at: e.at, actorId: e.actor_id, name: who.get(e.actor_id) ?? null })),
      current: asJson({ version: current.version, state: current.state, fields: now.report.fields }),
    },
  })
}

function told(before: Report, after: Report): readonly { readonly path: string }[] {
  return differencesOf(after, diffMirs(before, after))
}

function contentBefore(
  current: Row<'report_drafts'>,
  theirs: readonly FieldChange[],
): DraftContent | undefined {
  const row: Json = undo(asJson(current), theirs)
  const content = typeof row === 'object' && row !== null && 'content' in row ? row['content'] : undefined
  const parsed = draftContent.safeParse(content)
  return parsed.success ? parsed.data : undefined
}
