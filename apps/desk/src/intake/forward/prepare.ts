import { create, type FileStore, newId, type Row, type Tx } from '@vigie/record'
import { Problem } from '../../problem/problem.js'
import { type FileToKeep, keepFiles, type Stored } from '../keep-files.js'
import { type Attachment, readSignalDetails } from '../signal-details.js'
import type { ForwardDuty } from './duties.js'
import type { ADDRESSEES, CHANNELS } from './view.js'

export interface ForwardWanted {
  readonly addressee: (typeof ADDRESSEES)[number]
  readonly organisationId: string | null
  readonly name: string
  readonly address: string | null
  readonly channel: (typeof CHANNELS)[number]
  readonly duty: ForwardDuty | undefined
}

const MOST = 25 * 1_048_576

/** The files of a signal that go with it: the message as it came, with what was attached to it inside. */
export function filesOf(signal: Row<'signals'>): readonly Attachment[] {
  const { intake } = readSignalDetails(signal.details)
  if (intake === null) return []
  return intake.original === null ? intake.attachments : [intake.original]
}

/** Their bytes. More than mail takes is refused. */
export async function bytesOf(
  files: FileStore,
  tenantId: string,
  all: readonly Attachment[],
): Promise<readonly FileToKeep[]> {
  if (all.reduce((sum, a) => sum + a.size, 0) > MOST) throw new Problem('too-large')
  const out: FileToKeep[] = []
  for (const { name, mediaType, sha256 } of all) {
    const stream = await files.get(tenantId, sha256)
    if (stream === undefined) throw new Problem('unavailable')
    const parts: Uint8Array[] = []
    for await (const part of stream) parts.push(part)
    out.push({ name, mediaType, bytes: Buffer.concat(parts) })
  }
  return out
}

/** Keeps a prepared forward with its message, byte for byte. */
export async function keepForward(
  tx: Tx,
  signal: Row<'signals'>,
  wanted: ForwardWanted,
  mail: {
    readonly subject: string
    readonly text: string
    readonly messageId: string
    readonly names: readonly string[]
  },
  file: Stored,
): Promise<Row<'forwards'>> {
  const id = newId()
  const { fileId, size, sha256 } = file
  const message = {
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    file: { fileId, size, sha256 },
    attachments: mail.names,
  }
  const tenantId = signal.tenant_id
  await keepFiles(tx, { tenantId, entity: 'forwards', id }, [file])
  const made = await create(
    tx,
    { entity: 'forwards', id, tenantId },
    {
      signal_id: signal.id,
      rule: wanted.duty?.rule ?? null,
      addressee: wanted.addressee,
      organisation_id: wanted.organisationId,
      name: wanted.name,
      address: wanted.address,
      channel: wanted.channel,
      message: JSON.stringify(message),
    },
  )
  return made.row
}
