import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { wholeBody } from '../files/incoming.js'
import { access } from '../http/authenticate.js'
import { etagOf } from '../http/etag.js'
import { readEmail } from '../intake/email.js'
import { keepFiles, storeFiles } from '../intake/keep-files.js'
import { newReference } from '../intake/reference.js'
import { receivedAs } from '../intake/signal-details.js'
import { takeIn } from '../intake/take-in.js'
import { signalView, viewOfSignal } from '../resources/signal-view.js'
import { mustWrite } from '../resources/writable.js'
import { answer, refusal, tenantId, zone } from '../schemas.js'
import { SIGNAL_KINDS } from './signals.js'

/** The most bytes of a message; it is read in memory. */
const LARGEST = 32 * 1_048_576

const query = z.strictObject({
  tenantId,
  kind: z.enum(SIGNAL_KINDS).default('complaint'),
  receivedAs: receivedAs.default('manufacturer'),
  receivedZone: zone
    .optional()
    .openapi({ description: 'Zone of the place that received it; your own when absent.' }),
})

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/intake/eml',
    summary: 'Make a signal of an e-mail, sent as it was saved (.eml); nothing of it is lost',
    tags: ['signals'],
    ...access(s, 'write'),
    request: {
      query,
      body: {
        required: true,
        content: { 'message/rfc822': { schema: { type: 'string', format: 'binary' } } },
      },
    },
    responses: { 201: answer(signalView, 'The signal, with its hints and attachments.'), ...refusal },
  })

export function intakeEmlRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const wanted = c.req.valid('query')
    const tenant = wanted.tenantId ?? actor.tenantId
    await s.store.withTenant(actor, tx => mustWrite(tx, tenant))
    const bytes = await wholeBody(c.req.raw, LARGEST)
    const now = s.clock()
    const email = await readEmail(bytes, now)
    const receivedZone = wanted.receivedZone ?? actor.zone
    const original = { name: 'message.eml', mediaType: 'message/rfc822', bytes }
    const [kept, ...attachments] = await storeFiles(s.files, tenant, [original, ...email.attachments])
    if (kept === undefined) throw new Error('the message was not stored')
    const { from } = email
    const row = await s.store.withTenant(actor, async tx => {
      await mustWrite(tx, tenant)
      const signal = await takeIn(
        tx,
        tenant,
        {
          reference: newReference('S', email.received.at, receivedZone),
          kind: wanted.kind,
          receivedAt: email.received.at,
          receivedZone,
          source: from === null ? 'E-mail' : `E-mail from ${from.address}`.slice(0, 200),
          subject: email.subject,
          text: email.text,
          reporter: from === null ? null : reporterOf(from),
          receivedAs: wanted.receivedAs,
          intake: {
            channel: 'e-mail',
            at: new Date(now).toISOString(),
            messageId: email.messageId,
            from: from?.address ?? null,
            evidence: [...email.received.evidence],
            original: kept,
            attachments,
            notices: [...email.notices],
            importId: null,
          },
        },
        now,
      )
      await keepFiles(tx, { tenantId: tenant, entity: 'signals', id: signal.id }, [kept, ...attachments])
      return signal
    })
    const view = viewOfSignal(row)
    c.header('etag', etagOf(view.version))
    c.header('location', `/signals/${view.id}`)
    return c.json(view, 201)
  })
}

/** Who sent the message is who reported, until a person says otherwise. */
function reporterOf(from: { readonly name: string; readonly address: string }) {
  const name = /\S/.test(from.name) ? { name: from.name } : {}
  return /\S/.test(from.address) ? { ...name, email: from.address } : name
}
