import { isAbsolute, relative, resolve } from 'node:path'
import type { S3Options } from '@vigie/record'

import type { OidcConfig } from './config.js'
import { s3From } from './files/s3-settings.js'
import { isLocal } from './sign-in/oidc.js'

/** How the server is started, from the environment. */
export interface Settings {
  readonly databaseUrl?: string
  /** Folder of the embedded database, where no URL is given. */
  readonly folder: string
  /** An S3-compatible bucket for files, in place of the folder `files` in `folder`. */
  readonly s3?: S3Options
  /** The key that seals the audit trails, beside the folder when absent; never inside the folder, so that who copies the one has not the other. */
  readonly keyFile?: string
  readonly oidc?: OidcConfig
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Addresses people use beside those of this machine. */
  readonly origins: readonly string[]
  /** Requests a minute from one network address and of one person; the usual ones when absent. */
  readonly requestsPerMinute?: { readonly address: number; readonly principal: number }
  /** Folder of the built page; the one of this repository when absent. */
  readonly pages?: string
  /** The mail server; without it messages are offered as files. */
  readonly mail?: { readonly url: string; readonly from: string }
  /** False for a process that answers requests and leaves the jobs to others. */
  readonly jobs?: boolean
}

const DEFAULT_PORT = '7373'

/**
 * Reads DATABASE_URL, VIGIE_DATA, VIGIE_KEY_FILE, VIGIE_HOST, VIGIE_PORT, VIGIE_ORIGIN (several with commas between),
 * VIGIE_PAGE, VIGIE_REQUESTS_PER_MINUTE, VIGIE_OIDC_*, VIGIE_S3_*, VIGIE_SMTP_URL with VIGIE_MAIL_FROM, and VIGIE_JOBS (`off` for none).
 */
export function settingsFrom(
  env: Readonly<Record<string, string | undefined>>,
): Settings | { readonly fault: string } {
  const host = env['VIGIE_HOST'] ?? '127.0.0.1'
  const portText = env['VIGIE_PORT'] ?? DEFAULT_PORT
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN
  if (!(port <= 65_535)) return { fault: `VIGIE_PORT is "${portText}"; give a number from 0 to 65535.` }
  const given = env['VIGIE_ORIGIN']?.split(',').map(o => o.trim())
  const wrong = given?.find(o => !isOrigin(o))
  if (wrong !== undefined) {
    return { fault: `VIGIE_ORIGIN has "${wrong}"; write it as https://desk.example.org, without a path.` }
  }
  const s3 = s3From(env)
  if (s3 !== undefined && 'fault' in s3) return s3
  const mail = mailFrom(env['VIGIE_SMTP_URL'], env['VIGIE_MAIL_FROM'])
  if (typeof mail === 'string') return { fault: mail }
  const url = env['DATABASE_URL']
  const folder = env['VIGIE_DATA'] ?? 'vigie-data'
  const keyFile = env['VIGIE_KEY_FILE'] ?? `${folder.replace(/[/\\]+$/, '')}.key`
  if (isInside(folder, keyFile)) {
    return {
      fault: `VIGIE_KEY_FILE lies in the data folder ${folder}; put it elsewhere, so that a copy of the data holds no key.`,
    }
  }
  const rates = ratesFrom(env['VIGIE_REQUESTS_PER_MINUTE'])
  if (rates !== undefined && 'fault' in rates) return rates
  const oidc = oidcFrom(env)
  if (oidc !== undefined && 'fault' in oidc) return oidc
  return {
    ...(oidc === undefined ? {} : { oidc }),
    ...(url === undefined || url === '' ? {} : { databaseUrl: url }),
    folder,
    ...(s3 === undefined ? {} : { s3 }),
    keyFile,
    host,
    port,
    origins: given ?? [],
    ...(rates === undefined ? {} : { requestsPerMinute: rates }),
    ...(env['VIGIE_PAGE'] === undefined ? {} : { pages: env['VIGIE_PAGE'] }),
    ...(mail === undefined ? {} : { mail }),
    ...(env['VIGIE_JOBS'] === 'off' ? { jobs: false } : {}),
  }
}

/** Behind a proxy all people come from one address: then the first number must fit all of them. */
function ratesFrom(
  text: string | undefined,
): { readonly address: number; readonly principal: number } | { readonly fault: string } | undefined {
  if (text === undefined || text === '') return undefined
  const m = /^([1-9]\d{0,8}),([1-9]\d{0,8})$/.exec(text)
  if (m !== null) return { address: Number(m[1]), principal: Number(m[2]) }
  return {
    fault: `VIGIE_REQUESTS_PER_MINUTE is "${text}"; write two numbers, for one address and for one person, as 6000,3000.`,
  }
}

function oidcFrom(
  env: Readonly<Record<string, string | undefined>>,
): OidcConfig | { readonly fault: string } | undefined {
  const names = ['VIGIE_OIDC_ISSUER', 'VIGIE_OIDC_CLIENT_ID', 'VIGIE_OIDC_CLIENT_SECRET'] as const
  const [issuer = '', clientId = '', clientSecret = ''] = names.map(n => env[n])
  if (issuer === '' && clientId === '' && clientSecret === '') return undefined
  const missing = names.filter(n => (env[n] ?? '') === '')
  if (missing.length > 0)
    return { fault: `${missing.join(' and ')} must be set as well, for sign-in at a provider.` }
  if (!URL.canParse(issuer) || (new URL(issuer).protocol !== 'https:' && !isLocal(issuer))) {
    return { fault: `VIGIE_OIDC_ISSUER is "${issuer}"; give the https address of the provider.` }
  }
  return { issuer, clientId, clientSecret }
}

function isInside(folder: string, file: string): boolean {
  const path = relative(resolve(folder), resolve(file))
  return !path.startsWith('..') && !isAbsolute(path)
}

/** Where mail goes out; a text is the fault. */
function mailFrom(url: string | undefined, from: string | undefined): Settings['mail'] | string {
  if (url === undefined || url === '') return undefined
  // The address may hold a password, so it is not repeated.
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === '') {
    return 'VIGIE_SMTP_URL cannot be read; write it as smtp://user:password@mail.example.org:587.'
  }
  if (from === undefined || !/^[^@\r\n]+@[^@\s]+$/.test(from)) {
    return 'VIGIE_MAIL_FROM is needed with VIGIE_SMTP_URL: the address that messages come from.'
  }
  return { url, from }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin } = new URL(text)
  return /^https?:$/.test(protocol) && origin === text
}
