import { createTransport } from 'nodemailer'
import { z } from 'zod'

/** A message as it lies in the outbox. Attachments are Base64. */
export const message = z.object({
  to: z.array(z.email()).min(1),
  cc: z.array(z.email()).default([]),
  subject: z.string().min(1).max(998),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), base64: z.base64() })).default([]),
})
export type Message = z.output<typeof message>

/**
 * What the mail library takes. The Message-ID follows from the id in the outbox: when a message had to go out again,
 * because nobody knows whether the first time arrived, it is the same message.
 */
export function composed(id: string, from: string, { to, cc, subject, text, attachments }: Message) {
  const host = from.split('@').at(-1)?.replace(/>.*$/, '').trim() ?? ''
  return {
    messageId: `<${id}@${host === '' ? 'vigie.invalid' : host}>`,
    from,
    to,
    cc,
    subject,
    text,
    attachments: attachments.map(a => ({
      filename: a.name,
      contentType: a.mediaType,
      content: Buffer.from(a.base64, 'base64'),
    })),
    // Nothing in a message may make the server read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The message as a file that every mail program opens (RFC 5322), to be sent by hand. */
export async function emlOf(id: string, from: string, wanted: Message, at: string): Promise<Uint8Array> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const made = await transport.sendMail({
    ...composed(id, from, wanted),
    date: new Date(at),
    // Mail programs open it as a draft.
    headers: { 'X-Unsent': '1' },
  })
  if (!(made.message instanceof Uint8Array)) throw new TypeError('the mail library gave no bytes')
  return made.message
}
