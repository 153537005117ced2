import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Desk } from '../desk.js'
import type { DeskEnv, Services } from '../env.js'
import { addressKey } from '../http/limiter.js'
import { needsSecure, remoteAddress } from '../http/origin.js'
import { Problem } from '../problem/problem.js'
import { answer, refusal } from '../schemas.js'
import { beginOidc, finishOidc } from '../sign-in/oidc.js'
import { giveCookie } from './session.js'

const CALLBACK = '/session/oidc/callback'
const tags = ['sign-in']

const methods = createRoute({
  method: 'get',
  path: '/session/methods',
  summary: 'How one can sign in here',
  tags,
  responses: {
    200: answer(
      z.object({ password: z.boolean(), passkey: z.boolean(), oidc: z.boolean() }).openapi('SignInMethods'),
      'The methods.',
    ),
    ...refusal,
  },
})
const begin = createRoute({
  method: 'get',
  path: '/session/oidc',
  summary: 'Go to the provider to sign in there',
  tags,
  responses: { 302: { description: 'To the provider.' }, ...refusal },
})
const callback = createRoute({
  method: 'get',
  path: CALLBACK,
  summary: 'Come back from the provider',
  tags,
  responses: {
    303: { description: 'To the page: signed in, or with ?refused=provider to the sign-in.' },
    ...refusal,
  },
})

/** Sign-in at a provider (OpenID Connect), where one is set; signing still takes the own password or passkey. */
export function oidcRoutes(app: Desk, s: Services): void {
  const { oidc } = s.config
  app.openapi(methods, c => c.json({ password: true, passkey: true, oidc: oidc !== undefined }, 200))
  app.openapi(begin, async c => {
    if (oidc === undefined) throw new Problem('not-found')
    hold(c, s)
    const { host } = new URL(c.req.url)
    // The address people use: behind a proxy the request itself may say http.
    const origin = s.config.origins.find(o => new URL(o).host === host) ?? ''
    const { url, state } = await beginOidc(s, oidc, `${origin}${CALLBACK}`).catch(() => {
      throw new Problem('provider-unavailable')
    })
    // Lax: it must come back with a visit that another site began.
    setCookie(c, stateCookie(c), state, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: needsSecure(c),
      maxAge: 600,
    })
    return c.redirect(url, 302)
  })
  app.openapi(callback, async c => {
    if (oidc === undefined) throw new Problem('not-found')
    hold(c, s)
    const state = getCookie(c, stateCookie(c))
    deleteCookie(c, stateCookie(c), { path: '/', secure: needsSecure(c) })
    const query = new URL(c.req.url).searchParams.toString()
    const session = state === undefined ? undefined : await finishOidc(s, oidc, query, state)
    if (session === undefined) return c.redirect('/sign-in?refused=provider', 303)
    giveCookie(c, session, s)
    return c.redirect('/', 303)
  })
}

const stateCookie = (c: Context<DeskEnv>) => (needsSecure(c) ? '__Host-vigie-oidc' : 'vigie-oidc')

function hold(c: Context<DeskEnv>, s: Services): void {
  const wait = s.signInLimit.take(addressKey(remoteAddress(c)))
  if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
}
