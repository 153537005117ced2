import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPglite, verifyAll } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Running } from '../start.js'
import { buildRecord } from '../testing/built.js'
import { startDemo } from './demo.js'
import { DEMO_PASSWORD, MAKER, REPRESENTATIVE } from './people.js'

const root = mkdtempSync(join(tmpdir(), 'vigie-demo-'))
const folder = join(root, 'demo')
const settings = { folder, host: '127.0.0.1', port: 0, origins: [] }
const said: string[] = []
const outside = {
  clock: Date.now,
  random: (n: number) => randomBytes(n),
  say: (text: string) => void said.push(text),
  logLine: () => {},
}

describe('the demo', () => {
  let server: Running
  beforeAll(async () => {
    buildRecord()
    server = await startDemo(settings, outside)
  }, 120_000)
  afterAll(async () => {
    await server.stop()
    rmSync(root, { recursive: true, force: true })
  })

  const as = async (email: string) => {
    const base = `http://127.0.0.1:${server.port}/api`
    const session = await fetch(`${base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${server.port}` },
      body: JSON.stringify({ email, password: DEMO_PASSWORD }),
    })
    expect([email, session.status]).toEqual([email, 201])
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
    return async (path: string): Promise<Record<string, unknown>> =>
      JSON.parse(await (await fetch(`${base}${path}`, { headers: { cookie } })).text())
  }
  const items = (page: Record<string, unknown>): Record<string, unknown>[] => {
    const list = page['items']
    return Array.isArray(list) ? list : []
  }

  it('lets everybody in who is printed', async () => {
    for (const { email } of [...MAKER.people, ...REPRESENTATIVE.people]) {
      expect(said.join('\n')).toContain(email)
      await (await as(email))('/session')
    }
  }, 60_000)

  it('shows the manufacturer clocks at every stage', async () => {
    const ask = await as('miriam@nordlicht.example')
    const clocks = items(await ask('/board?limit=200'))
    const left = clocks.map(c => Number(c['daysLeft']))
    expect(clocks.some(c => c['overdue'] === true)).toBe(true)
    expect(left).toContain(1)
    expect(Math.max(...left)).toBeGreaterThan(5)
    expect(clocks.some(c => c['outcome'] === 'undetermined')).toBe(true)
    const cases = items(await ask('/cases?limit=200'))
    expect(cases).toHaveLength(11)
    expect(cases.filter(c => c['state'] === 'closed')).toHaveLength(1)
    expect(items(await ask('/signals')).filter(s => s['state'] === 'new')).toHaveLength(2)
    const sent = cases.find(c => c['reference'] === 'NL-0398')
    const obligations = items(await ask(`/cases/${String(sent?.['id'])}/obligations`))
    expect(obligations.some(o => o['state'] === 'sent')).toBe(true)
  }, 60_000)

  it('shows the representative the clocks of those it represents', async () => {
    const clocks = items(await (await as('conor@liffey.example'))('/board?limit=200'))
    expect(new Set(clocks.map(c => c['tenantId'])).size).toBeGreaterThan(8)
  }, 60_000)

  it('is opened again as it was, with a trail that verifies', async () => {
    await server.stop()
    const store = await openPglite(folder)
    let events = 0
    for await (const verdict of verifyAll(store)) {
      expect(verdict).toMatchObject({ ok: true })
      events += verdict.chain.ok ? verdict.chain.events : 0
    }
    expect(events).toBeGreaterThan(100)
    await store.close()
    said.length = 0
    server = await startDemo(settings, outside)
    expect(said).not.toContain('Making the demo ...')
    await as('anke@nordlicht.example')
  }, 60_000)

  it('stays on this machine, and leaves a folder alone that it did not make', async () => {
    await expect(startDemo({ ...settings, host: '0.0.0.0' }, outside)).rejects.toThrow(/this machine only/)
    const other = mkdtempSync(join(root, 'other-'))
    writeFileSync(join(other, 'letter.txt'), 'mine')
    await expect(startDemo({ ...settings, folder: other }, outside)).rejects.toThrow(/holds something else/)
    expect(existsSync(join(other, 'letter.txt'))).toBe(true)
  })
})
