import { createServer } from 'node:net'
import { shippedLaw } from '@vigie/law'
import { create } from '@vigie/record'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { enqueue } from '../mail/enqueue.js'
import { smtpMail } from '../mail/send.js'
import { notify } from '../notifications/notify.js'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, type Someone, tokenOf } from '../testing/people.js'
import { type JobContext, workerIn } from './context.js'
import { notificationMail } from './notification-mail.js'
import { outbox } from './outbox.js'

const WAIT = { connect: 300, silence: 300 }
const MESSAGE = {
  to: ['bfarm@example.org'],
  cc: [],
  subject: 'MIR – größer',
  text: 'Zwei\nZeilen',
  attachments: [],
}

describe.each(ENGINES)('outgoing mail on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  const closers: (() => Promise<void>)[] = []
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  }, 60_000)
  afterEach(async () => {
    for (const close of closers.splice(0)) await close()
  })
  afterAll(() => opened.close())

  /** A real SMTP server on loopback; what it took is in `got`. */
  async function smtp(options: SMTPServerOptions = {}) {
    const got: string[] = []
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          got.push(Buffer.concat(chunks).toString())
          done()
        })
      },
      ...options,
    })
    const port = await new Promise<number>(resolve => {
      const net = server.listen(0, '127.0.0.1', () => {
        const address = net.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    closers.push(() => new Promise(resolve => server.close(() => resolve())))
    return { got, context: contextTo(port) }
  }
  const contextTo = (port: number): JobContext => ({
    store: opened.store,
    law: shippedLaw(),
    log: entry => void desk.log.push(entry),
    clock: () => desk.now,
    sendMail: smtpMail({ url: `smtp://127.0.0.1:${port}`, from: 'Vigie <desk@nordlicht.example>' }, WAIT),
  })
  const queue = (who: Someone, key: string, about?: { tenantId: string; entity: string; id: string }) =>
    opened.store.withTenant(workerIn(who.tenantId), tx =>
      enqueue(tx, { key, message: MESSAGE, ...(about === undefined ? {} : { about }) }),
    )
  const rows = (who: Someone) =>
    opened.store.withTenant(workerIn(who.tenantId), tx =>
      tx.db.selectFrom('outbox').selectAll().where('tenant_id', '=', who.tenantId).orderBy('id').execute(),
    )
  const dueNow = (who: Someone, state: 'queued' | 'sending' = 'queued') =>
    opened.store.withTenant(workerIn(who.tenantId), tx =>
      tx.db
        .updateTable('outbox')
        .set({ next_at: '2020-01-01T00:00:00.000Z', state })
        .where('tenant_id', '=', who.tenantId)
        .execute(),
    )

  it('goes out once, however often it is asked for and whoever sends', async () => {
    const anna = await newTenant(opened.store)
    const { got, context } = await smtp()
    await queue(anna, 'k')
    await queue(anna, 'k')
    await Promise.all([outbox(context), outbox(context)])
    await outbox(context)
    expect(got).toHaveLength(1)
    const [row] = await rows(anna)
    expect(row).toMatchObject({ state: 'sent', attempts: 1, message_id: `<${row?.id}@nordlicht.example>` })
    expect(got[0]).toContain(`Message-ID: ${row?.message_id}`)
    expect(JSON.stringify(desk.log)).not.toMatch(/bfarm|example|Zeilen|größer/)
  })

  it('is sent again as the same message when the sender died before it could write it down', async () => {
    const anna = await newTenant(opened.store)
    const { got, context } = await smtp()
    await queue(anna, 'k')
    // The process dies after the server took the message: nothing is ever written after that.
    void outbox({
      ...context,
      sendMail: async (id, message) => {
        await context.sendMail?.(id, message)
        return new Promise(() => {})
      },
    })
    await expect.poll(() => got.length).toBe(1)
    await outbox(context)
    expect(got).toHaveLength(1)
    await dueNow(anna, 'sending')
    await outbox(context)
    expect(got).toHaveLength(2)
    const ids = got.map(text => /^Message-ID: (.*)$/im.exec(text)?.[1])
    expect(ids[0]).toBe(ids[1])
    expect(await rows(anna)).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('tries again after greylisting, and later each time', async () => {
    const anna = await newTenant(opened.store)
    let times = 0
    const { got, context } = await smtp({
      onRcptTo: (_address, _session, done) =>
        done(
          times++ < 2
            ? Object.assign(new Error('later, bfarm@example.org'), { responseCode: 451 })
            : undefined,
        ),
    })
    await queue(anna, 'k')
    await outbox(context)
    await outbox(context)
    expect(await rows(anna)).toMatchObject([{ state: 'queued', attempts: 1, fault: 'smtp-451' }])
    await dueNow(anna)
    await outbox(context)
    await dueNow(anna)
    await outbox(context)
    expect(await rows(anna)).toMatchObject([{ state: 'sent', attempts: 3, fault: null }])
    expect(got).toHaveLength(1)
  })

  it('a refusal is final; a server that is silent or not there is tried again', async () => {
    const anna = await newTenant(opened.store)
    const { context } = await smtp({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode: 550 })),
    })
    await queue(anna, 'k')
    await outbox(context)
    expect(await rows(anna)).toMatchObject([{ state: 'failed', fault: 'smtp-550' }])

    const bert = await newTenant(opened.store)
    const silent = createServer()
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await queue(bert, 'k')
    await outbox(contextTo(port))
    expect(await rows(bert)).toMatchObject([{ state: 'queued', fault: 'ETIMEDOUT' }])
    await new Promise(resolve => silent.close(resolve))
    await dueNow(bert)
    await outbox(contextTo(port))
    expect(await rows(bert)).toMatchObject([{ state: 'queued', attempts: 2, fault: 'ESOCKET' }])
  })

  it('a submission that waits is sent with its Message-ID as proof, or failed with the reason', async () => {
    const anna = await newTenant(opened.store)
    const good = await waiting(anna)
    const bad = await waiting(anna)
    await queue(anna, 'good', { tenantId: anna.tenantId, entity: 'submissions', id: good })
    const ok = await smtp()
    await outbox(ok.context)
    await queue(anna, 'bad', { tenantId: anna.tenantId, entity: 'submissions', id: bad })
    const no = await smtp({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode: 550 })),
    })
    await outbox(no.context)
    const { submissions, receipts, told } = await opened.store.withTenant(
      workerIn(anna.tenantId),
      async tx => ({
        submissions: await tx.db.selectFrom('submissions').selectAll().orderBy('id').execute(),
        receipts: await tx.db.selectFrom('receipts').selectAll().execute(),
        told: await tx.db.selectFrom('notifications').selectAll().execute(),
      }),
    )
    expect(submissions).toMatchObject([
      { id: good, state: 'sent', sent_zone: 'UTC' },
      { id: bad, state: 'failed', sent_at: null },
    ])
    expect(told).toMatchObject([{ person_id: anna.id, kind: 'sending-failed', entity_id: bad }])
    const [first] = await rows(anna)
    expect(receipts).toMatchObject([
      { submission_id: good, kind: 'message-id', reference: first?.message_id },
    ])
  })

  it('without a mail server a message is offered as a file', async () => {
    const anna = await newTenant(opened.store)
    const token = await tokenOf(desk, anna)
    await queue(anna, 'k', { tenantId: anna.tenantId, entity: 'submissions', id: anna.id })
    const { sendMail: _, ...none } = contextTo(1)
    await outbox(none)
    const [row] = await rows(anna)
    const file = await desk.send('GET', `/outbox/${row?.id}.eml`, { token })
    expect(file.headers.get('content-type')).toBe('message/rfc822')
    expect(file.text).toMatch(/^To: bfarm@example\.org\r$/m)
    expect(file.text).toMatch(/^X-Unsent: 1\r$/m)
    expect((await desk.send('GET', `/outbox/${row?.id}`, { token })).json).toMatchObject({ state: 'queued' })
  })

  it('notifications are mailed at once, once a day or not, as each person chose', async () => {
    const anna = await newTenant(opened.store)
    const { context } = await smtp()
    const choose = (mail: 'immediately' | 'daily' | 'off') =>
      opened.store.withTenant(workerIn(anna.tenantId), tx =>
        tx.db
          .insertInto('notification_settings')
          .values({ tenant_id: anna.tenantId, person_id: anna.id, mail })
          .onConflict(c => c.columns(['tenant_id', 'person_id']).doUpdateSet({ mail }))
          .execute(),
      )
    const member = {
      id: anna.id,
      tenantId: anna.tenantId,
      zone: 'Europe/Berlin',
      email: anna.email,
      roles: [],
    }
    const tell = (key: string) =>
      opened.store.withTenant(workerIn(anna.tenantId), tx =>
        notify(tx, member, { key, kind: 'alarm', details: { alarm: key } }),
      )
    const run = async (at: number) => {
      const then = { ...context, clock: () => at }
      await Promise.all([notificationMail(then), notificationMail(then)])
      return (await rows(anna)).length
    }
    const night = Date.UTC(2026, 10, 25, 2)
    const morning = Date.UTC(2026, 10, 25, 7)
    await tell('a')
    expect([await run(night), await run(night)]).toEqual([1, 1])
    await choose('daily')
    await tell('b')
    expect([await run(night), await run(morning)]).toEqual([1, 2])
    await tell('c')
    expect([await run(morning), await run(morning + 86_400_000)]).toEqual([2, 3])
    await choose('off')
    await tell('d')
    expect(await run(morning + 2 * 86_400_000)).toBe(3)
  })

  /** A submission by mail in state waiting. */
  const waiting = (who: Someone) =>
    opened.store.withTenant(workerIn(who.tenantId), async tx => {
      const made = await create(tx, { entity: 'cases' }, { reference: `S-${Math.random()}`, title: 'Smoke' })
      const chain = await create(
        tx,
        { entity: 'report_chains' },
        { case_id: made.row.id, form: 'mir', jurisdiction: 'EU', authority: 'DE-BFARM' },
      )
      const form = { form_version: '7.3.1', content: JSON.stringify({}) }
      const draft = await create(
        tx,
        { entity: 'report_drafts' },
        { chain_id: chain.row.id, kind: 'initial', ...form },
      )
      const report = await create(
        tx,
        { entity: 'reports' },
        {
          ...form,
          chain_id: chain.row.id,
          draft_id: draft.row.id,
          number: 1,
          kind: 'initial',
          law_release: '1',
          content_hash: 'h',
        },
      )
      const values = {
        report_id: report.row.id,
        jurisdiction: 'EU',
        channel: 'mail',
        state: 'waiting' as const,
      }
      return (await create(tx, { entity: 'submissions' }, values)).row.id
    })
})
