import PostalMime, { type Email, type Attachment as Part } from 'postal-mime'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { type Received, receivedOf } from './received.js'

export interface ReadEmail {
  readonly subject: string | null
  readonly from: { readonly name: string; readonly address: string } | null
  readonly messageId: string | null
  readonly text: string
  readonly received: Received
  readonly attachments: readonly ReadAttachment[]
  readonly notices: readonly string[]
}

export interface ReadAttachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const DEEPEST = 30
const MOST_ATTACHMENTS = 100
const LONGEST_TEXT = 200_000
const FIELD = /^[\x21-\x39\x3b-\x7e]{1,76}:/
const TELLING = /^(?:from|date|received|message-id|return-path|to|mime-version):/im

/** Reads a message as a mail program saves it (message/rfc822). What is no message is refused with the reason. */
export async function readEmail(bytes: Uint8Array, now: number): Promise<ReadEmail> {
  const head = Buffer.from(bytes.subarray(0, 65_536))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
  const fields = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const first = fields.replace(/^From [^\r\n]*\r?\n/, '')
  if (!FIELD.test(first) || !TELLING.test(first)) refuse('it does not begin with the header of a message')
  const email = await parse(bytes)
  const of = (key: string) => email.headers.filter(h => h.key === key).map(h => h.value)
  const notices: string[] = []
  const clean = (text: string) => keepable(text, notices)
  const body = email.text ?? ''
  if (body.length > LONGEST_TEXT) {
    notices.push(`The text was longer than ${LONGEST_TEXT} characters; the rest stands in the original.`)
  }
  if (isForwarded(email)) {
    notices.push('It looks like a forwarded message: the first of your people may have received it earlier.')
  }
  if (email.attachments.length > MOST_ATTACHMENTS) refuse(`it has more than ${MOST_ATTACHMENTS} attachments`)
  const received = receivedOf(of('received'), of('date')[0], now)
  const { from } = email
  return {
    subject: email.subject === undefined ? null : clean(email.subject).slice(0, 300),
    from:
      from?.address === undefined
        ? null
        : { name: clean(from.name).slice(0, 200), address: clean(from.address).slice(0, 255) },
    messageId: email.messageId === undefined ? null : clean(email.messageId).slice(0, 300),
    text: clean(body.slice(0, LONGEST_TEXT)),
    received,
    attachments: email.attachments.map((part, i) => attachmentOf(part, i, clean)),
    notices: [...new Set([...notices, ...received.notices])],
  }
}

function refuse(fault: string): never {
  const findings = [deskFindings.make.MESSAGE({ path: '', place: 'body' }, { fault })]
  throw new Problem('invalid-body', { findings })
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: DEEPEST,
      maxHeadersSize: 1_048_576,
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
    })
  } catch {
    return refuse(`its parts lie more than ${DEEPEST} deep in one another, or its header is too large`)
  }
}

/** A record keeps neither U+0000 nor half a character: each is shown as U+FFFD, the original file has them. */
function keepable(text: string, notices: string[]): string {
  const kept = text.replaceAll('\u0000', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  if (kept !== text) notices.push('Characters that no text holds are shown as \uFFFD; the original has them.')
  return kept
}

const isForwarded = (email: Email) =>
  /^\s*(?:fwd?|wg|tr|i|rv|doorst)\s*:/i.test(email.subject ?? '') ||
  email.attachments.some(a => a.mimeType === 'message/rfc822')

function attachmentOf(part: Part, index: number, clean: (text: string) => string): ReadAttachment {
  const { content } = part
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content)
  // A name is a name: no folder, nothing that a terminal or a browser would act on.
  const named = clean(part.filename ?? '')
    .replaceAll(/[\\/]/g, '_')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  const name = named === '' ? `attachment-${index + 1}` : named.slice(0, 200)
  const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(part.mimeType)
    ? part.mimeType
    : 'application/octet-stream'
  return { name, mediaType, bytes }
}
