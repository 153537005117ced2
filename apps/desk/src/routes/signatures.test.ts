import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../sign-in/system.js'
import { authenticator } from '../testing/authenticator.js'
import { ORIGIN, type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, PASSWORD, type Someone, sessionOf, tokenOf } from '../testing/people.js'

type Headers = Readonly<Record<string, string>>

describe.each(ENGINES)('signing on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  let author: Headers
  let boss: Headers
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    // Signatures are dated by the database.
    desk.now = Date.now()
    anna = await newTenant(opened.store)
    author = await sessionOf(desk, await newPerson(opened.store, anna.tenantId, 'author'))
    boss = await sessionOf(desk, anna)
  })
  afterAll(() => opened.close())

  async function record(headers: Headers) {
    const made = await desk.send('POST', '/organisations', {
      headers,
      body: { name: 'Kvarts', country: 'DK' },
    })
    return { entity: 'organisations', id: String(made.json['id']), version: 1 }
  }
  const prepare = (headers: Headers, what: object, meaning = 'approval') =>
    desk.send('POST', '/signatures/challenge', { headers, body: { ...what, meaning } })
  const sign = (headers: Headers, digest: unknown, proof: object, extra: object = {}) =>
    desk.send('POST', '/signatures', { headers, body: { digest, proof, ...extra } })
  const password = (given = PASSWORD) => ({ method: 'password', password: given })
  const list = async ({ id }: { id: string }) => {
    const { json } = await desk.send('GET', `/signatures?entity=organisations&id=${id}`, { headers: boss })
    return json['items']
  }
  async function withPasskey(headers: Headers) {
    const device = authenticator('localhost', ORIGIN)
    const options = await desk.send('POST', '/passkeys/options', { headers, body: { password: PASSWORD } })
    const body = { name: 'Key', response: device.register(options.json) }
    expect((await desk.send('POST', '/passkeys', { headers, body })).status).toBe(201)
    return device
  }

  it('says what is signed, takes the password again, and shows name, meaning, instant, zone and version', async () => {
    const what = await record(author)
    const { status, json } = await prepare(boss, what)
    expect([status, json['passkey']]).toEqual([200, null])
    expect(json['payload']).toMatchObject({
      printedName: anna.name,
      meaning: 'approval',
      version: 1,
      zone: 'Europe/Berlin',
    })
    expect((await sign(boss, json['digest'], password('wrong'))).json['code']).toBe('step-up-failed')
    const signed = await sign(boss, json['digest'], password())
    expect([signed.status, signed.json['seal']]).toEqual([201, 'intact'])
    expect((await sign(boss, json['digest'], password())).json['code']).toBe('duplicate')
    expect(await list(what)).toMatchObject([
      { printedName: anna.name, meaning: 'approval', method: 'password', entityVersion: 1, seal: 'intact' },
    ])
    await desk.send('PUT', `/organisations/${what.id}`, {
      headers: { ...author, 'if-match': '"1"' },
      body: { name: 'Kvarts A/S', country: 'DK' },
    })
    expect(await list(what)).toMatchObject([
      {
        seal: 'changed-since',
        entityVersion: 1,
        currentVersion: 2,
        changes: [{ path: '/name', after: 'Kvarts A/S' }],
      },
    ])
    expect((await prepare(boss, what)).json['code']).toBe('changed-since-shown')
  })

  it('the question to a passkey is the digest of what is signed: an answer for anything else is refused', async () => {
    const reviewer = await newPerson(opened.store, anna.tenantId, 'reviewer')
    const headers = await sessionOf(desk, reviewer)
    const device = await withPasskey(headers)
    const [what, other] = [await record(author), await record(author)]
    const one = (await prepare(headers, what)).json
    const two = (await prepare(headers, other)).json
    const options = Object(one['passkey'])
    expect(options.challenge).toBe(Buffer.from(String(one['digest']), 'hex').toString('base64url'))

    const proof = (response: object) => ({ method: 'passkey', response })
    const forOther = device.answer(Object(two['passkey']))
    expect((await sign(headers, one['digest'], proof(forOther))).json['code']).toBe('passkey-refused')
    const unseen = device.answer(options, { verified: false })
    expect((await sign(headers, one['digest'], proof(unseen))).json['code']).toBe('passkey-refused')
    const strange = authenticator('localhost', ORIGIN).answer(options)
    expect((await sign(headers, one['digest'], proof(strange))).json['code']).toBe('passkey-refused')
    const right = device.answer(options)
    expect((await sign(boss, one['digest'], proof(right))).json['code']).toBe('signature-over')
    const fresh = device.answer(options)
    expect((await sign(headers, one['digest'], proof(fresh))).json).toMatchObject({
      method: 'passkey',
      seal: 'intact',
    })
    expect((await sign(headers, one['digest'], proof(fresh))).json['code']).toBe('signature-over')
    expect(await list(what)).toMatchObject([
      { method: 'passkey', printedName: reviewer.name, seal: 'intact' },
    ])

    // The answer of the device put under another signature, past the trail: it does not fit.
    await opened.store.withInstallation(SYSTEM, async ({ db }) => {
      await sql`reset role`.execute(db)
      await sql
        .raw(`alter table signatures no force row level security; alter table signatures disable trigger user;
          update signatures set proof = jsonb_set(proof, '{details,signature}', '"MEUCIQ"') where entity_id = '${what.id}';
          alter table signatures enable trigger user; alter table signatures force row level security`)
        .execute(db)
    })
    expect(await list(what)).toMatchObject([{ seal: 'damaged' }])
  })

  it('takes the right role, a person and not a program, and four eyes', async () => {
    const what = await record(author)
    expect((await prepare(author, what)).json['code']).toBe('forbidden')
    expect((await prepare(author, what, 'author')).status).toBe(200)
    const token = await tokenOf(desk, anna)
    const byToken = await desk.send('POST', '/signatures/challenge', {
      token,
      body: { ...what, meaning: 'review' },
    })
    expect(byToken.json['code']).toBe('session-needed')

    const mine = await record(boss)
    const { json } = await prepare(boss, mine)
    expect((await sign(boss, json['digest'], password())).json['code']).toBe('author-is-approver')
    const override = { override: { reason: 'Nobody else reachable before the ceiling' } }
    const emergency = await sign(boss, json['digest'], password(), override)
    expect(emergency.json).toMatchObject({ overrideReason: override.override.reason })
  })

  it('an emergency override is refused where the settings do not allow it', async () => {
    const strict = await newTenant(opened.store)
    const headers = await sessionOf(desk, strict)
    const settings = { review: { overrideAllowed: false } }
    await desk.send('PUT', '/settings', { headers: { ...headers, 'if-match': '"1"' }, body: { settings } })
    const { json } = await prepare(headers, await record(headers))
    const signed = await sign(headers, json['digest'], password(), { override: { reason: 'In a hurry' } })
    expect(signed.json['code']).toBe('author-is-approver')
  })

  it('who got a password out of another’s hand signs nothing until a third person lets them', async () => {
    const kim = await newPerson(opened.store, anna.tenantId, 'responsible-person')
    const link = await desk.send('POST', `/people/${kim.id}/password-link`, { headers: boss })
    const next = 'a lantern on another river'
    await desk.send('POST', '/join', { body: { secret: link.json['secret'], password: next } })
    const headers = await sessionOf(desk, kim, next)
    const { json } = await prepare(headers, await record(author))
    expect((await sign(headers, json['digest'], password(next))).json['code']).toBe('signing-held')
    const third = await sessionOf(desk, await newPerson(opened.store, anna.tenantId, 'administrator'))
    await desk.send('DELETE', `/people/${kim.id}/signing-hold`, { headers: third })
    expect((await sign(headers, json['digest'], password(next))).status).toBe(201)
  })

  it('a burst of wrong proofs locks the account and alerts', async () => {
    const kim = await newPerson(opened.store, anna.tenantId, 'responsible-person')
    const headers = await sessionOf(desk, kim)
    const { json } = await prepare(headers, await record(author))
    for (let i = 0; i < 6; i++) await sign(headers, json['digest'], password('wrong'))
    expect((await sign(headers, json['digest'], password())).json['code']).toBe('step-up-failed')
    const alerts = await desk.send('GET', '/alerts?limit=1', { headers: boss })
    expect(alerts.json['items']).toMatchObject([{ kind: 'signing-burst', personId: kim.id }])
  })

  it('of another tenant is neither prepared nor seen', async () => {
    const what = await record(author)
    const other = await sessionOf(desk, await newTenant(opened.store))
    expect((await prepare(other, what)).status).toBe(404)
    expect(
      (await desk.send('GET', `/signatures?entity=organisations&id=${what.id}`, { headers: other })).status,
    ).toBe(404)
  })
})
