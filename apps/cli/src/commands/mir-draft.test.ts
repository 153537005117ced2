import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEATH_IN_GERMANY, vigie } from '../testing.js'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-draft-'))
  writeFileSync(join(cwd, 'case.json'), JSON.stringify(DEATH_IN_GERMANY))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const draft = (...args: string[]) => vigie(['mir', 'draft', ...args], { cwd })
const inOut = () => readdirSync(join(cwd, 'out')).sort()
const text = (name: string) => readFileSync(join(cwd, 'out', name), 'utf8')

describe('vigie mir draft', () => {
  it('writes the report and the list of what is missing for the authority that is owed one', async () => {
    const { code, stdout } = await draft('case.json', '-o', 'out')
    expect(inOut()).toEqual([
      'INC-2026-014_DE-BfArM_initial.missing.txt',
      'INC-2026-014_DE-BfArM_initial.xml',
    ])
    const xml = text('INC-2026-014_DE-BfArM_initial.xml')
    for (const part of [
      '<ncaName>BfArM</ncaName>',
      '<mfrAwarenessDate>2026-11-23</mfrAwarenessDate>',
      '<eventClassification>Death</eventClassification>',
      'sCreateTimeStamp="2026-11-25T16:05:00"',
    ]) {
      expect(xml).toContain(part)
    }
    expect(stdout).toContain('last day Thu 2026-12-03, 8 days left')
    expect(text('INC-2026-014_DE-BfArM_initial.missing.txt')).toContain('BLOCKS')
    expect(code).toBe(1)
  })

  it('drafts for each device and tells the files apart', async () => {
    const [pump] = DEATH_IN_GERMANY.devices
    const two = { ...DEATH_IN_GERMANY, reference: '../a b/ü', devices: [pump, pump] }
    writeFileSync(join(cwd, 'case.json'), JSON.stringify(two))
    await draft('case.json', '-o', 'out')
    expect(inOut().filter(f => f.endsWith('.xml'))).toEqual([
      'a-b-u_DE-BfArM_device-1_initial.xml',
      'a-b-u_DE-BfArM_device-2_initial.xml',
    ])
  })

  it('writes nothing where nothing is owed, and says why', async () => {
    const { code, stdout } = await draft('case.json', '--for', 'CH', '-o', 'out')
    expect([code, existsSync(join(cwd, 'out'))]).toEqual([1, false])
    expect(stdout).toContain('No report was drafted.')
    expect(stdout.replace(/\s+/g, ' ')).toContain('did not happen in Switzerland')
  })

  it('takes another kind of report', async () => {
    const { stdout } = await draft('case.json', '--kind', 'follow-up', '-o', 'out', '--json')
    expect(JSON.parse(stdout).drafts).toMatchObject([{ kind: 'follow-up', for: 'EU', version: '7.3.1' }])
  })

  it('keeps a file that somebody worked on', async () => {
    await draft('case.json', '-o', 'out')
    const file = join(cwd, 'out', 'INC-2026-014_DE-BfArM_initial.xml')
    expect((await draft('case.json', '-o', 'out')).code).toBe(1)
    writeFileSync(file, 'mine')
    const { code, stderr } = await draft('case.json', '-o', 'out')
    expect([code, stderr]).toEqual([
      2,
      'vigie: out/INC-2026-014_DE-BfArM_initial.xml is there already with other content. Nothing was written; --force replaces what is there.\n',
    ])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await draft('case.json', '-o', 'out', '--force')
    expect(readFileSync(file, 'utf8')).toContain('<incident')
  })

  it.each([
    [['case.json', '-o', 'case.json'], 'case.json is a file, not a folder. Name another folder.'],
    [['case.json'], "required option '-o, --output <folder>' not specified"],
    [['case.json', '--for', 'US', '-o', 'out'], 'Allowed choices are EU, NI, GB, CH.'],
  ])('%j', async (args, sentence) => {
    const { code, stderr } = await draft(...args)
    expect([code, stderr.includes(sentence)]).toEqual([2, true])
  })
})
