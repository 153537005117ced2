import { create } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from './testing/desk.js'
import { pumpCase } from './testing/examples.js'
import { ENGINES, type OpenedStore } from './testing/open-stores.js'
import { newPerson, newTenant, type Someone, sessionOf, tokenOf } from './testing/people.js'
import { approved, draftOf, itemsOf } from './testing/reports.js'

/** A word that stands in every record of the tenant behind the wall, and nowhere else. */
const MARK = 'Zwetschgenkernöl'
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

const NOWHERE = '01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11'
const PROOF = { kind: 'message-id', reference: 'x' }
const PAYLOAD = {
  tenantId: NOWHERE,
  entity: 'report_drafts',
  entityId: NOWHERE,
  version: 1,
  contentHash: '',
  meaning: 'approval',
  printedName: '',
  signerTenantId: NOWHERE,
  signerId: NOWHERE,
  at: '',
  zone: 'UTC',
  nonce: '',
}
/** What is sent to routes whose body is not that of their collection. */
const SENT: Readonly<Record<string, object>> = {
  'post /cases/{id}/reports': { obligationId: NOWHERE },
  'post /drafts/{id}/state': { to: 'in-review' },
  'post /drafts/{id}/approval': { payload: PAYLOAD, proof: { method: 'password', password: 'x' } },
  'post /submissions/{id}/state': { to: 'waiting' },
  'post /submissions/{id}/sent': { sentAt: '2026-11-25T09:00:00Z', zone: 'UTC', proof: PROOF },
  'post /submissions/{id}/receipts': { receivedAt: '2026-11-25T09:00:00Z', zone: 'UTC', proof: PROOF },
}

interface Inside {
  readonly id: string
  readonly body: object
  /** The body of a change, where it is another one. */
  readonly change?: object
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
    inside = await fill()
  })
  afterAll(() => opened.close())

  async function fill() {
    const filled: Record<string, Inside> = {}
    const make = async (path: string, body: object, change = body) => {
      const made = await desk.send('POST', path, { token: own, body })
      expect([path, made.status]).toEqual([path, 201])
      filled[path] = { id: String(made.json['id']), body, change }
      return String(made.json['id'])
    }
    const fillRegistry = async (of: { manufacturerId: string; familyId: string; deviceId: string }) => {
      const { manufacturerId: organisationId, familyId, deviceId } = of
      await make('/organisation-roles', { organisationId, role: 'manufacturer' })
      await make('/certificates', { familyId, number: MARK, kind: 'QMS' })
      await make('/markets', { deviceId, country: 'DE', registrationNumber: MARK })
      const period = { periodFrom: '2026-01-01', periodTo: '2026-03-31', measure: 'units', quantity: 7 }
      await make('/sales', { deviceId, country: 'DE', source: MARK, ...period })
    }
    const fillSignals = async (caseId: string, deviceId: string) => {
      const received = { receivedAt: '2026-11-24T09:00:00Z', receivedZone: 'Europe/Berlin', source: MARK }
      const signalId = await make('/signals', { kind: 'complaint', text: MARK, ...received })
      // Linking a signal changes it, so that the one which is linked is another one.
      filled['/signals'] = { id: signalId, body: { kind: 'complaint', text: MARK, ...received } }
      const linked = await desk.send('POST', '/signals', {
        token: own,
        body: { kind: 'complaint', text: MARK, ...received },
      })
      await make('/case-signals', { caseId, signalId: String(linked.json['id']) })
      await make('/case-devices', { caseId, deviceId, lot: MARK })
    }
    const manufacturerId = await make('/organisations', { name: MARK, country: 'DE' })
    const familyId = await make('/device-families', { manufacturerId, name: MARK, law: 'mdr' })
    const deviceId = await make('/devices', { familyId, name: MARK })
    await fillRegistry({ manufacturerId, familyId, deviceId })
    await fillPeople(filled, make)
    const caseId = await make('/cases', { title: MARK, file: pumpCase(`W-${acme.id}`.slice(0, 50)) })
    const assessed = await desk.send('POST', `/cases/${caseId}/assessment`, {
      token: own,
      body: {},
      headers: { 'if-match': '"1"' },
    })
    expect(assessed.status).toBe(200)
    const obligations = await desk.send('GET', `/cases/${caseId}/obligations`, { token: own })
    const due = itemsOf(obligations.json).find(o => o['jurisdiction'] === 'EU' && o['outcome'] === 'due')
    const chain = await desk.send('POST', `/cases/${caseId}/reports`, {
      token: own,
      body: { obligationId: due?.['id'] },
    })
    expect(chain.status).toBe(201)
    const file = await desk.send('POST', `/files?entity=cases&entityId=${caseId}&name=${MARK}.txt`, {
      token: own,
      body: MARK,
      headers: { 'content-type': 'text/plain' },
    })
    expect(file.status).toBe(201)
    filled['/files'] = { id: String(file.json['id']), body: {} }
    filled['/chains'] = { id: String(chain.json['id']), body: {} }
    filled['/drafts'] = { id: draftOf(chain), body: {} }
    const reviewer = await sessionOf(desk, await newPerson(opened.store, acme.tenantId, 'reviewer'))
    const version = await approved(desk, own, reviewer, draftOf(chain))
    const report = await desk.send('POST', `/drafts/${draftOf(chain)}/issue`, {
      token: own,
      headers: { 'if-match': `"${version}"` },
    })
    expect(report.status).toBe(201)
    filled['/reports'] = { id: String(report.json['id']), body: {} }
    const submission = await desk.send('POST', `/reports/${String(report.json['id'])}/submissions`, {
      token: own,
    })
    expect(submission.status).toBe(201)
    filled['/submissions'] = { id: String(submission.json['id']), body: {} }
    await fillSignals(caseId, deviceId)
    filled['/tokens'] = { id: caseId, body: { name: 'x', scopes: ['read'] } }
    return filled
  }

  async function fillPeople(
    filled: Record<string, Inside>,
    make: (...a: [string, object, object?]) => unknown,
  ) {
    const guest = { email: `${acme.id}@guest.example`, name: MARK, zone: 'UTC', roles: ['reader'] }
    await make('/invitations', guest)
    await make('/memberships', { personId: acme.id, role: 'auditor' }, { state: 'active' })
    const mandate = { role: 'eu-ar', jurisdictions: ['EU'], reporting: 'copy-only', mayWrite: false }
    const given = { ...mandate, validFrom: '2020-01-01', contractReference: MARK }
    const { tenantId } = await newTenant(opened.store, 'representative')
    await make('/mandates', { ...given, representativeTenantId: tenantId }, given)
    const actor = { tenantId: acme.tenantId, actorId: acme.id, zone: 'UTC' }
    const alert = await opened.store.withTenant(actor, tx =>
      create(tx, { entity: 'alerts' }, { kind: 'sign-in-burst', at: '2026-11-25T09:00:00.000Z' }),
    )
    filled['/alerts'] = { id: alert.row.id, body: { comment: MARK } }
    const signing = {
      entity: 'organisations',
      id: filled['/organisations']?.id,
      version: 1,
      meaning: 'author',
    }
    filled['/signatures'] = { id: acme.id, body: signing }
    const change = { name: acme.name, zone: 'UTC', state: 'active' }
    filled['/people'] = { id: acme.id, body: {}, change }
    filled['/settings'] = { id: acme.id, body: { settings: {}, tenantId: acme.tenantId } }
    filled['/tenants'] = {
      id: acme.tenantId,
      body: { name: MARK, kind: 'other' },
      change: { name: MARK, state: 'closed' },
    }
  }

  /** What a route cannot be asked without. */
  const queryOf = (method: string, path: string) => {
    if (method === 'get' && path === '/signatures') {
      return `?entity=organisations&id=${inside['/organisations']?.id}`
    }
    if (method === 'post' && path === '/files') {
      return `?entity=cases&entityId=${inside['/cases']?.id ?? NOWHERE}&name=a.txt`
    }
    return method === 'post' && path === '/imports/mir' ? `?tenantId=${acme.tenantId}` : ''
  }

  /** A request that would be right in its own tenant, but for what is behind the wall. */
  function request({ method, path }: Pick<Route, 'method' | 'path'>, version = '"1"') {
    const collection = /^\/[a-z-]+/.exec(path)?.[0] ?? ''
    const { id, body, change = body } = inside[collection] ?? { id: acme.id, body: {} }
    const isNew = method === 'post' && path === collection
    const usual = path.endsWith('/assessment') ? {} : isNew ? { ...body, tenantId: acme.tenantId } : change
    const at = path.replace('{id}', id).replace('{reportId}', id).replace('{name}', 'report.xml')
    return {
      address: at + queryOf(method, path),
      options: {
        headers: { 'if-match': version },
        ...(method === 'get' || method === 'delete' ? {} : { body: SENT[`${method} ${path}`] ?? usual }),
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
      const reaches =
        route.path.includes('{id}') || address.includes('?') || method !== 'GET' || !openToTokens(route)
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
