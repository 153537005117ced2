import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskEnv } from '../env.js'
import { routeOf } from '../http/api-path.js'
import { readPageFiles } from './page-files.js'
import { createSite, type Fetch } from './site.js'

const ORIGIN = 'http://localhost:7373'
const folder = mkdtempSync(join(tmpdir(), 'vigie-site-'))
let site: Fetch
let bare: Fetch
beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Vigie</title>')
  writeFileSync(join(folder, 'assets', 'main-abc.js'), 'console.log(1)'.repeat(100))
  writeFileSync(join(folder, 'assets', 'secret.pem'), 'not a kind of file that a page has')
  const api = new OpenAPIHono<DeskEnv>({ getPath: routeOf })
  api.all('/cases', c => c.text('the API'))
  api.get('/health', c => c.text('well'))
  site = createSite(api, readPageFiles(folder), { origins: [ORIGIN] })
  bare = createSite(api, readPageFiles(join(folder, 'nothing')), { origins: [ORIGIN] })
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, fetch = site) =>
  fetch(new Request(`${ORIGIN}${path}`, { headers }), {})

it('the same path is a page, and under /api a route', async () => {
  expect(await (await get('/api/cases')).text()).toBe('the API')
  expect(await (await get('/cases')).text()).toContain('<title>Vigie')
  expect(await (await get('/health')).text()).toBe('well')
})

it('a page is asked for again each time, and is 304 when it is the same', async () => {
  const page = await get('/cases/1/reports/2')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  const etag = page.headers.get('etag') ?? ''
  expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
})

it('a file with a hash in its name is kept for ever, and compressed for who can read it', async () => {
  const plain = await get('/assets/main-abc.js')
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const small = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(small.headers.get('content-encoding')).toBe('br')
  const bytes = brotliDecompressSync(new Uint8Array(await small.arrayBuffer()))
  expect(bytes.toString()).toBe(await plain.text())
})

it.each(['/assets/none.js', '/assets/secret.pem', '/../index.js', '/%2e%2e/package.json'])(
  '%s is not there',
  async path => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  },
)

it('a page is only read, and only under our own name', async () => {
  const post = await site(new Request(`${ORIGIN}/cases`, { method: 'POST' }), {})
  expect(post.status).toBe(404)
  expect((await site(new Request('http://evil.example/'), {})).status).toBe(421)
})

it('without a built page it says what to do', async () => {
  const answer = await get('/', {}, bare)
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run setup')])
})
