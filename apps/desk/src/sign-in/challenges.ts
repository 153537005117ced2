import type { Json } from '@vigie/kernel'
import { type Database, newId, type Tx } from '@vigie/record'

type Purpose = Database['challenges']['purpose']

/** How long a challenge waits for its answer: as long as a prepared signature is good. */
const LIFE = 10 * 60_000

/** Keeps a challenge for one use, and clears away those that are over. */
export async function keepChallenge(
  tx: Tx,
  given: {
    readonly purpose: Purpose
    readonly challenge: string
    readonly personId?: string
    readonly details?: Json
  },
  now: number,
): Promise<void> {
  const at = new Date(now).toISOString()
  await tx.db.deleteFrom('challenges').where('ends_at', '<', at).execute()
  await tx.db
    .insertInto('challenges')
    .values({
      id: newId(now),
      purpose: given.purpose,
      challenge: given.challenge,
      person_id: given.personId ?? null,
      details: JSON.stringify(given.details ?? {}),
      ends_at: new Date(now + LIFE).toISOString(),
    })
    .execute()
}

interface Wanted {
  readonly purpose: Purpose
  readonly challenge: string
  readonly personId: string | null
}

/** The details of a challenge that waits; undefined when it is unknown, used, over or another's. */
export async function findChallenge(tx: Tx, wanted: Wanted, now: number): Promise<Json | undefined> {
  const row = await tx.db
    .selectFrom('challenges')
    .select('details')
    .where('purpose', '=', wanted.purpose)
    .where('challenge', '=', wanted.challenge)
    .where('person_id', 'is not distinct from', wanted.personId)
    .where('ends_at', '>', new Date(now).toISOString())
    .executeTakeFirst()
  return row?.details
}

/** As {@link findChallenge}, and uses it up: of two at the same time one gets it. */
export async function takeChallenge(tx: Tx, wanted: Wanted, now: number): Promise<Json | undefined> {
  const row = await tx.db
    .deleteFrom('challenges')
    .where('purpose', '=', wanted.purpose)
    .where('challenge', '=', wanted.challenge)
    .where('person_id', 'is not distinct from', wanted.personId)
    .where('ends_at', '>', new Date(now).toISOString())
    .returning('details')
    .executeTakeFirst()
  return row?.details
}
