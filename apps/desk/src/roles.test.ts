import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maySign, OF_ROLE, ROLES, type Role, SCOPES, scopesOf } from './sign-in/scopes.js'
import { type TestDesk, testDesk } from './testing/desk.js'
import { ENGINES, type OpenedStore } from './testing/open-stores.js'
import { installer, newPerson, newTenant, sessionOf } from './testing/people.js'
import { READ_ONLY } from './testing/walls/requests.js'

/** Routes of everybody, signed in or not. */
const OPEN =
  /^(get \/(health|metrics|setup|session\/methods|session\/oidc|session\/oidc\/callback)|post \/(session|session\/passkey|session\/passkey\/options|setup|join|join\/invitation))$/
type Security = readonly Readonly<Record<string, readonly string[]>>[]

it('the matrix: who writes does not administer, who administers does not write, two roles approve', () => {
  const having = (scope: (typeof SCOPES)[number]) => ROLES.filter(role => OF_ROLE[role].includes(scope))
  expect(having('read')).toEqual(ROLES)
  expect(having('write')).toEqual(['responsible-person', 'author'])
  expect(having('approve')).toEqual(['responsible-person', 'reviewer'])
  expect(having('audit')).toEqual(['administrator', 'responsible-person', 'auditor'])
  expect(having('admin')).toEqual(['administrator'])
  expect(having('installation')).toEqual([])
  expect([...scopesOf(['reviewer', 'author'])].sort()).toEqual(['approve', 'read', 'write'])
  expect(scopesOf([])).toEqual(new Set())
})

it('signing follows the roles: an author signs as author, a responsible person alone takes responsibility', () => {
  expect([maySign(['author'], 'author'), maySign(['author'], 'approval')]).toEqual([true, false])
  expect([maySign(['reviewer'], 'approval'), maySign(['reviewer'], 'responsibility')]).toEqual([true, false])
  expect(maySign(['responsible-person'], 'responsibility')).toBe(true)
  expect(maySign(['administrator', 'reader', 'auditor'], 'author')).toBe(false)
})

describe.each(ENGINES)('roles on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  })
  afterAll(() => opened.close())

  async function routes() {
    const { json } = await desk.send('GET', '/openapi.json')
    return Object.entries(json['paths'] ?? {}).flatMap(([path, methods]: [string, object]) =>
      Object.entries(methods).map(([method, { security = [] }]: [string, { security?: Security }]) => ({
        name: `${method} ${path}`,
        method: method.toUpperCase(),
        path: path.replace('{id}', '01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11'),
        security,
        scopes: security.flatMap(s => s['session'] ?? []),
      })),
    )
  }

  it('every route says which scope it takes; a change never takes reading alone', async () => {
    const all = await routes()
    expect(all.length).toBeGreaterThan(40)
    for (const route of all.filter(r => !OPEN.test(r.name))) {
      expect([route.name, route.security.length > 0]).toEqual([route.name, true])
      expect([route.name, route.scopes.filter(s => !SCOPES.some(known => known === s))]).toEqual([
        route.name,
        [],
      ])
      if (route.method !== 'GET' && !READ_ONLY.has(route.name))
        expect([route.name, route.scopes]).not.toEqual([route.name, ['read']])
    }
  })

  it.each(ROLES.map(r => [r]))(
    'what is not of the role %s is refused by the server, on every route',
    async role => {
      const { tenantId } = await newTenant(opened.store)
      const headers = await sessionOf(desk, await newPerson(opened.store, tenantId, role))
      const mine = scopesOf([role])
      let refused = 0
      for (const route of (await routes()).filter(r => r.scopes.length > 0)) {
        const answer = await desk.send(route.method, route.path, {
          headers: { ...headers, 'if-match': '"1"' },
          ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: {} }),
        })
        const may = SCOPES.some(scope => mine.has(scope) && route.scopes.includes(scope))
        const shown = [route.name, answer.json['code'] ?? 'done']
        if (may) expect(shown).not.toEqual([route.name, 'forbidden'])
        else expect(shown).toEqual([route.name, 'forbidden'])
        if (!may) refused++
      }
      expect(refused).toBeGreaterThan(2)
    },
  )

  it('the installation administers tenants and gets no right to what they keep', async () => {
    const chief = await installer(opened.store)
    const headers = await sessionOf(desk, chief)
    const { json } = await desk.send('GET', '/session', { headers })
    expect(json['scopes']).toContain('installation')
    const other = await newTenant(opened.store)
    const roles: readonly Role[] = ['reader']
    const guest = {
      email: `g-${other.id}@example.org`,
      name: 'G',
      zone: 'UTC',
      roles,
      tenantId: other.tenantId,
    }
    expect((await desk.send('POST', '/invitations', { headers, body: guest })).status).toBe(201)
    const body = { name: 'X', country: 'DE', tenantId: other.tenantId }
    expect((await desk.send('POST', '/organisations', { headers, body })).json['code']).toBe('forbidden')
  })
})
