import { createRoute, z } from '@hono/zod-openapi'
import { change, type Row, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { duplicatesOf } from '../intake/duplicates/find.js'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { changedProblem } from '../resources/conflict.js'
import { asJson } from '../resources/kind.js'
import { rowOf } from '../resources/register.js'
import { signalView, viewOfSignal } from '../resources/signal-view.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, id, idPath, ifMatch, line, refusal } from '../schemas.js'
import { signalFields } from './signals.js'

const suggestion = z
  .object({
    signalId: id,
    reference: z.string(),
    subject: z.string().nullable(),
    state: z.string(),
    receivedAt: z.string(),
    score: z
      .number()
      .openapi({ description: '0 to 1, for the order only: a sum of weights, no probability.' }),
    reasons: z.array(z.string()),
    linked: z.boolean().openapi({ description: 'A person has said that this signal is a duplicate of it.' }),
  })
  .openapi('DuplicateSuggestion')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/signals/{id}/duplicates',
    summary: 'Signals that may tell of the same event, each with the reasons; nothing is linked by this',
    tags: ['signals'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(z.object({ items: z.array(suggestion) }), 'Likeliest first.'), ...refusal },
  })

const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/signals/{id}/duplicate-of',
    summary: 'Say that a signal is a duplicate of another one, or take that back; both stay as they are',
    tags: ['signals'],
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(
        z
          .strictObject({
            signalId: id.nullable().openapi({ description: 'The one it repeats; null takes it back.' }),
            reason: line(500),
          })
          .openapi('DuplicateOf'),
      ),
    },
    responses: { 200: answer(signalView, 'The signal.'), ...refusal },
  })

function refuseFirst(fault: string): never {
  const where = { path: 'signalId', place: 'body' }
  throw new Problem('invalid-body', { findings: [deskFindings.make['DUPLICATE-OF'](where, { fault })] })
}

/** Every duplicate names the first signal: a chain or a ring would leave it unclear which of them is told. */
async function mustBeFirst(tx: Tx, signal: Row<'signals'>, of: string): Promise<void> {
  const first = await rowOf(tx, 'signals', of)
  if (first.tenant_id !== signal.tenant_id) refuseFirst('That signal is in another tenant')
  if (first.duplicate_of !== null) refuseFirst('That signal is a duplicate itself')
  const other = await tx.db
    .selectFrom('signals')
    .select('reference')
    .where('tenant_id', '=', signal.tenant_id)
    .where('duplicate_of', '=', signal.id)
    .limit(1)
    .executeTakeFirst()
  if (other !== undefined) refuseFirst(`${other.reference} is a duplicate of this signal`)
}

export function signalDuplicateRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { id: signalId } = c.req.valid('param')
    const { row, found } = await s.store.withTenant(c.get('principal').actor, async tx => {
      const row = await rowOf(tx, 'signals', signalId)
      return { row, found: await duplicatesOf(tx, row) }
    })
    const items = found.map(({ other, score, reasons }) => ({
      signalId: other.id,
      reference: other.reference,
      subject: other.subject,
      state: other.state,
      receivedAt: other.received_at,
      score,
      reasons: [...reasons],
      linked: row.duplicate_of === other.id,
    }))
    return c.json({ items }, 200)
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { id: signalId } = c.req.valid('param')
    const { signalId: of, reason } = c.req.valid('json')
    const row = await s.store.withTenant(c.get('principal').actor, async tx => {
      const before = await rowOf(tx, 'signals', signalId)
      await mustWrite(tx, before.tenant_id)
      if (of === signalId) refuseFirst('A signal is no duplicate of itself')
      const target = {
        entity: 'signals',
        id: signalId,
        tenantId: before.tenant_id,
        expectedVersion: version,
      } as const
      const result = await change(tx, { ...target, reason }, () => ({ duplicate_of: of }))
      if (result.ok) {
        if (of !== null) await mustBeFirst(tx, result.row, of)
        return result.row
      }
      if (result.why !== 'conflict') throw new Problem(result.why === 'not-found' ? 'not-found' : 'forbidden')
      const fields = asJson(signalFields(result.current))
      const current = { version: result.current.version, body: fields, view: fields }
      throw await changedProblem(tx, result, { version, body: fields }, current, {})
    })
    c.header('etag', etagOf(row.version))
    return c.json(viewOfSignal(row), 200)
  })
}
