import { createRoute, z } from '@hono/zod-openapi'
import type { Finding } from '@vigie/kernel'
import { change, type Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { FORWARD_STATES, forwardView, PROOFS, viewOfForward } from '../intake/forward/view.js'
import { epochOf, instant } from '../intake/signal-details.js'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { changedProblem } from '../resources/conflict.js'
import { refuseBody } from '../resources/fault.js'
import { asJson } from '../resources/kind.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, id, idPath, ifMatch, line, reason, refusal, zone } from '../schemas.js'

const progress = z
  .strictObject({
    state: z.enum(FORWARD_STATES),
    sentAt: instant.nullable().default(null),
    sentZone: zone.nullable().default(null),
    proofKind: z.enum(PROOFS).nullable().default(null),
    proofReference: line(300).nullable().default(null),
    proofFileId: id.nullable().default(null),
    reason,
  })
  .openapi('ForwardProgress')
type Progress = z.output<typeof progress>

const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/forwards/{id}',
    summary: 'One message that hands a signal on',
    tags: ['signals'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(forwardView, 'It.'), ...refusal },
  })

const eml = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/forwards/{id}/eml',
    summary: 'The message as it was prepared, byte for byte',
    tags: ['signals'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: {
        description: 'A message for a mail program.',
        content: { 'message/rfc822': { schema: { type: 'string', format: 'binary' } } },
      },
      ...refusal,
    },
  })

const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/forwards/{id}',
    summary: 'Say that it was sent, when, and with which proof',
    tags: ['signals'],
    ...access(s, 'write'),
    request: { params: idPath, headers: ifMatch, body: body(progress) },
    responses: { 200: answer(forwardView, 'Changed.'), ...refusal },
  })

/** What a state needs: when it was sent, and what proves it. */
function faultsOf(p: Progress, now: number): Finding[] {
  const missing = (name: string) => deskFindings.make.MISSING({ path: name, place: 'body' }, { name })
  const sent = p.state === 'sent' || p.state === 'proven'
  const future = p.sentAt !== null && epochOf(p.sentAt) > now
  return [
    ...(sent && p.sentAt === null ? [missing('sentAt')] : []),
    ...(sent && p.sentZone === null ? [missing('sentZone')] : []),
    ...(p.state === 'proven' && p.proofKind === null ? [missing('proofKind')] : []),
    ...(p.state === 'proven' && p.proofReference === null && p.proofFileId === null
      ? [missing('proofReference')]
      : []),
    ...(future
      ? [deskFindings.make.SHAPE({ path: 'sentAt', place: 'body' }, { fault: 'sentAt lies in the future' })]
      : []),
  ]
}

const columnsOf = (p: Progress) => ({
  state: p.state,
  sent_at: p.sentAt === null ? null : new Date(epochOf(p.sentAt)).toISOString(),
  sent_zone: p.sentAt === null ? null : p.sentZone,
  proof_kind: p.proofKind,
  proof_reference: p.proofReference,
  proof_file_id: p.proofFileId,
})

/** A first proof says why by itself; what was sent or proven before changes for a reason only. */
const reasonOf = (p: Progress, before: Row<'forwards'>) =>
  p.reason ?? (before.state === 'sent' && p.state === 'proven' ? 'Proof of the sending' : undefined)

export function forwardRoutes(app: Desk, s: Services): void {
  app.openapi(one(s), async c => {
    const { id: forwardId } = c.req.valid('param')
    const row = await s.store.withTenant(c.get('principal').actor, tx => rowOf(tx, 'forwards', forwardId))
    c.header('etag', etagOf(row.version))
    return c.json(viewOfForward(row), 200)
  })
  app.openapi(eml(s), async c => {
    const { id: forwardId } = c.req.valid('param')
    const row = await s.store.withTenant(c.get('principal').actor, tx => rowOf(tx, 'forwards', forwardId))
    const stream = await s.files.get(row.tenant_id, viewOfForward(row).message.file.sha256)
    if (stream === undefined) throw new Problem('unavailable')
    const parts: Uint8Array[] = []
    for await (const part of stream) parts.push(part)
    c.header('content-disposition', 'attachment; filename="forward.eml"')
    return c.body(new Uint8Array(Buffer.concat(parts)), 200, { 'content-type': 'message/rfc822' })
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { id: forwardId } = c.req.valid('param')
    const sent = c.req.valid('json')
    refuseBody(faultsOf(sent, s.clock()))
    const row = await s.store.withTenant(c.get('principal').actor, async tx => {
      const before = await rowOf(tx, 'forwards', forwardId)
      await mustWrite(tx, before.tenant_id)
      const why = reasonOf(sent, before)
      if (before.state === 'proven' && why === undefined) throw new Problem('reason-needed')
      const target = {
        entity: 'forwards',
        id: forwardId,
        tenantId: before.tenant_id,
        expectedVersion: version,
        ...(why === undefined ? {} : { reason: why }),
      } as const
      const result = await change(tx, target, () => columnsOf(sent))
      if (result.ok) return result.row
      if (result.why === 'reason-needed') throw new Problem('reason-needed')
      if (result.why !== 'conflict') throw new Problem(result.why === 'not-found' ? 'not-found' : 'forbidden')
      const view = asJson(viewOfForward(result.current))
      const current = { version: result.current.version, body: view, view }
      throw await changedProblem(tx, result, { version, body: view }, current, {})
    })
    c.header('etag', etagOf(row.version))
    return c.json(viewOfForward(row), 200)
  })
}
