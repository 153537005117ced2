import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const SAMPLE = fileURLToPath(
  new URL('../../../../../shared/reference/mir/examples/incident-example-Initial.xml', import.meta.url),
)
const here = existsSync(SAMPLE)
if (!here) process.stderr.write('The sample reports (../shared) are not here: their export is not tested.\n')

/** A report that the schema of its version refuses. */
const FAULTY =
  '<incident version="V5.0 2018-05-30" sFormLanguage="en"><admin_info><ncaName>BfArM</ncaName><reportType>Initial</reportType></admin_info></incident>'

let cwd: string
let draft: string
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-export-'))
  writeFileSync(join(cwd, 'faulty.xml'), FAULTY)
  await vigie(['mir', 'draft', `${ROOT}examples/infusion-pump-death-germany.json`, '-o', '.'], { cwd })
  draft = readdirSync(cwd).find(f => f.endsWith('_initial.xml')) ?? 'no draft'
})
afterAll(() => rmSync(cwd, { recursive: true }))

const run = (...args: string[]) => vigie(['mir', 'export', ...args], { cwd })
const pdfHead = (name: string) => readFileSync(join(cwd, name)).subarray(0, 5).toString()

describe('vigie mir export', () => {
  it('writes XML and PDF, and says what they were checked against', async () => {
    const { code, stdout } = await run(draft, '--xml', 'r.xml', '--pdf', 'r.pdf')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^r\.xml\nr\.pdf, \d+ pages\nNot verified against the official schema/)
    expect(readFileSync(join(cwd, 'r.xml'), 'utf8')).toBe(readFileSync(join(cwd, draft), 'utf8'))
    expect(pdfHead('r.pdf')).toBe('%PDF-')
  })

  it('gives an account as JSON', async () => {
    const { stdout } = await run(draft, '--pdf', 'j.pdf', '--pdf-standard', 'a-3a', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      file: draft,
      version: '7.3.1',
      xml: null,
      pdf: 'j.pdf',
      schema: { valid: null, checkedBy: 'nothing-official' },
    })
  })

  it('does not write what the official schema refuses, unless it is to be a draft', async () => {
    const { code, stdout, stderr } = await run('faulty.xml', '--xml', 'f.xml', '--pdf', 'f.pdf')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('vigie: Nothing was written. Refused by the rules of the official schemas')
    expect(existsSync(join(cwd, 'f.xml')) || existsSync(join(cwd, 'f.pdf'))).toBe(false)
    const asDraft = await run('faulty.xml', '--pdf', 'f.pdf', '--draft')
    expect([asDraft.code, pdfHead('f.pdf')]).toEqual([1, '%PDF-'])
    expect(asDraft.stdout).toContain('do not send the report as it stands')
  })

  it('writes one thing to standard output, and what there is to say beside it', async () => {
    const { stdout, stderr } = await run(draft, '--xml', '-')
    expect(stdout).toBe(readFileSync(join(cwd, draft), 'utf8'))
    expect(stderr).toContain('Not verified against the official schema')
  })

  it.skipIf(!here)('writes an official sample again as the same document', async () => {
    await run(SAMPLE, '--xml', 's.xml')
    expect(readFileSync(join(cwd, 's.xml'), 'utf8').replace(/\s+/g, ' ').trim()).toBe(
      readFileSync(SAMPLE, 'utf8').replace(/\s+/g, ' ').trim(),
    )
  })

  it.each([
    [['x.xml'], 'Say what to write: --xml FILE, --pdf FILE, or both.'],
    [['faulty.xml', '--xml', 'a', '--pdf', 'a'], 'XML and PDF need two different files.'],
    [['faulty.xml', '--xml', '-', '--pdf', '-'], 'Only one thing can go to standard output.'],
    [['faulty.xml', '--xml', '-', '--json'], 'Only one thing can go to standard output.'],
    [['faulty.xml', '--xml', 'faulty.xml', '--draft'], 'faulty.xml is the file that is read.'],
    [['nix.xml', '--xml', 'a.xml'], 'nix.xml cannot be read'],
  ])('%j', async (args, sentence) => {
    const { code, stderr } = await run(...args)
    expect([code, stderr.includes(sentence)]).toEqual([2, true])
  })
})

describe('vigie mir show', () => {
  it('shows the report by section, and what codes stand for', async () => {
    const { code, stdout } = await vigie(['mir', 'show', draft], { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^MIR 7\.3\.1, Initial\n/)
    expect(stdout).toContain('          DE Germany')
    expect(stdout).toMatch(/A140502 +\S+/)
  })

  it('gives the same as JSON', async () => {
    const { stdout } = await vigie(['mir', 'show', draft, '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ file: draft, findings: [], model: { version: '7.3.1' } })
  })
})
