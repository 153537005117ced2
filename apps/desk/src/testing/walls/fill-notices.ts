import { newId } from '@vigie/record'
import { type Filling, MARK } from './world.js'

/** A task, and what the desk told and wrote by itself. */
export async function fillNotices({ store, acme, filled, make }: Filling, caseId: string): Promise<void> {
  await make('/tasks', { title: MARK })
  const told = { id: newId(), person_id: acme.id, kind: 'alarm' as const }
  const message = { id: newId(), entity: 'cases', entity_id: caseId }
  filled['/notifications'] = { id: told.id, body: {} }
  filled['/outbox'] = { id: message.id, body: {} }
  const own = { tenant_id: acme.tenantId, key: MARK }
  await store.withTenant({ tenantId: acme.tenantId, actorId: acme.id, zone: 'UTC' }, async tx => {
    const details = JSON.stringify({ caseReference: MARK })
    await tx.db
      .insertInto('notifications')
      .values({ ...own, ...told, details })
      .execute()
    const text = JSON.stringify({ to: ['a@example.org'], subject: MARK, text: MARK })
    await tx.db
      .insertInto('outbox')
      .values({ ...own, ...message, message: text })
      .execute()
  })
}
