import { verifyChain, verifyRecords } from '@vigie/record'
import { membersOf } from '../notifications/members.js'
import { notify } from '../notifications/notify.js'
import { forEachTenant, type Job, workerIn } from './context.js'

/** Checks the audit chain of each tenant and its records against it; a fault goes to the log and to those who audit. */
export const auditCheck: Job = context =>
  forEachTenant(context, async tenantId => {
    const { store, log } = context
    const found = await store.withTenant(workerIn(tenantId), async tx => ({
      chain: await verifyChain(tx, tenantId),
      faults: await verifyRecords(tx, tenantId),
    }))
    if (found.chain.ok && found.faults.length === 0) return
    const where = found.chain.ok
      ? { faults: found.faults.length, first: found.faults[0]?.id ?? '' }
      : { faults: found.faults.length, first: `event ${found.chain.seq}` }
    log({ level: 'error', event: 'audit-chain-broken', tenant: tenantId, ...where })
    const members = await membersOf(store, tenantId)
    await store.withTenant(workerIn(tenantId), async tx => {
      for (const person of members.filter(m => m.roles.some(r => r !== 'reader' && r !== 'author'))) {
        const key = `audit:${where.first}:${where.faults}`
        await notify(tx, person, { key, kind: 'alarm', details: { alarm: 'audit-chain-broken', ...where } })
      }
    })
  })
