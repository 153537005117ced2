import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeText, readPlace } from '../events-stream/place.js'
import { ORIGIN, type TestDesk, testDesk } from '../testing/desk.js'
import { pumpCase } from '../testing/examples.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'

it('a place is read back, a strange one is not, and a new tenant is new from its start', () => {
  const [a, b] = ['01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11', '01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c12']
  const text = placeText(new Map([[a, 40]]))
  expect(
    readPlace(
      text,
      new Map([
        [a, 99],
        [b, 7],
      ]),
    ),
  ).toEqual(
    new Map([
      [a, 40],
      [b, 0],
    ]),
  )
  expect([readPlace('reload', new Map()), readPlace('', new Map())]).toEqual([undefined, undefined])
  const many = new Map(Array.from({ length: 2000 }, (_, i) => [String(i).padStart(36, '0'), 1]))
  expect(placeText(many)).toBe('reload')
})

describe.each(ENGINES)('board events on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  }, 60_000)
  afterAll(() => opened.close())

  const ids = (text: string) => [...text.matchAll(/^id: (.*)$/gm)].map(m => m[1] ?? '')
  const changed = (text: string) =>
    [...text.matchAll(/^event: changed\ndata: (.*)$/gm)].flatMap(m => {
      const data: { cases: string[] } = JSON.parse(m[1] ?? '')
      return data.cases
    })

  it('names what changed since the place one comes back with, and nothing behind a wall', async () => {
    const token = await tokenOf(desk, await newTenant(opened.store))
    const foreign = await tokenOf(desk, await newTenant(opened.store))
    const first = await desk.send('GET', '/board/events', { token })
    expect(first.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect([first.text.includes('event: start'), changed(first.text)]).toEqual([true, []])
    const other = await desk.send('GET', '/board/events', { token: foreign })

    const body = { title: 'Quist', file: pumpCase('C-1') }
    const made = await desk.send('POST', '/cases', { token, body })
    const resume = (from: string, as: string) =>
      desk.send('GET', '/board/events', { token: as, headers: { 'last-event-id': from } })
    const again = await resume(ids(first.text).at(-1) ?? '', token)
    expect(changed(again.text)).toEqual([made.json['id']])
    expect(again.text).not.toContain('Quist')
    expect(changed((await resume(ids(again.text).at(-1) ?? '', token)).text)).toEqual([])
    expect(changed((await resume(ids(other.text).at(-1) ?? '', foreign)).text)).toEqual([])
    expect((await resume('reload', token)).text).toContain('event: reload')
  })

  it('tells while the stream is open', async () => {
    const long = await testDesk(opened.store, { boardEvents: { poll: 20, life: 60_000, perPerson: 6 } })
    const token = await tokenOf(long, await newTenant(opened.store))
    const stream = await long.app.request(`${ORIGIN}/board/events`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const reader = stream.body?.getReader()
    let text = ''
    const until = async (pattern: RegExp) => {
      while (!pattern.test(text)) text += Buffer.from((await reader?.read())?.value ?? []).toString()
    }
    await until(/event: start/)
    const made = await long.send('POST', '/cases', { token, body: { title: 'x', file: pumpCase('C-2') } })
    await until(/event: changed\n.*\n.*\n\n/)
    expect(changed(text)).toEqual([made.json['id']])
    await reader?.cancel()
  })

  it('a person has so many streams at once, and gets them back', async () => {
    const few = await testDesk(opened.store, { boardEvents: { poll: 20, life: 400, perPerson: 2 } })
    const token = await tokenOf(few, await newTenant(opened.store))
    const get = () => few.send('GET', '/board/events', { token })
    const statuses = async (n: number) => {
      const answers = await Promise.all(Array.from({ length: n }, get))
      return answers.map(a => a.status).sort()
    }
    expect(await statuses(2)).toEqual([200, 200])
    const third = await statuses(4)
    expect(third.filter(s => s === 429)).toHaveLength(2)
    expect(await statuses(2)).toEqual([200, 200])
  })
})
