import { z } from '@hono/zod-openapi'
import { note } from '@vigie/record'
import { sql } from 'kysely'
import * as oidc from 'openid-client'
import type { OidcConfig } from '../config.js'
import type { Services } from '../env.js'
import { keepChallenge, takeChallenge } from './challenges.js'
import { placeIn } from './enter.js'
import { newSecret, secretHash } from './secret.js'
import { type NewSession, openSession } from './sessions.js'
import { SYSTEM } from './system.js'

/** The provider's description, asked for once; asked again after a failure. */
const found = new WeakMap<OidcConfig, Promise<oidc.Configuration>>()

/** Whether an issuer may be asked without TLS: only on this machine. */
export const isLocal = (issuer: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)

function providerOf(given: OidcConfig): Promise<oidc.Configuration> {
  const known = found.get(given)
  if (known !== undefined) return known
  const execute = [
    oidc.enableNonRepudiationChecks,
    ...(isLocal(given.issuer) ? [oidc.allowInsecureRequests] : []),
  ]
  const asked = oidc
    .discovery(new URL(given.issuer), given.clientId, given.clientSecret, undefined, { execute })
    .catch((error: unknown) => {
      found.delete(given)
      throw error
    })
  found.set(given, asked)
  return asked
}

const details = z.object({ nonce: z.string(), verifier: z.string(), redirect: z.string() })

/**
 * Begins a sign-in at the provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1).
 *
 * @param redirect the address of this desk to come back to
 * @returns where to send the browser, and the state to keep in it: who comes back must be who left
 */
export async function beginOidc(s: Services, given: OidcConfig, redirect: string) {
  const provider = await providerOf(given)
  const [state, nonce, verifier] = [newSecret(s.random), newSecret(s.random), newSecret(s.random)]
  const kept = {
    purpose: 'oidc',
    challenge: secretHash(state),
    details: { nonce, verifier, redirect },
  } as const
  await s.store.withInstallation(SYSTEM, tx => keepChallenge(tx, kept, s.clock()))
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirect,
    scope: 'openid email',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { url: url.href, state }
}

/**
 * Ends it: whoever the provider names by a verified address gets a session, when exactly this address has an active
 * account here. No account is made. Undefined when not; the trail says so.
 *
 * @param query of the request that came back
 * @param state that the same browser kept
 */
export async function finishOidc(
  s: Services,
  given: OidcConfig,
  query: string,
  state: string,
): Promise<NewSession | undefined> {
  const wanted = { purpose: 'oidc', challenge: secretHash(state), personId: null } as const
  const kept = details.safeParse(
    await s.store.withInstallation(SYSTEM, tx => takeChallenge(tx, wanted, s.clock())),
  )
  const email = kept.success ? await addressFrom(s, given, query, state, kept.data) : undefined
  const session = email === undefined ? undefined : await enter(s, email)
  if (session === undefined) {
    await s.store.withInstallation(SYSTEM, tx =>
      note(tx, { entity: 'people', id: SYSTEM.actorId, reason: 'Sign-in at the provider refused' }),
    )
  }
  s.metrics.count('sign_ins', { result: session === undefined ? 'refused' : 'ok' })
  return session
}

/** The verified address in the provider's token; undefined when the answer is not right or names none. */
async function addressFrom(
  s: Services,
  given: OidcConfig,
  query: string,
  state: string,
  { nonce, verifier, redirect }: z.output<typeof details>,
): Promise<string | undefined> {
  const provider = await providerOf(given)
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${redirect}?${query}`), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    // A provider that lets people type any address must not open an account here.
    return claims?.email_verified === true && typeof claims.email === 'string' ? claims.email : undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    s.log({ level: 'warn', event: 'oidc-refused', code })
    return undefined
  }
}

async function enter(s: Services, email: string): Promise<NewSession | undefined> {
  const person = await s.store.withInstallation(SYSTEM, tx =>
    tx.db
      .selectFrom('people')
      .select(['tenant_id', 'id', 'zone'])
      .where(sql`lower(email)`, '=', email.toLowerCase())
      .where('state', '=', 'active')
      .where('service', '=', false)
      .executeTakeFirst(),
  )
  if (person === undefined) return undefined
  const account = { tenantId: person.tenant_id, id: person.id }
  const actor = { tenantId: account.tenantId, actorId: account.id, zone: person.zone }
  return s.store.withInstallation(actor, async tx => {
    const place = await placeIn(tx, account)
    if (place === undefined) return undefined
    const moment = { now: s.clock(), config: s.config, random: s.random }
    await note(tx, { entity: 'people', id: account.id, reason: 'Signed in at the provider' })
    return openSession(tx, account, place, 'oidc', moment)
  })
}
