import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

const CASES = fileURLToPath(new URL('../../../../../shared/reference/udi/udi-cases.json', import.meta.url))
const here = existsSync(CASES)
if (!here) process.stderr.write('The recorded labels (../shared) are not here: their test is skipped.\n')

const json = async (stdin: string) => {
  const { code, stdout } = await vigie(['udi', '--json', '-'], { stdin })
  return { code, rows: JSON.parse(stdout) }
}

describe('vigie udi', () => {
  it('reads a label for a person', async () => {
    const { code, stdout } = await vigie(['udi', '(01)07032069804988(17)261200(10)0329'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/lot +0329/)
    expect(stdout).toMatch(/use by +2026-12-31/)
  })

  it('gives one result per line, with the same order', async () => {
    const { code, rows } = await json('07032069804988\n\n+A99912345/$$52001510X33\r\n')
    expect(rows.map((r: { input: string }) => r.input)).toEqual([
      '07032069804988',
      '',
      '+A99912345/$$52001510X33',
    ])
    expect(rows.map((r: { valid: unknown }) => r.valid)).toEqual([true, false, true])
    expect(code).toBe(1)
  })

  it('reads a line that begins with a quotation mark as a JSON string', async () => {
    const { rows } = await json(String.raw`"010703206980498810A1\u001d21S7"` + '\n"broken\n')
    expect(rows).toMatchObject([
      { valid: true, lot: 'A1', serial: 'S7' },
      { valid: false, findings: [{ code: 'CLI-LABEL-NOT-JSON', path: 'line 2' }] },
    ])
  })

  it('shows control characters by name instead of printing them', async () => {
    const { stdout } = await vigie(['udi', '010703206980498810A1\u001d21S7\u001b[31m'])
    expect(stdout).toContain('A1<GS>21S7<ESC>[31m')
    expect(stdout).not.toContain('\u001b')
  })

  it('takes a label that begins with a minus sign after --', async () => {
    const { stdout } = await vigie(['udi', '--json', '--', '-12345678'])
    expect(JSON.parse(stdout)).toMatchObject([{ input: '-12345678', kind: 'PZN' }])
  })

  it.skipIf(!here)('gives for all recorded labels at once the keys that are expected', async () => {
    const { cases } = JSON.parse(readFileSync(CASES, 'utf8'))
    expect(cases.length).toBeGreaterThan(100)
    const { rows } = await json(cases.map((c: { input: string }) => JSON.stringify(c.input)).join('\n'))
    expect(rows).toHaveLength(cases.length)
    for (const [i, c] of cases.entries()) {
      const { error: _hint, ...expected } = c.expect
      if (expected.valid === 'either') delete expected.valid
      expect(rows[i], c.id).toMatchObject(expected)
    }
  })
})
