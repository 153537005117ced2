import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import { once } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { caseOfSignals } from '../intake/case-of-signals.js'
import { newReference } from '../intake/reference.js'
import { Problem } from '../problem/problem.js'
import { asJson } from '../resources/kind.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, id, idempotencyKey, idPath, line, refusal } from '../schemas.js'

const newCase = z
  .strictObject({
    signalIds: z.array(id).max(50).default([]).openapi({ description: 'Further signals on the same event.' }),
    reference: line(50).optional().openapi({ description: 'One is made when it is left out.' }),
    title: line(300).optional(),
    deviceId: id
      .optional()
      .openapi({ description: 'The registered device; that of the signals when absent.' }),
    manufacturerId: id
      .optional()
      .openapi({ description: 'For a device that is not registered, with deviceName.' }),
    deviceName: line(300).optional(),
  })
  .openapi('NewCaseOfSignals')

const made = z
  .object({
    caseId: id,
    tenantId: id,
    reference: z.string(),
    title: z.string(),
    version: z.number().int(),
    file: z.unknown().openapi({ allOf: [{ $ref: '#/components/schemas/CaseFile' }] }),
    sources: z
      .array(z.object({ path: z.string(), source: z.string() }))
      .openapi({ description: 'Where each prefilled value comes from.' }),
    open: z.array(z.string()).openapi({ description: 'What could not be filled in, and why.' }),
  })
  .openapi('CaseOfSignals')

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/signals/{id}/case',
    summary: 'Make a case of a signal, or of several, with the facts that are known already',
    tags: ['signals'],
    ...access(s, 'write'),
    request: { params: idPath, headers: idempotencyKey, body: body(newCase) },
    responses: { 201: answer(made, 'The case.'), ...refusal },
  })

export function signalCaseRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const { id: signalId } = c.req.valid('param')
    const sent = c.req.valid('json')
    const now = s.clock()
    const wanted = {
      ...sent,
      reference: sent.reference ?? newReference('C', now, actor.zone),
      on: dayInZone(now, actor.zone),
    }
    const key = c.req.valid('header')['idempotency-key']
    const result = await s.store.withTenant(actor, async tx => {
      const first = await rowOf(tx, 'signals', signalId)
      await mustWrite(tx, first.tenant_id)
      const make = async () => {
        const ids = [...new Set(sent.signalIds)].filter(other => other !== signalId)
        const others = []
        for (const other of ids) others.push(await rowOf(tx, 'signals', other))
        const { row, sources, open } = await caseOfSignals(tx, [first, ...others], wanted)
        return asJson({
          caseId: row.id,
          tenantId: row.tenant_id,
          reference: row.reference,
          title: row.title,
          version: row.version,
          file: row.details,
          sources,
          open,
        })
      }
      if (key === undefined) return { ok: true as const, response: await make(), repeated: false }
      return once(tx, key, asJson({ method: 'POST', path: `/signals/${signalId}/case`, sent }), make)
    })
    if (!result.ok) throw new Problem('other-request')
    const view = made.parse(result.response)
    if (result.repeated) c.header('idempotency-replayed', 'true')
    c.header('location', `/cases/${view.caseId}`)
    return c.json(view, 201)
  })
}
