import { isIP } from 'node:net'
import { z } from '@hono/zod-openapi'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { DeskConfig } from '../config.js'
import { Problem } from '../problem/problem.js'

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/, 'not base64url')
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
export type Transport = (typeof TRANSPORTS)[number]

export const transportsIn = (value: unknown): Transport[] =>
  Array.isArray(value) ? TRANSPORTS.filter(t => value.includes(t)) : []

/** What the browser is given; the library of the page knows the rest of it by name. */
export const browserOptions = z.looseObject({ challenge: z.string() }).openapi({
  description: 'For the browser, as WebAuthn names it (…OptionsJSON).',
})

/** What `startRegistration` of the browser's library gives (WebAuthn Level 3, RegistrationResponseJSON). */
export const registrationResponse = z
  .object({
    id: base64url(1500),
    rawId: base64url(1500),
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url(4000),
      attestationObject: base64url(20_000),
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  })
  .openapi('RegistrationResponse')

/** What `startAuthentication` gives (AuthenticationResponseJSON). */
export const authenticationResponse = z
  .object({
    id: base64url(1500),
    rawId: base64url(1500),
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url(4000),
      authenticatorData: base64url(4000),
      signature: base64url(4000),
      userHandle: base64url(200).nullish(),
    }),
  })
  .openapi('AuthenticationResponse')
export type Assertion = z.output<typeof authenticationResponse>

export const toRegistration = (r: z.output<typeof registrationResponse>): RegistrationResponseJSON => ({
  id: r.id,
  rawId: r.rawId,
  type: r.type,
  clientExtensionResults: {},
  response: {
    clientDataJSON: r.response.clientDataJSON,
    attestationObject: r.response.attestationObject,
    transports: transportsIn(r.response.transports),
  },
})

export const toAuthentication = ({ id, rawId, type, response }: Assertion): AuthenticationResponseJSON => {
  const { clientDataJSON, authenticatorData, signature } = response
  return {
    id,
    rawId,
    type,
    clientExtensionResults: {},
    response: { clientDataJSON, authenticatorData, signature },
  }
}

/** For whom a passkey is made: the host name people use. A browser takes no number for it. */
export function rpIdOf(url: string): string {
  const { hostname } = new URL(url)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) throw new Problem('passkey-address')
  return hostname
}

/** The configured addresses that belong to a host name; what answers from another page is refused. */
export const originsOf = (rpId: string, { origins }: DeskConfig): string[] =>
  origins.filter(o => new URL(o).hostname === rpId)
