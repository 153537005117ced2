import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEATH_IN_GERMANY, vigie } from '../testing.js'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-assess-'))
  const write = (name: string, value: unknown) => writeFileSync(join(cwd, name), JSON.stringify(value))
  write('case.json', DEATH_IN_GERMANY)
  write('typo.json', { ...DEATH_IN_GERMANY, devices: [{ name: 'Pump', regulaton: 'MDR' }] })
  mkdirSync(join(cwd, 'cases'))
  write('cases/b.json', { ...DEATH_IN_GERMANY, reference: 'B' })
  write('cases/a.json', { ...DEATH_IN_GERMANY, reference: 'A' })
  writeFileSync(join(cwd, 'cases/notes.txt'), 'not a case')
})
afterAll(() => rmSync(cwd, { recursive: true }))

describe('vigie assess', () => {
  it('tells a person what is due first, with weekday and days left', async () => {
    const { code, stdout } = await vigie(['assess', 'case.json'], { cwd, today: '2026-11-25' })
    expect(code).toBe(0)
    expect(stdout).toContain('1. EU BfArM (DE): MIR 7.3.1, initial report')
    expect(stdout).toContain('last day Thu 2026-12-03, 8 days left')
    expect(stdout).toMatch(/why +It happened in Germany/)
    expect(stdout).toMatch(/NOT DUE \(\d+\)/)
    expect(stdout).toContain('in case.json.')
  })

  it.each([
    ['2026-12-02', 'tomorrow'],
    ['2026-12-03', 'TODAY'],
    ['2026-12-04', 'OVERDUE by 1 day'],
    ['2026-12-10', 'OVERDUE by 7 days'],
  ])('on %s says %s', async (at, words) => {
    const { stdout } = await vigie(['assess', 'case.json', '--at', at], { cwd })
    expect(stdout).toContain(`Thu 2026-12-03, ${words}`)
  })

  it('gives one object for one case and an array for a folder, in the order of the names', async () => {
    const one = await vigie(['assess', 'case.json', '--json'], { cwd })
    expect(JSON.parse(one.stdout)).toMatchObject({
      reports: [{ jurisdiction: 'EU', target: '2026-12-03', ceiling: '2026-12-03', confirmed: true }],
    })
    const folder = await vigie(['assess', 'cases', '--json'], { cwd })
    expect(JSON.parse(folder.stdout)).toMatchObject([
      { file: 'cases/a.json', reference: 'A' },
      { file: 'cases/b.json', reference: 'B' },
    ])
  })

  it('reads a case from standard input', async () => {
    const { code, stdout } = await vigie(['assess', '-', '--json'], {
      stdin: JSON.stringify(DEATH_IN_GERMANY),
    })
    expect([code, JSON.parse(stdout).reference]).toEqual([0, 'INC-2026-014'])
  })

  it('never breaks a date, whatever the width, and keeps within it otherwise', async () => {
    for (const columns of [20, 40, 80, 200]) {
      const { stdout } = await vigie(['assess', 'case.json', '--no-color'], { cwd, columns })
      expect(stdout).toContain('last day Thu 2026-12-03, 8 days left')
      if (columns >= 60) {
        for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.min(columns, 100))
      }
    }
  })

  it('uses colours on a terminal only, and not with NO_COLOR or --no-color', async () => {
    const coloured = async (args: string[], options: object) =>
      (await vigie(['assess', 'case.json', ...args], { cwd, ...options })).stdout.includes('\u001B[')
    expect(await coloured([], { columns: 80 })).toBe(true)
    expect(await coloured([], {})).toBe(false)
    expect(await coloured(['--no-color'], { columns: 80 })).toBe(false)
    expect(await coloured([], { columns: 80, env: { NO_COLOR: '1' } })).toBe(false)
  })

  it('prints the dates and ends with 1 when a fact lies in the future', async () => {
    const { code, stdout } = await vigie(['assess', 'case.json', '--at', '2026-11-22'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('CASE-FUTURE')
    expect(stdout).toContain('REPORTS DUE (1)')
  })

  it('sets a report aside that was sent, once there is a proof', async () => {
    const sent = (proof?: string) => ({
      ...DEATH_IN_GERMANY,
      sentReports: [
        { to: 'DE', kind: 'initial', on: '2026-11-24', ...(proof === undefined ? {} : { proof }) },
      ],
    })
    const asked = async (file: object) =>
      (await vigie(['assess', '-'], { stdin: JSON.stringify(file) })).stdout
    expect(await asked(sent('receipt 17'))).toMatch(
      /No report is due .* any more[^]*SENT \(1\)\n.*receipt 17/,
    )
    expect(await asked(sent())).toMatch(
      /One report is due[^]*SENT +on Tue 2026-11-24, but the case has no proof/,
    )
  })

  it('computes a proposal beside the law', async () => {
    const { stdout } = await vigie(['assess', 'case.json', '--simulate', 'all', '--json'], { cwd })
    expect(JSON.parse(stdout).simulations).toMatchObject([{ rule: 'EU-PRO-01', changes: 'EU-VIG-01' }])
  })
})

describe('vigie assess, used wrongly', () => {
  it.each([
    [['assess', 'nix.json'], 'nix.json cannot be read: there is no such file or folder.'],
    [['assess', 'case.json', '--at', '2026-02-31'], '--at 2026-02-31: that is not a day of the calendar.'],
    [['assess', 'case.json', '--simulate', 'EU-PRO-1'], 'Did you mean EU-PRO-01?'],
    [['assess', 'case.json', '--simulate', 'EU-VIG-01'], 'EU-VIG-01 is always applied.'],
    [['assess', 'case.json', '--jsn'], 'Did you mean --json?'],
    [['assess'], "missing required argument 'case'"],
    [['asess', 'case.json'], 'Did you mean assess?'],
    [['assess', 'typo.json'], 'Did you mean "regulation"?'],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await vigie(args, { cwd })
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('at Object')
    expect([code, stdout]).toEqual([2, ''])
  })

  it('gives the faults of a case as JSON where JSON is asked for', async () => {
    const { code, stdout } = await vigie(['assess', 'typo.json', '--json'], { cwd })
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'typo.json',
      findings: [{ code: 'CASE-UNKNOWN-KEY', path: 'devices[0].regulaton' }],
    })
  })

  it.each([
    ['{"reference":', 'CASE-JSON'],
    ['<xml/>', 'CASE-JSON'],
    ['[]', 'CASE-SHAPE'],
  ])('says that %s is not a case', async (stdin, findingCode) => {
    const { code, stderr } = await vigie(['assess', '-'], { stdin })
    expect([code, stderr.includes(findingCode)]).toEqual([2, true])
  })

  it('refuses what is no text and what has no end', async () => {
    const latin1 = await vigie(['assess', '-'], { stdin: new Uint8Array([0x22, 0xe9, 0x22]) })
    expect([latin1.code, latin1.stderr]).toEqual([
      2,
      'vigie: Standard input is not text in UTF-8. Save it as UTF-8 and try again.\n',
    ])
    const huge = await vigie(['assess', '-'], { stdin: new Uint8Array(10 * 1_048_576 + 1) })
    expect([huge.code, huge.stderr]).toEqual([
      2,
      'vigie: Standard input has more than 10 MB. Check that it is the right file.\n',
    ])
  })
})
