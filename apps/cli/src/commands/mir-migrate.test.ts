import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

const OLD =
  '<incident version="V5.0 2018-05-30" sFormLanguage="en"><admin_info><ncaName>BfArM</ncaName></admin_info></incident>'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-migrate-'))
  writeFileSync(join(cwd, 'old.xml'), OLD)
})
afterAll(() => rmSync(cwd, { recursive: true }))

const migrate = (...args: string[]) => vigie(['mir', 'migrate', ...args], { cwd })

describe('vigie mir migrate', () => {
  it('writes the new report and tells what needs an answer', async () => {
    const { code, stdout } = await migrate('old.xml', '--to', '7.3.1', '-o', 'new.xml')
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'new.xml'), 'utf8')).toContain('<formVersion>7.3.1</formVersion>')
    expect(readFileSync(join(cwd, 'new.xml'), 'utf8')).toContain('sCreateTimeStamp="2026-11-25T16:05:00"')
    expect(stdout).toMatch(/NEEDS AN ANSWER \(\d+\)/)
    expect(readFileSync(join(cwd, 'old.xml'), 'utf8')).toBe(OLD)
  })

  it('gives the four lists as JSON', async () => {
    const { stdout } = await migrate('old.xml', '--to', '7.3.1', '-o', 'new.xml', '--json')
    expect(Object.keys(JSON.parse(stdout))).toEqual([
      'file',
      'output',
      'findings',
      'carried',
      'changedMeaning',
      'needsAnswer',
      'dropped',
    ])
  })

  it('writes the report alone to standard output', async () => {
    const { stdout } = await migrate('old.xml', '--to', '7.3.1', '-o', '-')
    expect(stdout).toMatch(/^<\?xml [^]*<\/incident>\s*$/)
  })

  it.each([
    [['old.xml', '--to', '7.3.1', '-o', 'old.xml'], 'old.xml is the file that is read.'],
    [['new.xml', '--to', '7.3.1', '-o', 'x.xml'], 'new.xml is of MIR 7.3.1 already.'],
    [['old.xml', '--to', '8', '-o', 'x.xml'], 'Allowed choices are 7.3.1.'],
    [['old.xml', '-o', 'x.xml'], "required option '--to <version>' not specified"],
    [['nix.xml', '--to', '7.3.1', '-o', 'x.xml'], 'nix.xml cannot be read'],
  ])('%j', async (args, sentence) => {
    const { code, stderr } = await migrate(...args)
    expect([code, stderr.includes(sentence)]).toEqual([2, true])
    expect(existsSync(join(cwd, 'x.xml'))).toBe(false)
    expect(readdirSync(cwd).filter(f => f.endsWith('.part'))).toEqual([])
  })
})

describe('vigie mir diff', () => {
  it('ends with 0 for the same and 1 for different reports', async () => {
    expect(await vigie(['mir', 'diff', 'old.xml', 'old.xml'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'The reports say the same.\n',
    })
    const { code, stdout } = await vigie(['mir', 'diff', 'old.xml', '-'], {
      cwd,
      stdin: OLD.replace('BfArM', 'ANSM'),
    })
    expect([code, stdout]).toEqual([
      1,
      '1.1.a   Name of the receiving authority\n      - BfArM\n      + ANSM\n',
    ])
  })

  it('says which of the two is no report', async () => {
    const { code, stderr } = await vigie(['mir', 'diff', 'old.xml', '-'], { cwd, stdin: '<fsca/>' })
    expect(code).toBe(2)
    expect(stderr).toContain(
      'Standard input is not an incident report (MIR) that can be read, for one reason:',
    )
    expect(stderr).toContain('FORM-FSCA')
  })
})
