import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from './testing/desk.js'
import { pumpCase } from './testing/examples.js'
import { ENGINES, type OpenedStore } from './testing/open-stores.js'
import { newTenant, tokenOf } from './testing/people.js'

const EDITORS = 50

describe.each(ENGINES)('fifty editors of one case on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  })
  afterAll(() => opened.close())

  it('exactly what was accepted is in the record, and nothing of what was refused', async () => {
    const token = await tokenOf(desk, await newTenant(opened.store))
    const file = pumpCase('L-1')
    const made = await desk.send('POST', '/cases', { token, body: { title: 'start', file } })
    const path = `/cases/${made.json['id']}`
    const accepted: string[] = []
    let refused = 0

    // Each adds its own name to the title it saw; after a refusal it looks again, three times at most.
    const edit = async (name: string) => {
      for (let round = 1; round <= 3; round++) {
        const seen = await desk.send('GET', path, { token })
        const title = `${String(seen.json['title'])} ${name}`
        const answer = await desk.send('PUT', path, {
          token,
          body: { title, file },
          headers: { 'if-match': String(seen.headers.get('etag')) },
        })
        if (answer.status === 200) {
          accepted.push(name)
          return
        }
        expect([answer.status, answer.json['code']]).toEqual([412, 'changed'])
        refused++
      }
    }
    await Promise.all(Array.from({ length: EDITORS }, (_, i) => edit(`e${i}`)))

    const end = await desk.send('GET', path, { token })
    const names = String(end.json['title']).split(' ').slice(1)
    expect(refused).toBeGreaterThan(0)
    expect(names.sort()).toEqual(accepted.sort())
    expect(end.json['version']).toBe(1 + accepted.length)
    const history = await desk.send('GET', `${path}/history?limit=200`, { token })
    expect(history.json['items']).toHaveLength(1 + accepted.length)
    const chain = await desk.send('GET', '/audit/verification', { token })
    expect(chain.json['ok']).toBe(true)
  })
})
