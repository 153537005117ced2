import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemsPage } from './problem/catalogue.js'
import { type TestDesk, testDesk } from './testing/desk.js'
import { ENGINES, FRESH, type OpenedStore } from './testing/open-stores.js'

it('the page of problems is the catalogue', () => {
  expect(readFileSync(new URL('../docs/problems.md', import.meta.url), 'utf8')).toBe(problemsPage())
})

describe.each(ENGINES)('the frame on %s', (name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  })
  afterAll(() => opened.close())

  it('says that it is well', async () => {
    const health = await desk.send('GET', '/health')
    expect(health.json).toEqual({
      status: 'ok',
      engine: name === 'PGlite' ? 'pglite' : 'postgres',
      migration: expect.any(Number),
      durable: true,
    })
  })

  it('counts without names', async () => {
    await desk.send('GET', '/nothing/anna@example.org')
    const { text } = await desk.send('GET', '/metrics')
    expect(text).toMatch(/vigie_problems_total\{code="not-found"\} \d+/)
    expect(text).toMatch(/vigie_requests_total\{method="GET",route="\/health",status="200"\} \d/)
    expect(text).not.toContain('anna')
  })

  it('sends the headers of a strict page with every answer, problems too', async () => {
    for (const path of ['/health', '/nothing']) {
      const { headers } = await desk.send('GET', path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('gives an id of its own to each request and names it in the problem', async () => {
    const answer = await desk.send('GET', '/nothing', { headers: { 'x-request-id': 'mine' } })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.json).toEqual({
      type: 'urn:vigie:problem:not-found',
      title: expect.any(String),
      status: 404,
      code: 'not-found',
      mend: expect.any(String),
      instance: `urn:vigie:request:${answer.headers.get('x-request-id')}`,
      findings: [],
    })
  })

  it('does not answer under a foreign host name', async () => {
    const response = await desk.app.request('http://evil.example/health')
    expect([response.status, await response.json()]).toEqual([
      421,
      expect.objectContaining({ code: 'wrong-host' }),
    ])
  })

  it('is described as OpenAPI 3.1', async () => {
    const { json } = await desk.send('GET', '/openapi.json')
    expect(json['openapi']).toBe('3.1.0')
    const refs = [...JSON.stringify(json).matchAll(/"\$ref":"([^"]*)"/g)].map(m => m[1] ?? '')
    expect(refs.length).toBeGreaterThan(20)
    for (const ref of new Set(refs)) {
      expect(json).toHaveProperty(ref.replace('#/', '').split('/'))
    }
    expect(json).toHaveProperty('components.schemas.CaseFile.properties.devices')
    expect(json).toHaveProperty('components.schemas.Problem.properties.findings')
  })
})

describe('a record that is gone', () => {
  it('is a problem, not a crash', async () => {
    const [, open] = FRESH[0] ?? []
    const opened = await open?.()
    if (opened === undefined) throw new Error('no engine')
    const desk = await testDesk(opened.store)
    await opened.close()
    const answer = await desk.send('GET', '/health')
    expect([answer.status, answer.json['code']]).toEqual([503, 'unavailable'])
  })
})
