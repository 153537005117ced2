import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ORIGIN, type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone, sessionOf } from '../testing/people.js'

describe.each(ENGINES)('sign-in at a provider on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  const provider = new OAuth2Server()
  beforeAll(async () => {
    opened = await open()
    await provider.issuer.keys.generate('RS256')
    await provider.start(0, 'localhost')
    const issuer = String(provider.issuer.url)
    const oidc = { issuer, clientId: 'vigie', clientSecret: 'a secret of both' }
    desk = await testDesk(opened.store, { oidc, signInsPerMinute: { address: 1000, all: 1000 } })
    anna = await newTenant(opened.store)
  })
  afterAll(async () => {
    await provider.stop()
    await opened.close()
  })

  const says = (claims: object) => {
    provider.service.removeAllListeners('beforeTokenSigning')
    // It signs two tokens for each visit.
    provider.service.on('beforeTokenSigning', token => {
      Object.assign(token.payload, claims)
    })
  }
  const cookieOf = (headers: Headers, name: string) =>
    (headers.getSetCookie().find(c => c.startsWith(`${name}=`)) ?? '').split(';')[0] ?? ''

  /** A visit to the provider and back, as a browser does it. */
  async function visit(change: (back: URL) => void = () => {}) {
    const begun = await desk.send('GET', '/session/oidc')
    expect(begun.status).toBe(302)
    const to = new URL(begun.headers.get('location') ?? '')
    const answered = await fetch(to, { redirect: 'manual' })
    const back = new URL(answered.headers.get('location') ?? '')
    change(back)
    const cookie = cookieOf(begun.headers, 'vigie-oidc')
    return { to, back, cookie, path: `${back.pathname}${back.search}` }
  }
  const come = (path: string, cookie: string) => desk.send('GET', path, { headers: { cookie } })

  it('lets in who has an account with the address that the provider verified', async () => {
    const { to, path, cookie } = await visit()
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'vigie',
      code_challenge_method: 'S256',
      redirect_uri: `${ORIGIN}/session/oidc/callback`,
      scope: 'openid email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    says({ email: anna.email.toUpperCase(), email_verified: true })
    const answer = await come(path, cookie)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    const session = cookieOf(answer.headers, 'vigie-session')
    const who = await desk.send('GET', '/session', { headers: { cookie: session } })
    expect(who.json).toMatchObject({ personId: anna.id, tenantId: anna.tenantId })
    const methods = await desk.send('GET', '/session/methods')
    expect(methods.json).toEqual({ password: true, passkey: true, oidc: true })
  })

  it('makes no account, and takes no address that was not verified or is of somebody who left', async () => {
    const gone = await newPerson(opened.store, anna.tenantId, 'reader')
    const headers = { ...(await sessionOf(desk, anna)), 'if-match': '"1"' }
    const body = { name: gone.name, zone: 'UTC', state: 'deactivated' }
    expect((await desk.send('PUT', `/people/${gone.id}`, { headers, body })).status).toBe(200)
    for (const claims of [
      { email: anna.email },
      { email: anna.email, email_verified: false },
      { email: anna.email, email_verified: 'true' },
      { email: 'nobody@example.org', email_verified: true },
      { email: gone.email, email_verified: true },
      {},
    ]) {
      const { path, cookie } = await visit()
      says(claims)
      const answer = await come(path, cookie)
      expect([claims, answer.headers.get('location')]).toEqual([claims, '/sign-in?refused=provider'])
      expect(cookieOf(answer.headers, 'vigie-session')).toBe('')
    }
  })

  it('takes an answer once, in the browser that asked, with its state, nonce and audience', async () => {
    const refused = async (path: string, cookie: string) => {
      const answer = await come(path, cookie)
      expect(answer.headers.get('location')).toBe('/sign-in?refused=provider')
    }
    const right = { email: anna.email, email_verified: true }
    const one = await visit()
    await refused(one.path, 'vigie-oidc=another-browser')
    await refused(one.path, '')
    says(right)
    expect((await come(one.path, one.cookie)).headers.get('location')).toBe('/')
    await refused(one.path, one.cookie)

    const two = await visit(back => back.searchParams.set('state', 'x'.repeat(43)))
    await refused(two.path, two.cookie)
    const three = await visit(back => back.searchParams.delete('code'))
    await refused(three.path, three.cookie)
    for (const wrong of [
      { nonce: 'other' },
      { aud: 'other' },
      { iss: 'https://other.example' },
      { exp: 1 },
    ]) {
      const { path, cookie } = await visit()
      says({ ...right, ...wrong })
      await refused(path, cookie)
    }
  })

  it('is not there where no provider is set, and says so where it does not answer', async () => {
    const without = await testDesk(opened.store)
    expect((await without.send('GET', '/session/oidc')).status).toBe(404)
    expect((await without.send('GET', '/session/oidc/callback')).status).toBe(404)
    const oidc = { issuer: 'http://localhost:1', clientId: 'vigie', clientSecret: 'x' }
    const away = await testDesk(opened.store, { oidc })
    expect((await away.send('GET', '/session/oidc')).json['code']).toBe('provider-unavailable')
  })
})
