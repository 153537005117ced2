import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

const SAMPLES = fileURLToPath(new URL('../../../../../shared/reference/mir/examples/', import.meta.url))
const here = existsSync(SAMPLES)
if (!here) process.stderr.write('The sample reports (../shared) are not here: their test is skipped.\n')

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-check-'))
  writeFileSync(join(cwd, 'text.xml'), 'Dear colleague')
  writeFileSync(join(cwd, 'cut.xml'), '<incident><admin_info>')
  writeFileSync(join(cwd, 'bomb.xml'), '<!DOCTYPE a [<!ENTITY b "c">]><incident>&b;</incident>')
  writeFileSync(join(cwd, 'print.pdf'), '%PDF-1.7\n')
  writeFileSync(join(cwd, 'notes.txt'), 'not looked at')
})
afterAll(() => rmSync(cwd, { recursive: true }))

const json = async (...args: string[]) => {
  const { code, stdout } = await vigie(['mir', 'check', ...args, '--json'], { cwd })
  return { code, rows: JSON.parse(stdout) }
}

describe('vigie mir check', () => {
  it('takes a folder as its *.xml and *.pdf files, sorted, and gives one entry per file', async () => {
    const { code, rows } = await json('.')
    expect(rows.map((r: { file: string }) => r.file)).toEqual([
      'bomb.xml',
      'cut.xml',
      'print.pdf',
      'text.xml',
    ])
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        'file',
        'version',
        'reportType',
        'schemaValid',
        'schemaFindings',
        'findings',
      ])
      expect(row.findings).toHaveLength(1)
    }
    expect(code).toBe(2)
  })

  it('keeps the order given, files that cannot be read included', async () => {
    const { code, rows } = await json('text.xml', 'nix.xml', 'cut.xml')
    expect(rows.map((r: { findings: { code: string }[] }) => r.findings[0]?.code)).toEqual([
      'XML-NOT-XML',
      'CLI-UNREADABLE',
      'XML-CUT-OFF',
    ])
    expect(code).toBe(2)
  })

  it('tells of an empty folder beside files that are checked', async () => {
    mkdirSync(join(cwd, 'empty'))
    const { code, rows } = await json('cut.xml', 'empty', 'text.xml')
    expect(rows.map((r: { file: string }) => r.file)).toEqual(['cut.xml', 'empty', 'text.xml'])
    expect(rows[1]).toMatchObject({
      schemaValid: null,
      findings: [{ code: 'CLI-UNREADABLE', message: 'The folder empty has no *.xml or *.pdf file.' }],
    })
    expect(code).toBe(2)
    rmSync(join(cwd, 'empty'), { recursive: true })
  })

  it('says of a file that was not read that its verdict is not known', async () => {
    const { rows } = await json('bomb.xml', 'nix.xml', 'print.pdf', 'cut.xml')
    expect(rows.map((r: { schemaValid: unknown }) => r.schemaValid)).toEqual([null, null, null, false])
  })

  it('says for a person what is wrong and where', async () => {
    const { stdout } = await vigie(['mir', 'check', 'cut.xml'], { cwd })
    expect(stdout).toMatch(/^cut\.xml {2}not checked\nBLOCKS {2}line 1 {2}XML-CUT-OFF\n/)
  })

  it('reads standard input', async () => {
    const { stdout } = await vigie(['mir', 'check', '-', '--json'], { stdin: '<fsca/>' })
    expect(JSON.parse(stdout)).toMatchObject([
      { file: '-', version: null, findings: [{ code: 'FORM-FSCA' }] },
    ])
  })

  it('says that a folder has nothing to check', async () => {
    const { code, stderr } = await vigie(['mir', 'check', cwd + '/..//nix/'], { cwd })
    expect([code, stderr]).toEqual([2, ''])
  })

  it.skipIf(!here)('judges the sample reports as the official schema does', async () => {
    cpSync(SAMPLES, join(cwd, 'samples'), { recursive: true })
    const { rows } = await json('samples')
    const reports = rows.filter((r: { file: string }) => r.file.includes('incident-example'))
    expect(reports).toHaveLength(5)
    for (const r of reports)
      expect(r).toMatchObject({ version: '7.2.1', schemaValid: true, schemaFindings: [] })
    rmSync(join(cwd, 'samples'), { recursive: true })
  })
})
