import { describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

describe('vigie codes check', () => {
  it('gives a row for each code, in the order given', async () => {
    const { code, stdout } = await vigie(['codes', 'check', 'A0501', 'B08', 'E05', 'A99', '--json'])
    expect(code).toBe(1)
    const rows = JSON.parse(stdout)
    expect(rows).toMatchObject([
      { code: 'A0501', annex: 'A', status: 'active', selectable: true, replacement: null },
      { code: 'B08', annex: 'B', status: 'retired', selectable: false, replacement: 'B26 or B27' },
      { code: 'E05', annex: 'E', status: 'not-selectable', selectable: false },
      { code: 'A99', annex: null, term: null, status: 'unknown', selectable: false },
    ])
    expect(Object.keys(rows[0])).toEqual([
      'code',
      'annex',
      'term',
      'release',
      'status',
      'selectable',
      'replacement',
    ])
  })

  it('ends with 0 when all may be chosen', async () => {
    const { code, stdout } = await vigie(['codes', 'check', 'A0501'])
    expect([code, stdout]).toEqual([
      0,
      'A0501     Detachment of Device or Device Component  annex A, release 2025, active\n',
    ])
  })

  it('reads codes from standard input', async () => {
    const { stdout } = await vigie(['codes', 'check', '-', '--json'], { stdin: 'A0501, F02\nE0104' })
    expect(JSON.parse(stdout).map((r: { code: string }) => r.code)).toEqual(['A0501', 'F02', 'E0104'])
  })
})

describe('vigie codes search', () => {
  it('finds a code by own words', async () => {
    const { code, stdout } = await vigie(['codes', 'search', 'battery', 'dead', '--annex', 'a', '--json'])
    expect([code, JSON.parse(stdout)[0].code]).toEqual([0, 'A070503'])
  })

  it('finds an EMDN code', async () => {
    const { stdout } = await vigie(['codes', 'search', 'hip', 'prosthesis', '--emdn', '--limit', '1'])
    expect(stdout).toMatch(/^P0908 /)
  })

  it('says so when nothing fits', async () => {
    const { code, stdout } = await vigie(['codes', 'search', 'qqqqqqqq'])
    expect([code, stdout]).toEqual([0, 'Nothing fits "qqqqqqqq". Try fewer or other words.\n'])
  })

  it('knows its annexes', async () => {
    const { code, stderr } = await vigie(['codes', 'search', 'x', '--annex', 'H'])
    expect([code, stderr.includes('The annexes are A, B, C, D, E, F and G.')]).toEqual([2, true])
  })
})
