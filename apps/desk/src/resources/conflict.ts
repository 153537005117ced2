import { canonicalJson, type Json } from '@vigie/kernel'
import { type Conflict, diff, type Entity, type FieldChange, type Tx } from '@vigie/record'
import { etagOf } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { namesOf } from './names.js'

/** How the columns of a record are called in the API. */
export type FieldNames = Readonly<Record<string, string>>

/** A change of a column, told with the name of the field. */
export function inFields<C extends { readonly path: string }>(change: C, names: FieldNames = {}): C {
  const [, column = '', ...rest] = change.path.split('/')
  const field = names[column] ?? column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return { ...change, path: ['', field, ...rest].join('/') }
}

const jsonOf = ({ path, before, after }: FieldChange): Json => ({ path, before, after })

/**
 * The problem of somebody who was not the first: what the others changed since the version that was seen, what this
 * person wanted to change, and where the two meet.
 */
export async function changedProblem<E extends Entity>(
  tx: Tx,
  conflict: Conflict<E>,
  sent: { readonly version: number; readonly body: Json },
  current: { readonly version: number; readonly body: Json; readonly view: Json },
  names: FieldNames,
): Promise<Problem> {
  const theirs = conflict.theirs.filter(c => c.path !== '/version').map(c => inFields(c, names))
  const wanted = diff(current.body, sent.body)
  const yours = wanted.filter(w => !theirs.some(t => t.path === w.path && sameSide(t.before, w.after)))
  const both = yours.filter(y => theirs.some(t => overlap(t.path, y.path))).map(y => y.path)
  const who = await namesOf(tx, conflict.events)
  return new Problem('changed', {
    etag: etagOf(current.version),
    conflict: {
      sentVersion: sent.version,
      currentVersion: current.version,
      theirs: theirs.map(jsonOf),
      yours: yours.map(jsonOf),
      both,
      by: conflict.events.map(e => ({ at: e.at, actorId: e.actor_id, name: who.get(e.actor_id) ?? null })),
      current: current.view,
    },
  })
}

function sameSide(a: Json | undefined, b: Json | undefined): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null)
}

const overlap = (a: string, b: string) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
