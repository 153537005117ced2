import { createRoute, z } from '@hono/zod-openapi'
import { once } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf } from '../http/etag.js'
import { newReference } from '../intake/reference.js'
import { epochOf, instant, receivedAs, reporter } from '../intake/signal-details.js'
import { takeIn } from '../intake/take-in.js'
import { Problem } from '../problem/problem.js'
import { asJson } from '../resources/kind.js'
import { signalView, viewOfSignal } from '../resources/signal-view.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, idempotencyKey, line, refusal, tenantId, zone } from '../schemas.js'
import { SIGNAL_KINDS } from './signals.js'

const newText = z
  .strictObject({
    text: z.string().min(1).max(200_000).regex(/\S/, 'only blanks'),
    kind: z.enum(SIGNAL_KINDS).default('complaint'),
    subject: line(300).nullable().default(null),
    source: line(200).default('Pasted text'),
    receivedAt: instant.optional().openapi({ description: 'When it reached you; now when absent.' }),
    receivedZone: zone.optional().openapi({ description: 'Your own zone when absent.' }),
    receivedAs: receivedAs.default('manufacturer'),
    reporter: reporter.nullable().default(null),
    tenantId,
  })
  .openapi('NewTextSignal')

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/intake/text',
    summary: 'Make a signal of a pasted text; what it mentions comes back as hints',
    tags: ['signals'],
    ...access(s, 'write'),
    request: { headers: idempotencyKey, body: body(newText) },
    responses: { 201: answer(signalView, 'The signal, with its hints.'), ...refusal },
  })

export function intakeTextRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const sent = c.req.valid('json')
    const tenant = sent.tenantId ?? actor.tenantId
    const now = s.clock()
    const receivedAt = sent.receivedAt === undefined ? now : epochOf(sent.receivedAt)
    const receivedZone = sent.receivedZone ?? actor.zone
    const at = new Date(now).toISOString()
    const typed = sent.receivedAt
    const evidence = {
      from: typed === undefined ? ('desk' as const) : ('typed' as const),
      written: typed ?? 'taken in',
      at: new Date(receivedAt).toISOString(),
      note: null,
    }
    const notices = receivedAt > now ? ['The instant of receipt lies in the future. Check it.'] : []
    const key = c.req.valid('header')['idempotency-key']
    const result = await s.store.withTenant(actor, async tx => {
      const make = async () => {
        await mustWrite(tx, tenant)
        const row = await takeIn(
          tx,
          tenant,
          {
            ...sent,
            reference: newReference('S', receivedAt, receivedZone),
            receivedAt,
            receivedZone,
            intake: {
              channel: 'text',
              at,
              messageId: null,
              from: null,
              evidence: [evidence],
              original: null,
              attachments: [],
              notices,
              importId: null,
            },
          },
          now,
        )
        return asJson(viewOfSignal(row))
      }
      if (key === undefined) return { ok: true as const, response: await make(), repeated: false }
      return once(tx, key, asJson({ method: 'POST', path: '/intake/text', sent }), make)
    })
    if (!result.ok) throw new Problem('other-request')
    const view = signalView.parse(result.response)
    if (result.repeated) c.header('idempotency-replayed', 'true')
    c.header('etag', etagOf(view.version))
    c.header('location', `/signals/${view.id}`)
    return c.json(view, 201)
  })
}
