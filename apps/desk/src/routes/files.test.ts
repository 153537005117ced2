import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { giveMandate, newTenant, type Someone, tokenOf } from '../testing/people.js'
import { assessedCase, itemsOf } from '../testing/reports.js'

const LIMIT = 200_000

describe.each(ENGINES)('files on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  let token: string
  let caseId: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store, { fileLimit: LIMIT })
    anna = await newTenant(opened.store)
    token = await tokenOf(desk, anna)
    caseId = (await assessedCase(desk, token, 'F-1')).caseId
  })
  afterAll(() => opened.close())

  const upload = (name: string, body: string | Uint8Array | ReadableStream, more = {}, as = token) =>
    desk.send('POST', `/files?entity=cases&entityId=${caseId}&name=${encodeURIComponent(name)}`, {
      token: as,
      body,
      headers: { 'content-type': 'application/octet-stream', ...more },
    })
  const pdf = Buffer.from('%PDF-1.7\n\x00\xff rest of it', 'latin1')
  const stored = () =>
    readdirSync(desk.filesFolder, { recursive: true, withFileTypes: true }).filter(f => f.isFile())

  it('keeps bytes as they are, tells what they are by content, lists them with their record', async () => {
    const kept = await upload('Gutachten "3".pdf', pdf)
    expect(kept.status).toBe(201)
    expect(kept.json).toMatchObject({
      mediaType: 'application/pdf',
      size: pdf.length,
      entity: 'cases',
      entityId: caseId,
    })
    const listed = await desk.send('GET', `/files?entity=cases&entityId=${caseId}`, { token })
    expect(itemsOf(listed.json).map(f => f['id'])).toContain(kept.json['id'])
    const got = await desk.send('GET', `/files/${String(kept.json['id'])}`, { token })
    expect(Buffer.from(got.bytes).equals(pdf)).toBe(true)
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename="Gutachten _3_.pdf"; filename*=UTF-8''Gutachten%20%223%22.pdf`,
    )
    expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('a page of the web is never served as one', async () => {
    const html = '<!doctype html><script>alert(1)</script>'
    const named = await upload('report.pdf', html)
    expect([named.status, named.json['code']]).toEqual([415, 'unsupported-file'])
    expect(itemsOf(named.json, 'findings')[0]?.['message']).toMatch(/named \.pdf.*page of the web/)
    const honest = await upload('page.html', html)
    expect(honest.json['mediaType']).toBe('text/plain')
    const got = await desk.send('GET', `/files/${String(honest.json['id'])}`, { token })
    expect(got.headers.get('content-type')).toBe('text/plain')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('refuses what is too large, without reading on, and keeps nothing of it', async () => {
    const before = stored().length
    let read = 0
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          read += 65_536
          controller.enqueue(new Uint8Array(65_536).fill(65))
        },
      })
    const said = await upload('big.bin', endless(), { 'content-length': '2147483648' })
    expect([said.status, said.json['code']]).toEqual([413, 'too-large'])
    expect(read).toBeLessThan(2 * LIMIT)
    read = 0
    const unsaid = await upload('big.bin', endless())
    expect([unsaid.status, unsaid.json['code']]).toEqual([413, 'too-large'])
    expect(read).toBeLessThan(4 * LIMIT)
    expect(stored()).toHaveLength(before)
  })

  it.each([
    ['a path', '../../etc/passwd'],
    ['a line end', 'a\nb.txt'],
    ['nothing', ''],
  ])('refuses %s as a name', async (_what, name) => {
    expect((await upload(name, 'x')).status).toBe(400)
  })

  it('refuses an empty file', async () => {
    expect((await upload('a.txt', '')).status).toBe(415)
  })

  it('does not show a kept file that was altered', async () => {
    const kept = await upload('evidence.txt', 'what the hospital wrote')
    const place = stored().find(f => f.name === kept.json['sha256'])
    writeFileSync(join(place?.parentPath ?? '', place?.name ?? ''), 'what the hospital wishes')
    const got = await desk.send('GET', `/files/${String(kept.json['id'])}`, { token })
    expect([got.status, got.json['code']]).toEqual([500, 'file-damaged'])
  })

  it('a representative without the right to write sees files and adds none', async () => {
    const ar = await newTenant(opened.store, 'representative')
    await giveMandate(opened.store, anna, ar, false)
    const as = await tokenOf(desk, ar)
    const { json } = await upload('note.txt', 'hello')
    const id = String(json['id'])
    expect((await desk.send('GET', `/files/${id}`, { token: as })).text).toBe('hello')
    expect((await upload('note.txt', 'mine', {}, as)).status).toBe(403)
    const stranger = await tokenOf(desk, await newTenant(opened.store))
    expect((await desk.send('GET', `/files/${id}`, { token: stranger })).status).toBe(404)
    expect((await upload('note.txt', 'mine', {}, stranger)).status).toBe(404)
  })
})
