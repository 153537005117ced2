import type { Page } from 'playwright-core'
import type { Server } from './server.js'

export const ANKE = {
  organisation: 'Nordlicht Infusion GmbH',
  name: 'Anke Petersen',
  email: 'anke@nordlicht.example',
  zone: 'Europe/Berlin',
  password: 'lantern river copper monday',
} as const

/** A program's way into the desk, signed in as the first administrator: to fill it before a walk. */
export interface Filler {
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Filled>
}
export interface Filled {
  readonly status: number
  readonly etag: string | null
  readonly json: Readonly<Record<string, unknown>>
}

/** Makes the first administrator without a browser, and gives a way to fill the desk. */
export async function makeAdministrator(server: Server): Promise<Filler> {
  const send = sender(server.base, {})
  await send('POST', '/setup', { ...ANKE, code: server.setupCode, kind: 'manufacturer' })
  const response = await fetch(`${server.base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ANKE.email, password: ANKE.password }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { csrfToken }: { csrfToken: string } = await response.json()
  return { send: sender(server.base, { cookie, 'x-csrf-token': csrfToken }) }
}

function sender(base: string, always: Record<string, string>): Filler['send'] {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${base}/api${path}`, {
      method,
      headers: {
        ...always,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      json: text === '' ? {} : JSON.parse(text),
    }
  }
}

/** Signs in at the page. */
export async function signIn(page: Page, path = '/'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail address').fill(ANKE.email)
  await page.getByLabel('Password').fill(ANKE.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}
