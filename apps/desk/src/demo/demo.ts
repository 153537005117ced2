import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedLaw } from '@vigie/law'
import { DEFAULTS } from '../config.js'
import { createDesk } from '../desk.js'
import { fileStoreOf } from '../files/store.js'
import { openRecord } from '../open-record.js'
import { prepareStore } from '../prepare-store.js'
import type { Settings } from '../settings.js'
import { type Outside, type Running, startServer } from '../start.js'
import { fillDemo } from './fill.js'
import { DEMO_PASSWORD, MAKER, REPRESENTATIVE } from './people.js'

const BEGUN = 'demo-begun'
const DONE = 'demo-done'
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** A desk with an invented world in a folder of its own: made at the first start, opened again at the next ones. */
export async function startDemo(settings: Settings, outside: Outside): Promise<Running> {
  // Its passwords are printed and known to all.
  if (!LOOPBACK.has(settings.host))
    throw new Error('The demo listens on this machine only; leave VIGIE_HOST out.')
  if (settings.databaseUrl !== undefined) {
    throw new Error('The demo keeps to a folder of its own; leave DATABASE_URL out.')
  }
  await makeWorld(settings, outside)
  const running = await startServer(settings, outside)
  outside.say(`Demo: everything here is invented. Sign in with the password "${DEMO_PASSWORD}" as`)
  for (const { name, people } of [MAKER, REPRESENTATIVE]) {
    outside.say(`  ${name}`)
    for (const p of people) outside.say(`    ${p.email.padEnd(28)} ${p.name}, ${p.roles.join(' and ')}`)
  }
  return running
}

async function makeWorld(settings: Settings, { clock, random, say }: Outside): Promise<void> {
  const { folder } = settings
  if (existsSync(join(folder, DONE))) return
  clear(folder)
  say('Making the demo ...')
  const store = await openRecord(settings, random)
  try {
    await prepareStore(store)
    const origin = 'http://localhost:7373'
    const setupCode = Buffer.from(random(9)).toString('base64url')
    // Its own people sign in one after the other and ask much in a short time.
    const config = {
      ...DEFAULTS,
      origins: [origin],
      setupCode,
      signInsPerMinute: { address: 1000, all: 1000 },
      requestsPerMinute: { address: 100_000, principal: 100_000 },
    }
    const files = fileStoreOf(settings)
    const app = await createDesk({ store, files, clock, random, config, law: shippedLaw(), log: () => {} })
    await fillDemo({ app, origin, setupCode, now: clock() })
  } finally {
    await store.close()
  }
  writeFileSync(join(folder, DONE), '')
}

/** Takes away a demo that was broken off while it was made. A folder that no demo began is never touched. */
function clear(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(join(folder, BEGUN))) {
      throw new Error(`The folder ${folder} holds something else. Name another one with VIGIE_DATA.`)
    }
    rmSync(folder, { recursive: true })
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, BEGUN), '')
}
