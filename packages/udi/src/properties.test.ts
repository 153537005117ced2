import { addDays, day } from '@vigie/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkBasicUdiDi,
  checkChrn,
  checkSrn,
  checkUdiDi,
  gs1CheckDigit,
  parseLabel,
  ppnOfPzn,
  pznCheckDigit,
  renderBracketed,
  renderEnvelope,
  renderHibc,
  renderRaw,
} from './index.js'

const today = day('2026-11-23')
const of = (chars: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...chars), minLength, maxLength })

const DIGITS = '0123456789'
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const anyDay = fc.integer({ min: 0, max: 9000 }).map(n => addDays(day('2005-01-01'), n))
const yymmdd = (d: string): string => d.slice(2).replaceAll('-', '')

/** What carriers begin with or hold, to reach the readers behind. */
const MARKS = [
  ...'(01) (10) 01 10 21 17 + ++ *+ =/ => &,1 [)> ]d2 ]C1 PP12345 https:// /01/ ? % $ $$ / 9N'.split(' '),
  '07032069804988',
  '\u001d',
  '\u001e',
  '\u0004',
  ' ',
  '\n',
]

describe('no text', () => {
  const pieces = fc.constantFrom(...MARKS)
  const mixed = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 }), of(DIGITS, 0, 20)), {
      maxLength: 40,
    })
    .map(parts => parts.join(''))
  const text = fc.oneof(mixed, fc.string({ unit: 'binary', maxLength: 10_000, size: 'max' }))

  it('makes any function throw or answer nonsense', () => {
    fc.assert(
      fc.property(text, t => {
        const result = parseLabel(t, { today })
        expect(result.valid === false).toBe(result.error !== undefined)
        expect(result.valid === false).toBe(result.findings.some(f => f.severity === 'blocks'))
        const remarked = result.findings.some(f => f.severity !== 'blocks' || f.code.startsWith('UDI-CHECK_'))
        expect(result.warn !== undefined).toBe(remarked)
        expect(parseLabel(t, { today })).toEqual(result)
        for (const check of [checkUdiDi, checkBasicUdiDi, checkSrn, checkChrn]) {
          const { verdict, findings } = check(t)
          expect(verdict === 'invalid').toBe(findings.some(f => f.severity === 'blocks'))
        }
      }),
      { numRuns: Number(process.env['UDI_RUNS'] ?? 300) },
    )
  })
})

describe('what was written is read back', () => {
  const gtin = of(DIGITS, 13, 13).map(d => d + (gs1CheckDigit(d) ?? ''))
  const lot = of(`${DIGITS}${CAPITALS}abc-/.`, 1, 20)

  it('from GS1 element strings, raw and in brackets', () => {
    const label = fc.record({
      gtin,
      expiry: anyDay,
      made: anyDay,
      lot,
      serial: lot,
      count: fc.integer({ min: 1, max: 99_999_999 }),
    })
    fc.assert(
      fc.property(label, fc.boolean(), (l, withSerial) => {
        const elements: (readonly [string, string])[] = [
          ['01', l.gtin],
          ['17', yymmdd(l.expiry)],
          ['10', l.lot],
          ['11', yymmdd(l.made)],
          ['30', String(l.count)],
          ...(withSerial ? ([['21', l.serial]] as const) : []),
        ]
        const wanted = {
          valid: true,
          issuer: 'GS1',
          di: l.gtin,
          expiry: l.expiry,
          manufactured: l.made,
          lot: l.lot,
          quantity: l.count,
          elements,
          ...(withSerial && { serial: l.serial }),
        }
        for (const text of [renderRaw(elements), `]d2${renderRaw(elements)}`, renderBracketed(elements)]) {
          expect(parseLabel(text, { today })).toMatchObject(wanted)
        }
      }),
    )
  })

  it('from HIBC codes', () => {
    const alnum = DIGITS + CAPITALS
    const content = fc.record(
      {
        lic: fc.tuple(of(CAPITALS, 1, 1), of(alnum, 3, 3)).map(p => p.join('')),
        pcn: of(alnum, 1, 18),
        uom: fc.integer({ min: 0, max: 9 }),
        lot: of(alnum, 1, 18),
        serial: of(alnum, 1, 18),
        expiry: fc.oneof(
          anyDay,
          anyDay.map(d => d.slice(0, 7)),
        ),
        expiryHour: fc.integer({ min: 0, max: 23 }),
        manufactured: anyDay,
        quantity: fc.integer({ min: 0, max: 99_999 }),
      },
      { requiredKeys: ['lic', 'pcn', 'uom'] },
    )
    fc.assert(
      fc.property(content, c => {
        const { expiryHour, ...rest } = c
        const withHour = expiryHour !== undefined && rest.expiry?.length === 10
        const whole = withHour ? c : rest
        const wanted = { ...whole, valid: true, issuer: 'HIBCC', di: `${c.lic}${c.pcn}${c.uom}` }
        expect(parseLabel(renderHibc(whole))).toMatchObject(wanted)
      }),
    )
  })

  it('from IFA messages', () => {
    const ppn = of(DIGITS, 7, 7)
      .filter(d => pznCheckDigit(d) !== undefined)
      .map(d => ppnOfPzn(d + (pznCheckDigit(d) ?? '')))
    fc.assert(
      fc.property(ppn, lot, lot, anyDay, (di, batch, serial, expiry) => {
        const text = renderEnvelope([
          ['9N', di],
          ['1T', batch],
          ['S', serial],
          ['D', yymmdd(expiry)],
        ])
        expect(parseLabel(text)).toMatchObject({ valid: true, issuer: 'IFA', di, lot: batch, serial, expiry })
      }),
    )
  })
})

describe('a lost separator', () => {
  const lots = of(`${DIGITS}${CAPITALS}`, 1, 12)

  it('is noticed when a date follows the lot, and the true reading is offered', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 0, max: 3000 }), (lot, n) => {
        const expiry = addDays(day('2022-01-01'), n)
        const text = `010703206980498810${lot}17${yymmdd(expiry)}`
        const result = parseLabel(text, { today })
        expect(result.lot).toBe(`${lot}17${yymmdd(expiry)}`.length <= 20 ? text.slice(18) : undefined)
        expect(result.warn).toBe('possible missing separator')
        expect(result.alternatives.some(a => a.lot === lot && a.expiry === expiry)).toBe(true)
      }),
    )
  })
})
