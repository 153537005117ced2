import { writeSync } from 'node:fs'
import { create } from '../events.js'
import { newId } from '../ids.js'
import { openPglite } from '../pglite/open.js'
import { openPostgres } from '../postgres/open.js'

/**
 * A process that writes cases until it is killed, and says the id of each when the record has answered.
 * `node writer.js pglite|postgres <folder or url> <tenant> <actor>`
 */
const [engine = '', place = '', tenantId = '', actorId = ''] = process.argv.slice(2)
const store = engine === 'pglite' ? await openPglite(place) : await openPostgres(place)
const actor = { tenantId, actorId, zone: 'UTC' }

async function write(): Promise<void> {
  for (;;) {
    const id = newId()
    await store.withTenant(actor, tx =>
      create(tx, { entity: 'cases', id }, { reference: id, title: 'x'.repeat(500) }),
    )
    writeSync(1, `${id}\n`)
  }
}
await Promise.all([write(), write(), write()]).catch(error => {
  writeSync(2, `${error}\n`)
  process.exit(1)
})
