import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import { newId, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf } from '../http/etag.js'
import { composeMail } from '../intake/forward/compose.js'
import { forwardDuties } from '../intake/forward/duties.js'
import { mailText } from '../intake/forward/mail-text.js'
import { bytesOf, filesOf, keepForward } from '../intake/forward/prepare.js'
import {
  ADDRESSEES,
  CHANNELS,
  dutyView,
  forwardView,
  viewOfDuty,
  viewOfForward,
} from '../intake/forward/view.js'
import { storeFiles } from '../intake/keep-files.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, email, id, idPath, line, refusal } from '../schemas.js'

const wanted = z
  .strictObject({
    addressee: z.enum(ADDRESSEES),
    organisationId: id.nullable().default(null),
    name: line(200).openapi({ description: 'Who receives it.' }),
    address: email.nullable().default(null),
    channel: z.enum(CHANNELS).default('e-mail'),
    from: email.openapi({ description: 'The address it is sent from.' }),
    text: z
      .string()
      .min(1)
      .max(100_000)
      .optional()
      .openapi({ description: 'Your own text; one is made when absent.' }),
    withReporter: z.boolean().default(false).openapi({
      description: 'Whether the made text names the reporter. Leave it out where it is not needed.',
    }),
    withFiles: z
      .boolean()
      .default(true)
      .openapi({ description: 'Whether the files of the signal go with it.' }),
  })
  .openapi('NewForward')

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/signals/{id}/forward',
    summary: 'Prepare a message that hands a signal on; it is kept as it is, and sent by you',
    tags: ['signals'],
    ...access(s, 'write'),
    request: { params: idPath, body: body(wanted) },
    responses: {
      201: answer(forwardView, 'The prepared message; GET /forwards/{id}/eml is the file.'),
      ...refusal,
    },
  })

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/signals/{id}/forwards',
    summary: 'To whom a signal must be handed on, by when and why, and how far that is',
    tags: ['signals'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: answer(
        z.object({ duties: z.array(dutyView), forwards: z.array(forwardView) }),
        'Duties and messages.',
      ),
      ...refusal,
    },
  })

const forwardsOf = (tx: Tx, tenantId: string, signalId: string) =>
  tx.db
    .selectFrom('forwards')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('signal_id', '=', signalId)
    .orderBy('id')
    .execute()

export function signalForwardRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const { id: signalId } = c.req.valid('param')
    const sent = c.req.valid('json')
    const now = s.clock()
    const { signal, deviceName } = await s.store.withTenant(actor, async tx => {
      const signal = await rowOf(tx, 'signals', signalId)
      await mustWrite(tx, signal.tenant_id)
      const device = signal.device_id === null ? undefined : await rowOf(tx, 'devices', signal.device_id)
      return { signal, deviceName: device?.name ?? null }
    })
    const today = dayInZone(now, actor.zone)
    const duty = forwardDuties(s.law, signal, today).find(d => d.addressee === sent.addressee)
    const made = mailText(signal, deviceName, duty, sent.withReporter)
    const text = sent.text ?? made.text
    const attachments = await bytesOf(s.files, signal.tenant_id, sent.withFiles ? filesOf(signal) : [])
    const domain = sent.from.slice(sent.from.lastIndexOf('@') + 1)
    const messageId = `<${newId(now)}@${domain}>`
    const { from, address } = sent
    const bytes = await composeMail({
      from,
      to: address ?? '',
      subject: made.subject,
      text,
      messageId,
      at: new Date(now),
      attachments,
    })
    const eml = { name: `forward-${signal.reference}.eml`.slice(0, 200), mediaType: 'message/rfc822', bytes }
    const [file] = await storeFiles(s.files, signal.tenant_id, [eml])
    if (file === undefined) throw new Error('the message was not stored')
    const names = attachments.map(a => a.name)
    const row = await s.store.withTenant(actor, async tx => {
      await mustWrite(tx, signal.tenant_id)
      return keepForward(
        tx,
        signal,
        { ...sent, duty },
        { subject: made.subject, text, messageId, names },
        file,
      )
    })
    c.header('etag', etagOf(row.version))
    c.header('location', `/forwards/${row.id}`)
    return c.json(viewOfForward(row), 201)
  })
  app.openapi(list(s), async c => {
    const { actor } = c.get('principal')
    const { id: signalId } = c.req.valid('param')
    const today = dayInZone(s.clock(), actor.zone)
    const { signal, rows } = await s.store.withTenant(actor, async tx => {
      const signal = await rowOf(tx, 'signals', signalId)
      return { signal, rows: await forwardsOf(tx, signal.tenant_id, signalId) }
    })
    const duties = forwardDuties(s.law, signal, today).map(d => viewOfDuty(d, rows, today))
    return c.json({ duties, forwards: rows.map(viewOfForward) }, 200)
  })
}
