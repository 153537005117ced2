import type { Io } from '../io/io.js'
import { WrongUse } from '../wrong-use.js'

export const ASK_HELP = `
While a desk has the embedded record open, the command asks that desk: VIGIE_URL is its address (http://127.0.0.1:7373
without it), VIGIE_TOKEN a token made there. With DATABASE_URL nobody has to be asked.`

/** Sends a request to the running desk that holds the record; anything but an answer of 2xx is one sentence. */
export async function askDesk(io: Io, busy: string, path: string, body?: object): Promise<Response> {
  const token = io.env['VIGIE_TOKEN'] ?? ''
  const base = (io.env['VIGIE_URL'] ?? 'http://127.0.0.1:7373').replace(/\/$/, '')
  if (token === '') {
    throw new WrongUse(
      `${busy}\nOr let this command ask the running desk: make a token there and give it as VIGIE_TOKEN (and VIGIE_URL, where it is not http://127.0.0.1:7373).`,
    )
  }
  if (!mayCarrySecrets(base)) {
    throw new WrongUse(`VIGIE_URL is ${base}: a token is sent over https, or to this machine only.`)
  }
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${base}/api${path}`, { headers, redirect: 'error', ...init }).catch(() => {
    throw new WrongUse(`The desk at ${base} does not answer. Look at VIGIE_URL.`)
  })
  if (response.ok) return response
  const says = await response.json().catch(() => ({}))
  const text = (name: string): string =>
    typeof says === 'object' && says !== null && typeof Reflect.get(says, name) === 'string'
      ? String(Reflect.get(says, name))
      : ''
  throw new WrongUse(`The desk refused (${response.status}): ${text('title')} ${text('mend')}`.trim())
}

function mayCarrySecrets(base: string): boolean {
  if (!URL.canParse(base)) return false
  const { protocol, hostname } = new URL(base)
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}
