import { newId } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from './testing/desk.js'
import { pumpCase } from './testing/examples.js'
import { ENGINES, type OpenedStore } from './testing/open-stores.js'
import { newTenant, type Someone, tokenOf } from './testing/people.js'

/** A word that stands in every record of the tenant behind the wall, and nowhere else. */
const MARK = 'Zwetschgenkernöl'
/** Routes for everybody; each has a reason. */
const OPEN: Readonly<Record<string, string>> = {
  'get /health': 'says only whether the server works',
  'get /metrics': 'counts only',
  'post /session': 'is the sign-in',
  'get /calendar/{file}': 'has its own secret in its address',
  'post /setup': 'has its own code and works on this machine only',
}

/** Only for a person at the page, never with a token. */
const PERSONS: ReadonlySet<string> = new Set(['/tokens', '/calendar'])

interface Route {
  readonly method: string
  readonly path: string
}

/** Every route of the OpenAPI document. */
async function routesOf(desk: TestDesk): Promise<readonly Route[]> {
  const { json } = await desk.send('GET', '/openapi.json')
  return Object.entries(json['paths'] ?? {}).flatMap(([path, methods]: [string, object]) =>
    Object.keys(methods).map(method => ({ method, path })),
  )
}

describe.each(ENGINES)('walls on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let routes: readonly Route[]
  let acme: Someone
  let own: string
  let foreign: string
  /** For each collection: the id of a record of the tenant behind the wall, and a body that would be right there. */
  let inside: Readonly<Record<string, { readonly id: string; readonly body: object }>>
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    routes = (await routesOf(desk)).filter(r => !(`${r.method} ${r.path}` in OPEN))
    acme = await newTenant(opened.store)
    own = await tokenOf(desk, acme)
    foreign = await tokenOf(desk, await newTenant(opened.store))
    inside = await fill()
  })
  afterAll(() => opened.close())

  async function fill() {
    const filled: Record<string, { id: string; body: object }> = {}
    const make = async (path: string, body: object) => {
      const made = await desk.send('POST', path, { token: own, body })
      expect([path, made.status]).toEqual([path, 201])
      filled[path] = { id: String(made.json['id']), body }
      return String(made.json['id'])
    }
    const manufacturerId = await make('/organisations', { name: MARK, country: 'DE' })
    const familyId = await make('/device-families', { manufacturerId, name: MARK, law: 'mdr' })
    await make('/devices', { familyId, name: MARK })
    const caseId = await make('/cases', { title: MARK, file: pumpCase(`W-${acme.id}`.slice(0, 50)) })
    const assessed = await desk.send('POST', `/cases/${caseId}/assessment`, {
      token: own,
      body: {},
      headers: { 'if-match': '"1"' },
    })
    expect(assessed.status).toBe(200)
    await make('/tasks', { title: MARK })
    filled['/notifications'] = { id: newId(), body: {} }
    filled['/outbox'] = { id: newId(), body: {} }
    await opened.store.withTenant({ tenantId: acme.tenantId, actorId: acme.id, zone: 'UTC' }, async tx => {
      const tenant = { tenant_id: acme.tenantId, key: MARK }
      const details = JSON.stringify({ caseReference: MARK })
      const told = {
        id: filled['/notifications']?.id ?? '',
        person_id: acme.id,
        kind: 'alarm' as const,
        details,
      }
      await tx.db
        .insertInto('notifications')
        .values({ ...tenant, ...told })
        .execute()
      const message = JSON.stringify({ to: ['a@example.org'], subject: MARK, text: MARK })
      const sent = { id: filled['/outbox']?.id ?? '', message, entity: 'cases', entity_id: caseId }
      await tx.db
        .insertInto('outbox')
        .values({ ...tenant, ...sent })
        .execute()
    })
    filled['/tokens'] = { id: caseId, body: { name: 'x', scopes: ['read'] } }
    return filled
  }

  /** A request that would be right in its own tenant, but for what is behind the wall. */
  function request({ method, path }: Route, version = '"1"') {
    const collection = /^\/[a-z-]+/.exec(path)?.[0] ?? ''
    const { id, body } = inside[collection] ?? { id: acme.id, body: {} }
    const isNew = method === 'post' && path === collection
    const sent = path.endsWith('/assessment') ? {} : isNew ? { ...body, tenantId: acme.tenantId } : body
    return {
      address: path.replace('{id}', id),
      options: {
        headers: { 'if-match': version },
        ...(method === 'get' || method === 'delete' ? {} : { body: sent }),
      },
    }
  }

  const events = async () => {
    const { json } = await desk.send('GET', '/audit/verification', { token: own })
    return [json['ok'], json['events']]
  }

  it('sees the routes it is about', () => {
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter(r => r.path.includes('{id}')).length).toBeGreaterThan(8)
  })

  it('without a proof of who asks every route says 401, whatever else is wrong with the request', async () => {
    for (const route of routes) {
      for (const headers of [{}, { authorization: 'Bearer vigie_x' }, { cookie: 'vigie-session=x' }]) {
        const { address, options } = request(route)
        const answer = await desk.send(route.method.toUpperCase(), address, {
          ...options,
          headers: { ...options.headers, ...headers },
        })
        expect([route.method, address, answer.status, answer.json['code']]).toEqual([
          route.method,
          address,
          401,
          'not-signed-in',
        ])
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      }
      const empty = await desk.send(route.method.toUpperCase(), route.path)
      expect([route.path, empty.status]).toEqual([route.path, 401])
    }
  })

  it("another tenant's token gets nothing on any route, and changes nothing", async () => {
    const before = await events()
    const seen: string[] = []
    for (const route of routes) {
      const { address, options } = request(route)
      const method = route.method.toUpperCase()
      const answer = await desk.send(method, address, { ...options, token: foreign })
      const name = `${method} ${route.path}`
      expect([name, answer.text.includes(MARK), answer.text.includes(acme.tenantId)]).toEqual([
        name,
        false,
        false,
      ])
      const reaches = route.path.includes('{id}') || method === 'POST'
      expect([name, answer.status]).toEqual([
        name,
        reaches || PERSONS.has(route.path) || method !== 'GET' ? expect.toBeOneOf([403, 404]) : 200,
      ])
      seen.push(name)
    }
    expect(seen).toHaveLength(routes.length)
    expect(await events()).toEqual(before)
  })

  it('a record behind the wall and one that does not exist get the same answer', async () => {
    for (const route of routes.filter(r => r.path.includes('{id}'))) {
      const method = route.method.toUpperCase()
      const { address, options } = request(route)
      const nowhere = route.path.replace('{id}', '01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11')
      const [there, none] = await Promise.all(
        [address, nowhere].map(a => desk.send(method, a, { ...options, token: foreign })),
      )
      const shown = (a: typeof there) => ({ ...a?.json, instance: '', status: a?.status })
      expect(shown(there)).toEqual(shown(none))
    }
  })

  it('a filter by another tenant finds nothing', async () => {
    for (const path of ['/organisations', '/devices', '/cases']) {
      const answer = await desk.send('GET', `${path}?tenantId=${acme.tenantId}`, { token: foreign })
      expect(answer.json).toEqual({ items: [], nextCursor: null })
    }
    const board = await desk.send('GET', `/board?manufacturer=${acme.tenantId}`, { token: foreign })
    expect(board.json['items']).toEqual([])
  })

  it('the same requests work for the tenant itself', async () => {
    for (const route of routes.filter(r => r.method === 'get' && !PERSONS.has(r.path))) {
      const { address } = request(route)
      expect([address, (await desk.send('GET', address, { token: own })).status]).toEqual([address, 200])
    }
    for (const route of routes.filter(r => r.method === 'put' && r.path.includes('{id}'))) {
      const version = route.path.startsWith('/cases') ? '"2"' : '"1"'
      const { address, options } = request(route, version)
      expect([address, (await desk.send('PUT', address, { ...options, token: own })).status]).toEqual([
        address,
        200,
      ])
    }
  })
})
