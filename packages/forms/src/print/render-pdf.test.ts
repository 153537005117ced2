import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, day, sha256Hex } from '@vigie/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { type Answer, answered, newReport, type Report, withAnswer } from '../report.js'
import { leavesOf } from '../table/index-of.js'
import { contentHash } from './content-hash.js'
import { type PdfOptions, type PdfStandard, renderPdf, renderPdfWith } from './render-pdf.js'
import { greekBulgarian, longFinal, shortInitial } from './samples.test.data.js'

const poppler = hasPoppler()
if (!poppler)
  console.warn('skipped: pdftotext, pdfinfo, pdffonts and pdfdetach (poppler-utils) are not installed')

const facts = { status: { schema: 'not-verified', blocking: 0 }, reference: 'INC-2026-0117' } as const
const ua1 = { generatedOn: day('2026-11-23'), standard: 'ua-1' } as const
const archive = { generatedOn: day('2026-11-23'), standard: 'a-3a' } as const
const DESCRIPTION = 'incident_info/clinical_event_info/eventDescription'

async function render(report: Report, more: Partial<PdfOptions> = {}, standard: PdfStandard = ua1) {
  const result = await renderPdf(mir721, report, { ...facts, ...more, ...standard })
  if (!result.ok) throw new Error(result.findings[0]?.message)
  return result
}
const withDescription = (text: string) => withAnswer(shortInitial, DESCRIPTION, answered(text))

describe('a report as PDF', () => {
  it('is the same bytes for the same input, and other bytes for another', async () => {
    const [one, two] = [await render(longFinal), await render(longFinal)]
    expect(sha256Hex(one.pdf)).toBe(sha256Hex(two.pdf))
    const other = await render(withAnswer(longFinal, 'device_info/modelNum', answered('FlowGuard 201')))
    expect(sha256Hex(other.pdf)).not.toBe(sha256Hex(one.pdf))
  })

  it('carries the hash of the canonical content', async () => {
    const { contentHash: hash } = await render(shortInitial)
    expect(hash).toBe(contentHash(shortInitial))
    expect(hash).toBe(sha256Hex(canonicalJson(JSON.parse(JSON.stringify(shortInitial)))))
  })

  it('lets long texts and lists run over pages', async () => {
    const pages = (await render(shortInitial)).pages
    expect(
      (await render(withDescription('A sentence of the usual kind. '.repeat(1300)))).pages,
    ).toBeGreaterThan(pages + 5)
    expect((await render(withDescription('W'.repeat(100_000)))).pages).toBeGreaterThan(pages + 20)
    const serials = Array.from({ length: 200 }, (_, i) => `SN-${1000 + i}`).join('; ')
    expect((await render(withAnswer(shortInitial, 'device_info/serialNum', answered(serials)))).pages).toBe(
      pages + 2,
    )
  })

  it('says in a finding which characters it prints by number', async () => {
    expect((await render(longFinal)).findings).toEqual([])
    const { findings } = await render(greekBulgarian)
    expect(findings).toMatchObject([{ code: 'PRINT-CHARACTERS', severity: 'recommended' }])
    expect(findings[0]?.message).toContain('U+6DF1')
  })

  it('is a finding, not a crash, where the compiler has no program for this computer', async () => {
    const result = await renderPdfWith(failingLoad, mir721, shortInitial, { ...facts, ...ua1 })
    expect(result).toMatchObject({ ok: false, findings: [{ code: 'PRINT-NO-COMPILER', severity: 'blocks' }] })
    expect(result.findings[0]?.message).toContain(process.arch)
    expect(result.findings[0]?.message).not.toContain('more')
  })

  it('refuses a language that is no code', async () => {
    await expect(render(shortInitial, { language: 'Greek' })).rejects.toThrow(RangeError)
  })

  it('is made of whatever a report holds', async () => {
    const paths = leavesOf(mir721).map(l => l.path)
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string(),
    )
    const reason = fc.option(text, { nil: undefined })
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      fc.array(text, { minLength: 1, maxLength: 9 }).map(([first = '', ...more]) => answered(first, ...more)),
      fc
        .record({ state: fc.constantFrom('unknown' as const, 'not-applicable' as const), reason })
        .map(a => (a.reason === undefined ? { state: a.state } : { state: a.state, reason: a.reason })),
    )
    const fields = fc.dictionary(fc.constantFrom(...paths), answer, { maxKeys: 80 })
    await fc.assert(
      fc.asyncProperty(fields, text, fc.boolean(), async (given, reference, all) => {
        const standard = all ? archive : ua1
        const report = { ...newReport(mir721), fields: given }
        expect((await render(report, { reference, all }, standard)).pages).toBeGreaterThan(0)
      }),
      { numRuns: 20 },
    )
  })
})

describe.skipIf(!poppler)('a report as PDF, read by other software', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-print-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const ask = (tool: string, pdf: Uint8Array, before: readonly string[], after: readonly string[] = []) => {
    const file = join(folder, 'report.pdf')
    writeFileSync(file, pdf)
    return execFileSync(tool, [...before, file, ...after], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  }
  const textOf = (pdf: Uint8Array) => ask('pdftotext', pdf, [], ['-']).replace(/\s+/g, ' ')

  const pagesOf = (pdf: Uint8Array, pages: number) =>
    ask('pdftotext', pdf, [], ['-'])
      .split('\f')
      .slice(0, pages)
      .map(page => page.replace(/\s+/g, ' '))

  it('holds the answers in the order of the form', async () => {
    const text = textOf((await render(longFinal)).pdf)
    const expected = [
      'BfArM',
      '1.1.c',
      '00432/26',
      '2026-03-11',
      'Werftstraße',
      '04056784500016',
      'FG2-26-004261',
      'Austria',
    ]
    const places = [
      '1 Administrative',
      '2 Medical device',
      '3.1 Nature',
      '4.1 Manufacturer',
      '4.3.3 Number',
      '5 General',
    ]
    const names = { countryName: (c: string) => (c === 'AT' ? 'Austria' : undefined) }
    const named = textOf((await render(longFinal, names)).pdf)
    for (const part of expected) expect(named, part).toContain(part)
    const at = places.map(p => text.indexOf(p))
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(at).not.toContain(-1)
  })

  it('has reference, type, hash and page number on every page', async () => {
    const { pdf, pages, contentHash: hash } = await render(longFinal)
    const each = pagesOf(pdf, pages)
    expect(each).toHaveLength(pages)
    for (const [i, page] of each.entries()) {
      expect(page).toContain('Manufacturer Incident Report 7.2.1')
      expect(page).toContain('INC-2026-0117')
      expect(page).toContain('Final (Reportable incident)')
      expect(page).toContain(`SHA-256 ${hash.slice(0, 16)}`)
      expect(page).toContain(`Page ${i + 1} of ${pages}`)
      expect(page).toContain('Not verified against the official schema')
    }
    expect(each[0]).toContain(hash)
  })

  it('is marked as a draft on every page while findings block the export', async () => {
    const { pdf, pages } = await render(shortInitial, { status: { schema: 'invalid', blocking: 2 } })
    const each = pagesOf(pdf, pages)
    for (const page of each) expect(page).toContain('DRAFT')
    expect(each[0]).toContain('2 findings block the export')
    expect(textOf((await render(shortInitial)).pdf)).not.toContain('DRAFT')
  })

  it('names who signed, what it means, when, and what has to be said of it', async () => {
    const signatures = [
      { name: 'Dr Ada Muster', meaning: 'Approval', time: '2026-11-25 10:00:00 Europe/Berlin' },
      {
        name: 'Ben #strong[X]',
        meaning: 'Approval',
        time: '11:00',
        note: 'Emergency override: the ceiling is tonight',
      },
    ]
    const text = textOf((await render(shortInitial, { signatures })).pdf)
    expect(text).toContain('Signed electronically')
    for (const word of [
      'Dr Ada Muster',
      '2026-11-25 10:00:00 Europe/Berlin',
      'Ben #strong[X]',
      'Emergency override',
    ])
      expect(text).toContain(word)
    expect(textOf((await render(shortInitial)).pdf)).not.toContain('Signed electronically')
  })

  it('shows Typst code in an answer as the text it is', async () => {
    const code =
      '#read("/etc/passwd") #pdf.attach("x") #panic("x") ] ) } *b* _i_ `raw` $x^2$ <label> @ref = h // c \\u{41} -- ... \'s "q"'
    const text = textOf((await render(withDescription(code))).pdf)
    expect(text).toContain(code)
    expect(ask('pdfdetach', (await render(withDescription(code))).pdf, ['-list'])).toMatch(/^0 /)
  })

  it('loses nothing of a long word', async () => {
    const text = textOf((await render(withDescription('Ж'.repeat(5000)))).pdf)
    expect(text.replace(/[^Ж]/g, '')).toHaveLength(5000)
    const udi = '0104056784500016112502172110X7Y8Z9A0B1C2D3E4F5G6H7'
    expect(
      textOf((await render(withAnswer(shortInitial, 'device_info/udiPI', answered(udi)))).pdf),
    ).toContain(udi)
  })

  it('loses nothing of many short lines, of a list or of a group, wherever the page ends', async () => {
    const lines = Array.from({ length: 200 }, (_, i) => `z${i}`)
    const type = 'device_info/deviceClassMDRType'
    const long: Report = {
      ...shortInitial,
      fields: {
        ...shortInitial.fields,
        [DESCRIPTION]: answered(lines.join('\n')),
        'device_info/serialNum': answered(lines.map(l => `s${l}`).join(';')),
        [`${type}/implantable`]: answered(lines.map(l => `t${l}`).join('\n')),
        [`${type}/software`]: { state: 'unknown', reason: lines.map(l => `r${l}`).join(' ') },
      },
    }
    const words = new Set(textOf((await render(long)).pdf).split(' '))
    for (const line of lines) for (const mark of ['', 's', 't', 'r']) expect(words).toContain(mark + line)
  })

  it('explains characters printed by number on the page where they stand', async () => {
    const { pdf, pages } = await render(withDescription('pump 泵 stopped'))
    const each = pagesOf(pdf, pages)
    expect(each.filter(p => p.includes('U+6CF5'))).toHaveLength(1)
    expect(each.filter(p => p.includes('by its Unicode number'))).toEqual(
      each.filter(p => p.includes('U+6CF5')),
    )
  })

  it('is tagged, titled and dated from what was given, with all fonts embedded', async () => {
    const { pdf } = await render(greekBulgarian, { language: 'el' })
    const info = ask('pdfinfo', pdf, [])
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Manufacturer Incident Report 7\.2\.1, Follow up, INC-2026-0117/)
    expect(info).toMatch(/CreationDate:.*Nov 23.*2026/)
    const fonts = ask('pdffonts', pdf, []).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /)
    const tags = ask('pdfinfo', pdf, ['-struct-text'])
    expect(tags).toMatch(/H1 .*\n\s+"1"?/)
    expect(tags).toMatch(/TH /)
    expect(tags).toContain('"Εθνικός Οργανισμός Φαρμάκων (ΕΟΦ)"')
  })

  it('carries no date when none is given', async () => {
    const { pdf } = await render(shortInitial, {}, { standard: 'ua-1' })
    expect(ask('pdfinfo', pdf, [])).not.toMatch(/CreationDate/)
  })

  it('carries the XML file in the archive copy, byte for byte', async () => {
    const xml = new TextEncoder().encode('<?xml version="1.0"?>\n<incident>é</incident>\n')
    const { pdf } = await render(shortInitial, {}, { ...archive, archiveXml: xml })
    expect(ask('pdfdetach', pdf, ['-list'])).toContain('report.xml')
    const out = join(folder, 'out.xml')
    ask('pdfdetach', pdf, ['-save', '1', '-o', out])
    expect(new Uint8Array(readFileSync(out))).toEqual(xml)
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfaid:part>3')
  })
})

function failingLoad(): Promise<never> {
  return Promise.reject(new Error('Cannot find native binding.\nmore'))
}

function hasPoppler(): boolean {
  return ['pdftotext', 'pdfinfo', 'pdffonts', 'pdfdetach'].every(
    tool => spawnSync(tool, ['-v'], { stdio: 'ignore' }).error === undefined,
  )
}
