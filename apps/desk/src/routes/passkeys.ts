import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { addressKey } from '../http/limiter.js'
import { refuseCrossSite, remoteAddress } from '../http/origin.js'
import { Problem } from '../problem/problem.js'
import { answer, body, id, idPath, line, refusal } from '../schemas.js'
import { passkeySignInOptions, signInWithPasskey } from '../sign-in/passkey-sign-in.js'
import {
  addPasskey,
  type PasskeyRow,
  passkeysOf,
  registrationOptions,
  removePasskey,
} from '../sign-in/passkeys.js'
import { accountOf, homeOf } from '../sign-in/principal.js'
import { provePassword } from '../sign-in/prove-password.js'
import { csrfToken } from '../sign-in/secret.js'
import { authenticationResponse, browserOptions, registrationResponse, rpIdOf } from '../sign-in/webauthn.js'
import { giveCookie } from './session.js'

const passkey = z
  .object({
    id,
    name: z.string(),
    host: z.string(),
    backedUp: z.boolean().openapi({ description: 'Whether it is copied to other devices of its owner.' }),
    madeAt: z.string(),
    usedAt: z.string().nullable(),
  })
  .openapi('Passkey')
const view = (p: PasskeyRow) => ({
  id: p.id,
  name: p.name,
  host: p.rp_id,
  backedUp: p.backed_up,
  madeAt: p.made_at,
  usedAt: p.used_at,
})
const tags = ['sign-in']
const common = (s: Services) => ({ tags, ...access(s, 'session') })
const list = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'get',
    path: '/passkeys',
    summary: 'The own passkeys',
    responses: { 200: answer(z.object({ items: z.array(passkey) }), 'Oldest first.'), ...refusal },
  })
const begin = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'post',
    path: '/passkeys/options',
    summary: 'Begin to make a passkey; takes the own password again',
    request: {
      body: body(z.strictObject({ password: z.string().min(1).max(1000) }).openapi('PasskeyBegin')),
    },
    responses: { 200: answer(browserOptions, 'Give it to the browser.'), ...refusal },
  })
const post = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'post',
    path: '/passkeys',
    summary: 'Keep the passkey that the browser made',
    request: {
      body: body(z.strictObject({ name: line(100), response: registrationResponse }).openapi('NewPasskey')),
    },
    responses: { 201: answer(passkey, 'Kept.'), ...refusal },
  })
const remove = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'delete',
    path: '/passkeys/{id}',
    summary: 'Remove a passkey of the own',
    request: { params: idPath },
    responses: { 204: { description: 'Removed.' }, ...refusal },
  })
const ask = createRoute({
  method: 'post',
  path: '/session/passkey/options',
  summary: 'Begin to sign in with a passkey',
  tags,
  responses: { 200: answer(browserOptions, 'Give it to the browser.'), ...refusal },
})
const enter = createRoute({
  method: 'post',
  path: '/session/passkey',
  summary: 'Sign in with a passkey',
  tags,
  request: {
    body: body(
      z.strictObject({ response: authenticationResponse, tenantId: id.optional() }).openapi('PasskeySignIn'),
    ),
  },
  responses: {
    201: answer(z.object({ csrfToken: z.string() }), 'Signed in; the session is in a cookie.'),
    ...refusal,
  },
})

export function passkeyRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const principal = c.get('principal')
    const rows = await s.store.withInstallation(homeOf(principal), tx => passkeysOf(tx, accountOf(principal)))
    return c.json({ items: rows.map(view) }, 200)
  })
  app.openapi(begin(s), async c => {
    const rpId = rpIdOf(c.req.url)
    await provePassword(s, c.get('principal'), c.req.valid('json').password)
    return c.json(browserOptions.parse(await registrationOptions(s, c.get('principal'), rpId)), 200)
  })
  app.openapi(post(s), async c => {
    const row = await addPasskey(s, c.get('principal'), rpIdOf(c.req.url), c.req.valid('json'))
    return c.json(view(row), 201)
  })
  app.openapi(remove(s), async c => {
    const principal = c.get('principal')
    const { id } = c.req.valid('param')
    const done = await s.store.withInstallation(homeOf(principal), tx =>
      removePasskey(tx, accountOf(principal), id, s.clock()),
    )
    if (!done) throw new Problem('not-found')
    return c.body(null, 204)
  })
  app.openapi(ask, async c => {
    refuseCrossSite(c, s.config.origins)
    const wait = s.signInLimit.take(addressKey(remoteAddress(c)))
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    return c.json(browserOptions.parse(await passkeySignInOptions(s, rpIdOf(c.req.url))), 200)
  })
  app.openapi(enter, async c => {
    refuseCrossSite(c, s.config.origins)
    const wait = s.signInLimit.take(addressKey(remoteAddress(c)))
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    const { response, tenantId } = c.req.valid('json')
    const session = await signInWithPasskey(s, response, tenantId)
    giveCookie(c, session, s)
    return c.json({ csrfToken: csrfToken(session.secret) }, 201)
  })
}
