import { z } from '@hono/zod-openapi'
import type { Row, SealState } from '@vigie/record'
import { fieldChange, id } from '../schemas.js'

export const MEANINGS = [
  'author',
  'review',
  'approval',
  'responsibility',
  'verification',
  'rejection',
  'revocation',
] as const

export const signature = z
  .object({
    id,
    entity: z.string(),
    entityId: id,
    entityVersion: z.number().int(),
    printedName: z.string(),
    meaning: z.enum(MEANINGS),
    signedAt: z.string(),
    signedZone: z.string(),
    method: z.enum(['passkey', 'password', 'totp']),
    overrideReason: z.string().nullable(),
    contentHash: z.string(),
    payloadHash: z.string(),
    seal: z.enum(['intact', 'changed-since', 'damaged']).openapi({
      description:
        'Whether what was signed is what is there now, of the record and of the proof of a passkey.',
    }),
    currentVersion: z.number().int().nullable(),
    changes: z.array(fieldChange),
  })
  .openapi('Signature')

export function signatureView(row: Row<'signatures'>, seal: SealState): z.output<typeof signature> {
  const since = seal.state === 'changed-since' ? seal : undefined
  return {
    id: row.id,
    entity: row.entity,
    entityId: row.entity_id,
    entityVersion: row.entity_version,
    printedName: row.printed_name,
    meaning: row.meaning,
    signedAt: row.signed_at,
    signedZone: row.signed_zone,
    method: row.method,
    overrideReason: row.override_reason,
    contentHash: row.content_hash,
    payloadHash: row.payload_hash,
    seal: seal.state,
    currentVersion: since?.currentVersion ?? null,
    changes: [...(since?.changes ?? [])],
  }
}
