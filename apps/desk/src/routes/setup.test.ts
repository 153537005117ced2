import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { argon2Hasher } from '../sign-in/hasher.js'
import { hasAdministrator } from '../sign-in/setup.js'
import { testDesk } from '../testing/desk.js'
import { FRESH } from '../testing/open-stores.js'

const BODY = {
  code: 'printed-code',
  organisation: 'Nordlicht Infusion GmbH',
  kind: 'manufacturer',
  name: 'Anke Petersen',
  email: 'anke@nordlicht.example',
  zone: 'Europe/Berlin',
  password: 'lantern river copper monday',
}

it('hashes with argon2id, 19 MiB and two passes', async () => {
  const hasher = await argon2Hasher(n => randomBytes(n))
  const made = await hasher.hash('lantern')
  expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(hasher.decoy).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect([await hasher.verify(made, 'lantern'), await hasher.verify(made, 'Lantern')]).toEqual([true, false])
  // The same letter typed on two keyboards: composed and with a combining mark.
  expect(await hasher.verify(await hasher.hash('caf\u00e9'), 'cafe\u0301')).toBe(true)
})

describe.each(FRESH)('first start on %s', (_name, open) => {
  it('makes the first administrator once, on this machine, with the printed code', async () => {
    const { store, close } = await open()
    try {
      const hasher = await argon2Hasher(n => randomBytes(n))
      const desk = await testDesk(store, { setupCode: 'printed-code' }, hasher)
      const setup = (change: object, options: object = {}) =>
        desk.send('POST', '/setup', { body: { ...BODY, ...change }, ...options })

      const refused = [
        await setup({ code: 'guess' }),
        await setup({}, { from: '10.0.0.1' }),
        await setup({}, { headers: { 'x-forwarded-for': '127.0.0.1' } }),
        await (await testDesk(store)).send('POST', '/setup', { body: BODY }),
      ]
      expect(refused.map(r => r.json['code'])).toEqual(Array(4).fill('setup-refused'))
      const weak = await setup({ password: 'short', zone: 'Berlin' })
      expect(weak.json).toMatchObject({ code: 'invalid-body', findings: [{ path: 'zone' }] })
      expect((await setup({ password: 'short' })).json).toMatchObject({
        findings: [{ code: 'DESK-PASSWORD' }],
      })
      expect(await hasAdministrator(store)).toBe(false)

      // Two servers on one database, both with the same request: one administrator.
      const second = await testDesk(store, { setupCode: 'printed-code' }, hasher)
      const both = await Promise.all([setup({}), second.send('POST', '/setup', { body: BODY })])
      expect(both.map(r => r.status).sort()).toEqual([201, 403])
      expect((await setup({})).status).toBe(403)

      const { email, password } = BODY
      expect(
        (await desk.send('POST', '/session', { body: { email: email.toUpperCase(), password } })).status,
      ).toBe(201)
      expect(JSON.stringify(desk.log)).not.toMatch(/anke|nordlicht|printed|lantern/i)
    } finally {
      await close()
    }
  })
})
