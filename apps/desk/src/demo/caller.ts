import type { Desk } from '../desk.js'

/** Asks the desk as a browser on this machine would, so that everything in the demo has gone through the front door. */
export interface Caller {
  call(method: string, path: string, body?: object, ifMatch?: string): Promise<Reply>
}

export interface Reply {
  readonly etag: string
  readonly json: Readonly<Record<string, unknown>>
}

const LOOPBACK = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

/** Nobody in particular: for the first start and for invitations. */
export function anyone(app: Desk, origin: string): Caller {
  return { call: async (...what) => (await send(app, origin, {}, what)).reply }
}

/** Signs somebody in with the password and asks in that name. */
export async function signedIn(app: Desk, origin: string, email: string, password: string): Promise<Caller> {
  const { reply, cookie } = await send(app, origin, {}, ['POST', '/session', { email, password }])
  const headers = { cookie, 'x-csrf-token': String(reply.json['csrfToken']) }
  return { call: async (...what) => (await send(app, origin, headers, what)).reply }
}

async function send(
  app: Desk,
  origin: string,
  headers: Readonly<Record<string, string>>,
  [method, path, body, ifMatch]: Parameters<Caller['call']>,
): Promise<{ readonly reply: Reply; readonly cookie: string }> {
  const init = {
    method,
    headers: {
      ...headers,
      origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  const response = await app.request(`${origin}${path}`, init, LOOPBACK)
  const text = await response.text()
  if (!response.ok) throw new Error(`the demo was refused: ${method} ${path} ${response.status} ${text}`)
  const json: Record<string, unknown> = text === '' ? {} : JSON.parse(text)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { reply: { etag: response.headers.get('etag') ?? '', json }, cookie }
}
