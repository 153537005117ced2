import { createTransport } from 'nodemailer'
import { composed, type Message } from './message.js'

export type Sent =
  | { readonly ok: true; readonly messageId: string }
  /** `again` says whether it may work later; `fault` is a code, never a text of the server (it repeats addresses). */
  | { readonly ok: false; readonly again: boolean; readonly fault: string }

export type SendMail = (id: string, message: Message) => Promise<Sent>

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://...`. */
  readonly url: string
  readonly from: string
}

const CONNECT_MS = 15_000
const SILENCE_MS = 60_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Sends by SMTP, one connection a message. Without TLS only to this very machine. */
export function smtpMail(
  { url, from }: SmtpSettings,
  wait = { connect: CONNECT_MS, silence: SILENCE_MS },
): SendMail {
  const { hostname, protocol, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const here = LOOPBACK.has(hostname)
  const transport = createTransport({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: wait.connect,
    greetingTimeout: wait.connect,
    socketTimeout: wait.silence,
    logger: false,
  })
  return async (id, message) => {
    try {
      const { messageId, rejected } = await transport.sendMail(composed(id, from, message))
      // Some addresses took it and some did not: sending again would reach the first ones twice.
      if (rejected.length > 0) return { ok: false, again: false, fault: 'some-recipients-refused' }
      return { ok: true, messageId }
    } catch (error) {
      return { ok: false, ...faultOf(error) }
    }
  }
}

/** A 5xx answer is final, a 4xx (greylisting) and a broken connection are not. */
function faultOf(error: unknown): { readonly again: boolean; readonly fault: string } {
  if (!(error instanceof Error)) return { again: true, fault: 'unknown' }
  const answered =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined
  if (answered !== undefined) return { again: answered < 500, fault: `smtp-${answered}` }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return { again: code !== 'EENVELOPE' && code !== 'EMESSAGE', fault: code }
}
