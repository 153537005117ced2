import { blocks } from '@vigie/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkImdrfCode, codesCheck } from './check.js'
import type { ImdrfAnnex } from './entry.js'
import { imdrf } from './release.js'

type Options = Parameters<typeof checkImdrfCode>[1]
const found = (code: string, options: Options = {}) => checkImdrfCode(code, options).map(f => f.code)

describe('checkImdrfCode', () => {
  it.each<[string, string, Options, string[]]>([
    ['a good code', 'A050401', { annex: 'A' }, []],
    ['a code that does not exist', 'A9901', {}, ['IMDRF-UNKNOWN']],
    ['no code at all', '', {}, ['IMDRF-UNKNOWN']],
    ['the annex of another field', 'E050601', { annex: 'A' }, ['IMDRF-WRONG-ANNEX']],
    ['a heading', 'E05', {}, ['IMDRF-NOT-SELECTABLE']],
    ['a heading of the component annex', 'G02', { annex: 'G' }, ['IMDRF-NOT-SELECTABLE']],
    ['a retired code', 'A0204', {}, ['IMDRF-RETIRED']],
    ['no suitable term, not explained', 'A27', {}, ['IMDRF-EXPLAIN']],
    ['no suitable term, explained', 'A27', { explained: true }, []],
    ['not yet known in an initial report', 'C21', {}, []],
    ['not yet known in a final report', 'C21', { finalReport: true }, ['IMDRF-NOT-YET-KNOWN']],
    ['a code with more specific ones below', 'A0504', {}, ['IMDRF-LOWER-LEVEL']],
    ['small letters', 'a050401', {}, ['IMDRF-WRITTEN']],
    ['spaces', ' A05 04 01', {}, ['IMDRF-WRITTEN']],
    ['two faults at once', 'a27', { annex: 'C' }, ['IMDRF-WRITTEN', 'IMDRF-WRONG-ANNEX', 'IMDRF-EXPLAIN']],
  ])('%s', (_, code, options, expected) => {
    expect(found(code, options)).toEqual(expected)
  })

  it('refuses in a final report exactly the codes that say "not yet known"', () => {
    const refused = (['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const).flatMap(a =>
      imdrf()
        .entries(a)
        .map(e => String(e.code))
        .filter(code => found(code, { finalReport: true }).includes('IMDRF-NOT-YET-KNOWN')),
    )
    expect(refused).toEqual(['B21', 'C21', 'D16'])
  })

  it('says what was meant, where it stands and what to do', () => {
    const [first] = checkImdrfCode('AO504O1', { path: 'problem.codes[0]', place: '3.2.a' })
    expect(first).toEqual({
      code: 'IMDRF-WRITTEN',
      severity: 'blocks',
      path: 'problem.codes[0]',
      place: '3.2.a',
      message: '"AO504O1" is not written as a code.',
      mend: 'Write it as A050401.',
    })
    expect(checkImdrfCode('A050499')[0]?.mend).toContain('A0504 (Leak/Splash)')
    expect(checkImdrfCode('A0202')[0]?.mend).toBe('Use A020102 or a more specific code.')
    expect(checkImdrfCode('E0753')[0]?.mend).toBe('Use E0759, E170401 or E2003.')
  })

  it('blocks on faults and only advises on retired codes and higher levels', () => {
    expect(blocks(checkImdrfCode('E05'))).toBe(true)
    expect(blocks(checkImdrfCode('A0202'))).toBe(false)
    expect(blocks(checkImdrfCode('A05'))).toBe(false)
  })

  it('blocks no code in its own annex but the headings, and blocks every code in small letters', () => {
    const all = (['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const).flatMap(a => imdrf().entries(a))
    fc.assert(
      fc.property(fc.constantFrom(...all), entry => {
        const annex: ImdrfAnnex = entry.annex
        const good = checkImdrfCode(entry.code, { annex, explained: true })
        expect(blocks(good)).toBe(entry.status === 'not-selectable')
        expect(blocks(checkImdrfCode(entry.code.toLowerCase(), { annex, explained: true }))).toBe(true)
      }),
    )
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(checkImdrfCode(text).every(f => f.message !== '' && f.mend !== '')).toBe(true)
      }),
    )
  })
})

describe('codesCheck', () => {
  it('gives one row per code in the order given', () => {
    expect(codesCheck(['B08', 'E05', 'B26', 'a05', 'A0501', 'A0508', 'A02'])).toEqual([
      {
        code: 'B08',
        annex: 'B',
        term: "Testing of Patient Sample or Reference Material Using Manufacturer's Device",
        release: '2025',
        status: 'retired',
        selectable: false,
        replacement: 'B26 or B27',
      },
      {
        code: 'E05',
        annex: 'E',
        term: 'Vascular System',
        release: '2025',
        status: 'not-selectable',
        selectable: false,
        replacement: null,
      },
      {
        code: 'B26',
        annex: 'B',
        term: "Testing of Patient Sample Using Manufacturer's Device",
        release: '2025',
        status: 'new',
        selectable: true,
        replacement: null,
      },
      {
        code: 'a05',
        annex: null,
        term: null,
        release: '2025',
        status: 'unknown',
        selectable: false,
        replacement: null,
      },
      ...['A0501', 'A0508', 'A02'].map(code => ({
        code,
        annex: 'A',
        term: imdrf().get(code)?.term ?? '',
        release: '2025',
        status: code === 'A02' ? 'modified' : 'active',
        selectable: true,
        replacement: null,
      })),
    ])
  })
})
