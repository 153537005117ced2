import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from './testing/desk.js'
import { ENGINES, type OpenedStore } from './testing/open-stores.js'
import { newTenant, type Someone, sessionOf, tokenOf } from './testing/people.js'
import { fill } from './testing/walls/fill.js'
import { READ_ONLY, wallRequests } from './testing/walls/requests.js'
import { type Inside, MARK, NOWHERE } from './testing/walls/world.js'

/** Routes for everybody; each has a reason. */
const OPEN: Readonly<Record<string, string>> = {
  'get /health': 'says only whether the server works',
  'get /metrics': 'counts only',
  'post /session': 'is the sign-in',
  'get /session/methods': 'says only how one can sign in',
  'get /session/oidc': 'is the sign-in',
  'get /session/oidc/callback': 'is the sign-in',
  'post /session/passkey': 'is the sign-in',
  'post /session/passkey/options': 'is the sign-in',
  'get /setup': 'says only whether there is an administrator',
  'post /join': 'has its own code for one use',
  'post /join/invitation': 'has its own code for one use',
  'post /setup': 'has its own code and works on this machine only',
}

interface Route {
  readonly method: string
  readonly path: string
  /** The scopes of which a token needs one; none where only a person at the page is let in. */
  readonly scopes: readonly string[]
}

type Security = readonly Readonly<Record<string, readonly string[]>>[]

/** Every route of the OpenAPI document. */
async function routesOf(desk: TestDesk): Promise<readonly Route[]> {
  const { json } = await desk.send('GET', '/openapi.json')
  return Object.entries(json['paths'] ?? {}).flatMap(([path, methods]: [string, object]) =>
    Object.entries(methods).map(([method, { security = [] }]: [string, { security?: Security }]) => ({
      method,
      path,
      scopes: security.flatMap(s => s['token'] ?? []),
    })),
  )
}

describe.each(ENGINES)('walls on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let routes: readonly Route[]
  let acme: Someone
  let own: string
  let foreign: string
  let foreignSession: Readonly<Record<string, string>>
  /** For each collection: the id of a record of the tenant behind the wall, and a body that would be right there. */
  let inside: Readonly<Record<string, Inside>>
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    routes = (await routesOf(desk)).filter(r => !(`${r.method} ${r.path}` in OPEN))
    acme = await newTenant(opened.store)
    own = await tokenOf(desk, acme)
    const stranger = await newTenant(opened.store)
    foreign = await tokenOf(desk, stranger)
    foreignSession = await sessionOf(desk, stranger)
    inside = await fill(desk, opened.store, acme, own)
  })
  afterAll(() => opened.close())

  /** A request that would be right in its own tenant, but for what is behind the wall. */
  function request({ method, path }: Pick<Route, 'method' | 'path'>, version = '"1"') {
    const collection = /^\/[a-z-]+/.exec(path)?.[0] ?? ''
    const { id, body, change = body } = inside[collection] ?? { id: acme.id, body: {} }
    const isNew = method === 'post' && path === collection
    const special = wallRequests(acme.tenantId, MARK, inside)[`${method} ${path}`]
    const sent = special?.body ?? (isNew ? { ...body, tenantId: acme.tenantId } : change)
    const type = special?.type === undefined ? {} : { 'content-type': special.type }
    const at = path
      .replace('{id}', id)
      .replace('{reportId}', id)
      .replace('{name}', 'report.xml')
      .replace('{rule}', 'EU-VIG-18')
    return {
      address: at + (special?.query ?? ''),
      options: {
        headers: { 'if-match': version, ...type },
        ...(method === 'get' || method === 'delete' ? {} : { body: sent }),
      },
    }
  }

  const events = async () => {
    const { json } = await desk.send('GET', '/audit/verification', { token: own })
    return [json['ok'], json['events']]
  }

  const openToTokens = (r: Route) => r.scopes.some(scope => scope !== 'installation')

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
      const reads = READ_ONLY.has(`${route.method} ${route.path}`)
      const asks = route.path.includes('{id}') || address.includes('?') || method !== 'GET'
      const reaches = !reads && (asks || !openToTokens(route))
      expect([name, answer.status]).toEqual([name, reaches ? expect.toBeOneOf([403, 404]) : 200])
      seen.push(name)
    }
    expect(seen).toHaveLength(routes.length)
    expect(await events()).toEqual(before)
  })

  it('a record behind the wall and one that does not exist get the same answer', async () => {
    for (const route of routes.filter(r => r.path.includes('{id}'))) {
      const method = route.method.toUpperCase()
      const { address, options } = request(route)
      const nowhere = address.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, NOWHERE)
      const [there, none] = await Promise.all(
        // With a session, which reaches every route.
        [address, nowhere].map(a =>
          desk.send(method, a, { ...options, headers: { ...options.headers, ...foreignSession } }),
        ),
      )
      const shown = (a: typeof there) => ({ ...a?.json, instance: '', status: a?.status })
      expect([route.path, there?.status]).toEqual([route.path, expect.toBeOneOf([403, 404])])
      expect(shown(there)).toEqual(shown(none))
    }
  })

  it('a filter by another tenant finds nothing', async () => {
    for (const path of ['/organisations', '/devices', '/cases', '/people', '/mandates']) {
      const answer = await desk.send('GET', `${path}?tenantId=${acme.tenantId}`, { token: foreign })
      expect(answer.json).toEqual({ items: [], nextCursor: null })
    }
    const board = await desk.send('GET', `/board?manufacturer=${acme.tenantId}`, { token: foreign })
    expect(board.json['items']).toEqual([])
  })

  it('the same requests work for the tenant itself', async () => {
    for (const route of routes.filter(r => r.method === 'get' && openToTokens(r))) {
      const { address } = request(route)
      expect([address, (await desk.send('GET', address, { token: own })).status]).toEqual([address, 200])
    }
    for (const route of routes.filter(
      r => r.method === 'put' && r.path.includes('{id}') && openToTokens(r),
    )) {
      const version = route.path.startsWith('/cases') ? '"2"' : '"1"'
      const { address, options } = request(route, version)
      expect([address, (await desk.send('PUT', address, { ...options, token: own })).status]).toEqual([
        address,
        200,
      ])
    }
  })
})
