import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, startServer } from './start.js'
import { buildRecord } from './testing/built.js'

const folder = mkdtempSync(join(tmpdir(), 'vigie-desk-start-'))
const settings = { folder, keyFile: `${folder}.key`, host: '127.0.0.1', port: 0, origins: [] }
const said: string[] = []
const lines: string[] = []
let onRandom = () => {}
const outside = {
  clock: Date.now,
  random: (n: number) => {
    onRandom()
    return randomBytes(n)
  },
  say: (text: string) => void said.push(text),
  logLine: (line: string) => void lines.push(line),
}

let server: Running
beforeAll(async () => {
  buildRecord()
  server = await startServer(settings, outside)
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('goes from the first start to a signed-in administrator over a real connection, and stops whole', async () => {
  const base = `http://127.0.0.1:${server.port}`
  const code = /code: (\S+)$/.exec(said.join('\n'))?.[1] ?? ''
  expect(code).toHaveLength(12)
  const send = (path: string, body: object) =>
    fetch(`${base}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base },
      body: JSON.stringify(body),
    })
  const account = { email: 'anke@nordlicht.example', password: 'lantern river copper monday' }
  const setup = await send('/setup', {
    ...account,
    code,
    organisation: 'Nordlicht',
    kind: 'manufacturer',
    name: 'Anke Petersen',
    zone: 'Europe/Berlin',
  })
  expect(setup.status).toBe(201)
  // Under way when the stop comes: it is answered all the same.
  let stops: Promise<void>[] = []
  onRandom = () => {
    stops = [server.stop(), server.stop()]
    onRandom = () => {}
  }
  const underWay = send('/session', account)
  expect((await underWay).status).toBe(201)
  expect(stops).toHaveLength(2)
  await Promise.all(stops)
  await expect(fetch(`${base}/health`)).rejects.toThrow()
  expect(lines.join('')).not.toMatch(new RegExp(`anke|nordlicht|lantern|${code}`, 'i'))

  server = await startServer(settings, outside)
  expect(said.at(-1)).toMatch(/^Vigie answers/)
  const again = await fetch(`http://localhost:${server.port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  expect(again.status).toBe(201)
})

it('a second server on the same folder is refused with a sentence, and the first goes on', async () => {
  await expect(startServer(settings, outside)).rejects.toThrow(/folder/)
  expect((await fetch(`http://127.0.0.1:${server.port}/health`)).status).toBe(200)
})
