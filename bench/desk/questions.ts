import type { ByHand } from './by-hand.js'
import type { Client } from './http.js'
import type { Question } from './rounds.js'
import { caseId, MANUFACTURERS, type People, type Who } from './world.js'

/** What people do all day, asked of the desk and by hand. `cases` is the size of the world. */
export function questionsOf(
  client: Client,
  hand: ByHand,
  people: People,
  cases: number,
): readonly Question[] {
  const { representative, maker } = people
  // Open cases of the first manufacturer: numbers that 300 divides.
  const own = (i: number) => caseId((i % Math.floor(cases / MANUFACTURERS)) * MANUFACTURERS)
  const any = (i: number) => caseId((i * 7919) % cases)
  const get = async (path: string, who: Who) => {
    const reply = await client.send('GET', path, who.token)
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.json)}`)
    return reply
  }
  const save = async (id: string, who: Who, i: number) => {
    const seen = saved.get(id) ?? (await get(`/cases/${id}`, who))
    const { title: _, ...rest } = fieldsOf(seen.json)
    const reply = await client.send(
      'PUT',
      `/cases/${id}`,
      who.token,
      { ...rest, title: `Smoke ${i}` },
      seen.etag,
    )
    if (reply.status !== 200) throw new Error(`save: ${reply.status} ${JSON.stringify(reply.json)}`)
    saved.set(id, reply)
  }
  const saved = new Map<string, Awaited<ReturnType<typeof get>>>()
  const first = caseId(0)
  return [
    {
      name: 'board, 300 makers',
      ours: () => get('/board', representative),
      hand: () => hand.board(representative),
    },
    { name: 'board, one maker', ours: () => get('/board', maker), hand: () => hand.board(maker) },
    {
      name: 'cases, 300 makers',
      ours: () => get('/cases', representative),
      hand: () => hand.list(representative),
    },
    { name: 'cases, one maker', ours: () => get('/cases', maker), hand: () => hand.list(maker) },
    {
      name: 'a case, 300 makers',
      ours: i => get(`/cases/${any(i)}`, representative),
      hand: i => hand.one(representative, any(i)),
    },
    {
      name: 'a case, one maker',
      ours: i => get(`/cases/${own(i)}`, maker),
      hand: i => hand.one(maker, own(i)),
    },
    {
      name: 'save, 300 makers',
      ours: i => save(first, representative, i),
      hand: i => hand.save(representative, caseId(MANUFACTURERS), `Smoke ${i}`),
    },
    {
      name: 'save, one maker',
      ours: i => save(first, maker, i),
      hand: i => hand.save(maker, caseId(MANUFACTURERS), `Smoke ${i}`),
    },
  ]
}

/** The fields of a case that a person writes. */
export function fieldsOf(view: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { title, file, owner, closed } = view
  return { title, file, owner, closed }
}
