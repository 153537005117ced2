// How much does the desk cost over the same SQL written by hand? Board, cases and saving through HTTP on both engines,
// in a world of 300 manufacturers; growth, memory, 200 editors at once, cold start.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareStore } from '@vigie/desk'
import { openPglite, openPostgres, type Store } from '@vigie/record'
import { ByHand } from './desk/by-hand.js'
import { editors } from './desk/editors.js'
import { Client } from './desk/http.js'
import { questionsOf } from './desk/questions.js'
import { print, rounds, type Timed } from './desk/rounds.js'
import { type Place, startBare, startDesk } from './desk/server.js'
import { loadCases, loadPeople, type People, type Template } from './desk/world.js'

type Hand = import('../packages/record/src/testing/hand.js').Hand

const { values } = parseArgs({
  options: {
    embedded: { type: 'string', default: '20000' },
    postgres: { type: 'string', default: '100000' },
    full: { type: 'boolean', default: false },
    small: { type: 'string', default: '10000' },
    times: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
  },
})
const TIMES = Number(values.times)
const SMALL = Number(values.small)
const RECORD = new URL('../../../packages/record/dist/testing/', import.meta.url)
const { handPglite, handPostgres }: typeof import('../packages/record/src/testing/hand.js') = await import(
  new URL('hand.js', RECORD).href
)
const { hasPostgres, makeCluster }: typeof import('../packages/record/src/testing/cluster.js') = await import(
  new URL('cluster.js', RECORD).href
)

/** How to get at one engine: for the desk, for the one who writes by hand, and past all rules to load. */
interface Engine {
  readonly name: string
  readonly place: Place
  readonly cases: number
  store(): Promise<Store>
  loader(): Promise<Hand>
  rival(): Promise<Hand>
}

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-desk-'))
try {
  if (values.only !== 'postgres') await embedded()
  if (values.only !== 'embedded' && hasPostgres()) await postgres()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function embedded(): Promise<void> {
  const place = { folder: join(folder, 'data'), key: join(folder, 'embedded.key') }
  const copy = join(folder, 'copy')
  await run({
    name: 'embedded (PGlite)',
    place,
    cases: Number(values.embedded),
    store: () => openPglite(place.folder),
    loader: () => handPglite(place.folder),
    // One process a folder: by hand works on a copy.
    rival: async () => {
      rmSync(copy, { recursive: true, force: true })
      cpSync(place.folder, copy, { recursive: true })
      return handPglite(copy)
    },
  })
}

async function postgres(): Promise<void> {
  const cluster = await makeCluster()
  try {
    await cluster.createDatabase('desk')
    const place = { url: cluster.url('desk'), key: join(folder, 'postgres.key') }
    await run({
      name: 'PostgreSQL',
      place,
      cases: values.full ? 1_000_000 : Number(values.postgres),
      store: () => openPostgres(place.url),
      loader: () => handPostgres(cluster.superUrl('desk')),
      rival: () => handPostgres(place.url),
    })
  } finally {
    cluster.remove()
  }
}

async function run(engine: Engine): Promise<void> {
  console.log(
    `\n${engine.name}: 300 manufacturers, ${SMALL} and then ${engine.cases} cases; a shared machine is no laboratory`,
  )
  const store = await engine.store()
  await prepareStore(store)
  await store.close()
  const loader = await engine.loader()
  const people = await loadPeople(loader)
  await loader.close()
  const template = await makeTemplate(engine, people)
  const small = await sized(engine, people, template, 0, SMALL)
  const large = await sized(engine, people, template, SMALL, engine.cases)
  console.log(`growth from ${SMALL} to ${engine.cases} cases, median of the desk (goal <= 1.3)`)
  for (const [i, timed] of large.entries()) {
    const before = small[i]?.ours.median ?? Number.NaN
    console.log(`  ${timed.name.padEnd(19)}${(timed.ours.median / before).toFixed(2)}`)
  }
  await coldStart(engine)
}

/** One case that the server itself made and assessed, to be multiplied. */
async function makeTemplate(engine: Engine, { maker }: People): Promise<Template> {
  const server = await startDesk(engine.place)
  const client = new Client(server.port)
  const example = new URL('../../../examples/infusion-pump-death-germany.json', import.meta.url)
  const file: unknown = JSON.parse(readFileSync(example, 'utf8'))
  const made = await client.send('POST', '/cases', maker.token, { title: 'Template', file })
  const id = String(made.json['id'])
  const assessed = await client.send('POST', `/cases/${id}/assessment`, maker.token, {}, made.etag)
  if (assessed.status !== 200) throw new Error(`the template failed: ${JSON.stringify(assessed.json)}`)
  client.close()
  await server.stop()
  const loader = await engine.loader()
  const [row] = await loader.query<{ details: object; trace: object }>(
    `select c.details, o.trace from vigie.cases c join vigie.obligations o on o.case_id = c.id where o.state = 'open' limit 1`,
  )
  // The chain of this tenant begins anew with the generated cases.
  await loader.script(`set session_replication_role = replica; set search_path = vigie;
    delete from obligations; delete from cases; delete from audit_events; update audit_heads set seq = 0, hash = ''`)
  await loader.close()
  return { details: JSON.stringify(row?.details), trace: JSON.stringify(row?.trace) }
}

async function sized(
  engine: Engine,
  people: People,
  template: Template,
  from: number,
  to: number,
): Promise<readonly Timed[]> {
  const loader = await engine.loader()
  const began = performance.now()
  await loadCases(loader, from, to, template)
  await loader.close()
  console.log(`\n${to} cases (loaded in ${((performance.now() - began) / 1000).toFixed(1)} s)`)
  const server = await startDesk(engine.place)
  const client = new Client(server.port)
  const hand = await engine.rival()
  const timed = await rounds(questionsOf(client, new ByHand(hand), people, to), TIMES)
  await hand.close()
  print(timed)
  const crowd = new Client(server.port, 200)
  const seconds = Number(values.seconds)
  const edited = await editors(crowd, people.maker, { editors: 200, cases: 10, seconds })
  console.log(
    `  200 editors, ${seconds} s: ${edited.accepted} saved, ${edited.refused} told that somebody was quicker, ${edited.lost} lost (goal 0)`,
  )
  const { peak, now } = server.memory()
  console.log(`  memory of the server: ${now} MB, at most ${peak} MB (goal <= 400)`)
  crowd.close()
  client.close()
  await server.stop()
  return timed
}

async function coldStart({ place }: Engine): Promise<void> {
  const one = async (start: typeof startDesk, path: string) => {
    const began = performance.now()
    const server = await start(place)
    const client = new Client(server.port)
    await client.send('GET', path, '')
    const ms = performance.now() - began
    client.close()
    await server.stop()
    return ms
  }
  const desk = [await one(startDesk, '/'), await one(startDesk, '/')]
  const bare = [await one(startBare, '/'), await one(startBare, '/')]
  const ms = (times: readonly number[]) => `${Math.min(...times).toFixed(0)} ms`
  console.log(
    `cold start to the first page: desk ${ms(desk)}, bare HTTP library and database ${ms(bare)}, ratio ${(Math.min(...desk) / Math.min(...bare)).toFixed(2)}`,
  )
}
