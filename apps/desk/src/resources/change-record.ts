import type { Json } from '@vigie/kernel'
import { type Changes, change, type Entity, type Row, type Target, type Tx } from '@vigie/record'
import { Problem } from '../problem/problem.js'
import { changedProblem, type FieldNames } from './conflict.js'

/** How a record and what was sent are shown when somebody else was quicker. */
export interface Shown<E extends Entity> {
  readonly sent: Json
  readonly version: (row: Row<E>) => number
  /** The fields a person writes, as they are now. */
  readonly fields: (row: Row<E>) => Json
  readonly view: (row: Row<E>) => Json
  readonly names?: FieldNames
}

/** Changes a record at the version a person saw, or ends the request with the problem that says why not. */
export async function changeRecord<E extends Entity>(
  tx: Tx,
  target: Target<E> & { readonly tenantId: string; readonly expectedVersion: number },
  edit: (current: Row<E>) => Changes<E>,
  shown: Shown<E>,
): Promise<Row<E>> {
  const result = await change(tx, target, edit)
  if (result.ok) return result.row
  if (result.why === 'not-found') throw new Problem('not-found')
  if (result.why === 'read-only') throw new Problem('forbidden')
  if (result.why === 'reason-needed') throw new Problem('reason-needed')
  const now = {
    version: shown.version(result.current),
    body: shown.fields(result.current),
    view: shown.view(result.current),
  }
  const sent = { version: target.expectedVersion, body: shown.sent }
  throw await changedProblem(tx, result, sent, now, shown.names ?? {})
}
