import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { verifyChain } from '../audit/verify.js'
import { verifyRecords } from '../audit/verify-records.js'
import type { Actor, Store } from '../store.js'

const WRITER = fileURLToPath(new URL('../../dist/testing/writer.js', import.meta.url))

/**
 * Starts a writing process and strikes after a number of answers.
 *
 * @returns the ids of the cases that were answered for
 */
export async function writeUntil(
  engine: 'pglite' | 'postgres',
  place: string,
  actor: Actor,
  answers: number,
  strike: (writer: ChildProcess) => void,
): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [WRITER, engine, place, actor.tenantId, actor.actorId], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(writer, 'close')
  const said: string[] = []
  const errors: string[] = []
  writer.stderr.on('data', chunk => errors.push(String(chunk)))
  for await (const id of createInterface({ input: writer.stdout })) {
    said.push(id)
    if (said.length === answers) strike(writer)
  }
  await exited
  if (said.length < answers) throw new Error(`the writer stopped by itself: ${errors.join('')}`)
  return said
}

/** Everything answered for is there, and chain and records agree. */
export async function expectKept(store: Store, actor: Actor, answered: readonly string[]): Promise<void> {
  await store.withTenant(actor, async tx => {
    const rows = await tx.db
      .selectFrom('cases')
      .select('id')
      .where('tenant_id', '=', actor.tenantId)
      .execute()
    const kept = new Set(rows.map(r => r.id))
    expect(answered.filter(id => !kept.has(id))).toEqual([])
    expect(await verifyChain(tx, actor.tenantId)).toMatchObject({ ok: true })
    expect(await verifyRecords(tx, actor.tenantId)).toEqual([])
  })
}
