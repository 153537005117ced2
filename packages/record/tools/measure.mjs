// Times of both engines: `node packages/record/tools/measure.mjs` after a build. With SNAPSHOT made first.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, newId, openPglite, openPostgres } from '../dist/index.js'
import { makeCluster } from '../dist/testing/cluster.js'

const time = async work => {
  const start = performance.now()
  const result = await work()
  return [result, Math.round(performance.now() - start)]
}
async function rate(writers, work, ms = 3000) {
  const times = []
  const end = performance.now() + ms
  const start = performance.now()
  await Promise.all(
    Array.from({ length: writers }, async (_, w) => {
      while (performance.now() < end) {
        const t = performance.now()
        await work(w)
        times.push(performance.now() - t)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const per = Math.round((times.length / (performance.now() - start)) * 1000)
  return `${per}/s, p50 ${times[times.length >> 1].toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)].toFixed(1)} ms`
}
async function measure(store) {
  const tenants = Array.from({ length: 8 }, () => ({ tenantId: newId(), actorId: newId(), zone: 'UTC' }))
  for (const t of tenants) {
    await store.withInstallation(t, tx =>
      create(tx, { entity: 'tenants', id: t.tenantId }, { name: 'T', kind: 'manufacturer' }),
    )
  }
  const add = t =>
    store.withTenant(t, tx =>
      create(tx, { entity: 'cases' }, { reference: newId(), title: 'Smoke from a pump' }),
    )
  const plain = t =>
    store.withTenant(t, tx =>
      tx.db
        .insertInto('idempotency_keys')
        .values({ tenant_id: t.tenantId, actor_id: t.actorId, key: newId(), request_hash: '' })
        .execute(),
    )
  const read = t => store.withTenant(t, tx => tx.db.selectFrom('cases').selectAll().limit(20).execute())
  console.log(`  audited creates, 1 writer:            ${await rate(1, () => add(tenants[0]))}`)
  console.log(`  audited creates, 8 writers, 1 tenant: ${await rate(8, () => add(tenants[0]))}`)
  console.log(`  audited creates, 8 writers, 8 tenants:${await rate(8, w => add(tenants[w]))}`)
  console.log(`  one-row commits without audit, 1:     ${await rate(1, () => plain(tenants[0]))}`)
  console.log(`  reads of 20 rows behind the wall, 1:  ${await rate(1, () => read(tenants[0]))}`)
}

console.log(`load ${loadavg()[0].toFixed(1)}`)
const folder = mkdtempSync(join(tmpdir(), 'vigie-measure-'))
for (const snapshot of [false, true]) {
  const at = join(folder, String(snapshot))
  const [store, ms] = await time(async () => {
    const s = await openPglite(at, { snapshot })
    await s.migrate()
    return s
  })
  console.log(`PGlite first start ${snapshot ? 'from the snapshot' : 'without snapshot'}, migrated: ${ms} ms`)
  if (snapshot) await measure(store)
  await store.close()
}
for (let i = 0; i < 3; i++) {
  const [store, ms] = await time(() => openPglite(join(folder, 'true')))
  console.log(`PGlite reopen: ${ms} ms, rss ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
  await store.close()
}
rmSync(folder, { recursive: true })
const cluster = await makeCluster()
try {
  await cluster.createDatabase('m')
  const [store, ms] = await time(async () => {
    const s = await openPostgres(cluster.url('m'))
    await s.migrate()
    return s
  })
  console.log(`PostgreSQL open and migrate: ${ms} ms`)
  await measure(store)
  await store.close()
} finally {
  cluster.remove()
}
process.exit(0)
