import { createTransport } from 'nodemailer'

export interface MailPart {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Mail {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
  readonly at: Date
  readonly attachments: readonly MailPart[]
}

/** A message as bytes (RFC 5322), to be opened in a mail program. Nothing is sent. */
export async function composeMail(mail: Mail): Promise<Uint8Array> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const info = await transport.sendMail({
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    date: mail.at,
    headers: { 'X-Unsent': '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: mail.attachments.map(a => ({
      filename: a.name,
      contentType: a.mediaType,
      content: Buffer.from(a.bytes),
      contentDisposition: 'attachment' as const,
      contentTransferEncoding: 'base64' as const,
    })),
  })
  const { message } = info
  if (!Buffer.isBuffer(message)) throw new Error('the message was not composed')
  return message
}
