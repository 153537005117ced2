import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ORIGIN, type TestDesk, testDesk } from './testing/desk.js'
import { pumpCase } from './testing/examples.js'
import { ENGINES, type OpenedStore } from './testing/open-stores.js'
import { newTenant, tokenOf } from './testing/people.js'

describe.each(ENGINES)('bad input on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store, { bodyLimit: 100_000 })
    token = await tokenOf(desk, await newTenant(opened.store))
  })
  afterAll(() => opened.close())

  const send = (body: string, type = 'application/json') =>
    desk.send('POST', '/organisations', { token, body, headers: { 'content-type': type } })
  const good = JSON.stringify({ name: 'A', country: 'DE' })

  it.each([
    ['a broken document', '{"name":', 'application/json', 400, 'malformed-json'],
    ['no body', '', 'application/json', 400, 'malformed-json'],
    ['a list', '[]', 'application/json', 422, 'invalid-body'],
    ['a bare null', 'null', 'application/json', 422, 'invalid-body'],
    [
      'far too deep',
      `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'application/json',
      400,
      'malformed-json',
    ],
    ['too large', JSON.stringify({ name: 'x'.repeat(100_001) }), 'application/json', 413, 'too-large'],
    ['a form', 'name=A&country=DE', 'application/x-www-form-urlencoded', 415, 'not-json'],
    ['JSON said to be text', good, 'text/plain', 415, 'not-json'],
    ['another character set', good, 'application/json; charset=utf-16', 415, 'not-json'],
    ['no type', good, '', 415, 'not-json'],
    ['U+0000', '{"name":"a\\u0000b","country":"DE"}', 'application/json', 422, 'invalid-body'],
    ['half a character', '{"name":"a\\ud800b","country":"DE"}', 'application/json', 422, 'invalid-body'],
    [
      'a key that reaches for the prototype',
      '{"__proto__":{"x":1},"name":"A","country":"DE"}',
      'application/json',
      422,
      'invalid-body',
    ],
  ])('%s', async (_what, body, type, status, code) => {
    const answer = await send(body, type)
    expect([answer.status, answer.json['code']]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  it('too large without saying how large', async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 200; i++) controller.enqueue(new TextEncoder().encode(' '.repeat(1000)))
        controller.close()
      },
    })
    const init = {
      method: 'POST',
      body: stream,
      duplex: 'half' as const,
      headers: { 'content-type': 'application/json' },
    }
    const response = await desk.app.request(new Request(`${ORIGIN}/organisations`, init))
    expect(response.status).toBe(413)
  })

  it('names the place of a character that cannot be kept, in a case file too', async () => {
    const file = pumpCase('K-1', { notes: 'a\u0000b' })
    const answer = await desk.send('POST', '/cases', { token, body: { title: 'x', file } })
    expect(answer.json['findings']).toMatchObject([{ code: 'DESK-CHARACTER', path: 'file.notes' }])
  })

  it('script in a text is kept as text and comes back as JSON', async () => {
    const name = '<script>alert(1)</script>'
    const answer = await desk.send('POST', '/organisations', { token, body: { name, country: 'DE' } })
    expect(answer.json['name']).toBe(name)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('an address with values that cannot be used', async () => {
    for (const path of [
      '/cases/1',
      '/cases/%00',
      "/cases/' or 1=1",
      '/board?person=x',
      '/cases?state=gone',
    ]) {
      const answer = await desk.send('GET', path.replaceAll(' ', '%20'), { token })
      expect([path, answer.status, answer.json['code']]).toEqual([path, 400, 'invalid-address'])
    }
  })

  it('logs no error for any of it', () => {
    expect(desk.log.filter(e => e.level === 'error')).toEqual([])
  })
})
