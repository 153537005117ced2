import { z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'
import { id } from '../../schemas.js'
import type { ForwardDuty } from './duties.js'

export const ADDRESSEES = [
  'manufacturer',
  'authorised representative',
  'importer',
  'UK Responsible Person',
  'Swiss representative',
  'other',
] as const
export const CHANNELS = ['e-mail', 'portal', 'letter', 'telephone', 'other'] as const
export const PROOFS = ['message-id', 'read-receipt', 'reply', 'portal', 'postal', 'other'] as const
export const FORWARD_STATES = ['prepared', 'sent', 'proven', 'withdrawn'] as const

const message = z.object({
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
  file: z.object({ fileId: id, size: z.number().int(), sha256: z.string() }),
  attachments: z.array(z.string()),
})

export const forwardView = z
  .object({
    id,
    tenantId: id,
    version: z.number().int(),
    signalId: id,
    rule: z.string().nullable(),
    addressee: z.enum(ADDRESSEES),
    organisationId: id.nullable(),
    name: z.string(),
    address: z.string().nullable(),
    channel: z.enum(CHANNELS),
    message,
    sentAt: z.string().nullable(),
    sentZone: z.string().nullable(),
    proofKind: z.enum(PROOFS).nullable(),
    proofReference: z.string().nullable(),
    proofFileId: id.nullable(),
    state: z.enum(FORWARD_STATES),
  })
  .openapi('Forward')
export type ForwardView = z.output<typeof forwardView>

export const viewOfForward = (row: Row<'forwards'>): ForwardView => ({
  id: row.id,
  tenantId: row.tenant_id,
  version: row.version,
  signalId: row.signal_id,
  rule: row.rule,
  addressee: row.addressee,
  organisationId: row.organisation_id,
  name: row.name,
  address: row.address,
  channel: row.channel,
  message: message.parse(row.message),
  sentAt: row.sent_at === null ? null : new Date(row.sent_at).toISOString(),
  sentZone: row.sent_zone,
  proofKind: row.proof_kind,
  proofReference: row.proof_reference,
  proofFileId: row.proof_file_id,
  state: row.state,
})

export const dutyView = z
  .object({
    rule: z.string(),
    title: z.string(),
    citation: z.string(),
    addressee: z.string(),
    by: z.string().nullable().openapi({ description: 'The day by which it is due: the day of receipt.' }),
    timing: z.string(),
    why: z.string(),
    confirmed: z.boolean(),
    state: z
      .enum(['open', 'sent', 'proven'])
      .openapi({ description: 'Only what was sent with proof is done.' }),
    overdue: z.boolean(),
  })
  .openapi('ForwardDuty')

/** A duty with how far it is: the farthest of the messages to that addressee counts. */
export function viewOfDuty(
  duty: ForwardDuty,
  forwards: readonly Row<'forwards'>[],
  today: string,
): z.output<typeof dutyView> {
  const states = forwards.filter(f => f.addressee === duty.addressee).map(f => f.state)
  const state = states.includes('proven') ? 'proven' : states.includes('sent') ? 'sent' : 'open'
  return { ...duty, state, overdue: state !== 'proven' && duty.by !== null && duty.by < today }
}
