import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gmnCheckPair,
  gs1CheckDigit,
  hibcCheckCharacter,
  ifaCheckDigits,
  iso7064Mod37,
  modulo1021Pair,
  normaliseGtin,
  ppnOfPzn,
  pznCheckDigit,
  verifyGmn,
  verifyGs1CheckDigit,
  verifyPpn,
  verifyPzn,
} from './index.js'

describe('modulo 10 of GS1', () => {
  it.each([
    ['5102222223333', '6'],
    ['0703206980498', '8'],
    ['0020885110734', '7'],
    ['', undefined],
    ['12a', undefined],
  ])('%s -> %s', (digits, check) => expect(gs1CheckDigit(digits)).toBe(check))

  it('writes a GTIN with 14 digits', () => {
    expect(normaliseGtin('7032069804988')).toBe('07032069804988')
    expect(normaliseGtin('703206980498')).toBe('00703206980498')
    expect(normaliseGtin('70320698049')).toBeUndefined()
    expect(verifyGs1CheckDigit('8')).toBe(false)
  })
})

describe('modulo 1021 of GS1 and HIBC', () => {
  it.each([
    ['1987654Ad4X4bL5ttr2310c', '2K'],
    ['12345A', 'NJ'],
    ['12345678901234567890123', 'NT'],
    ['00000!', 'HV'],
    ['99999zzzzzzzzzzzzzzzzzz', 'T2'],
    ['12345', undefined],
    ['123456789012345678901234', undefined],
    ['X2345A', undefined],
  ])('%s -> %s', (text, pair) => expect(gmnCheckPair(text)).toBe(pair))

  it.each(['1987654Ad4X4bL5ttr2310cXK', '1987654Ad4X4bL5ttr2310c2X'])('refuses %s', text =>
    expect(verifyGmn(text)).toBe(false),
  )

  it('takes the plus signs in', () => expect(modulo1021Pair('++A999MODELIDENTIFIER11')).toBe('S8'))
})

it.each([
  ['+SNOWMAKER0', 'Q'],
  ['+BLUEUNICORN7', 'N'],
  ['+A123AA40', ' '],
  ['+A123BJC5D6E71', 'G'],
  ['+A99912345/$$52001510X3', '3'],
  ['+a', undefined],
])('HIBC modulo 43: %s -> "%s"', (text, check) => expect(hibcCheckCharacter(text)).toBe(check))

describe('IFA', () => {
  it.each([
    ['1103752864', '14'],
    ['PP12345ABCD.12345678.90', '04'],
    ['', undefined],
  ])('modulo 97: %s -> %s', (text, digits) => expect(ifaCheckDigits(text)).toBe(digits))

  it('knows PZN and PPN', () => {
    expect(pznCheckDigit('0375286')).toBe('4')
    expect(verifyPzn('03752864')).toBe(true)
    expect(verifyPzn('03752865')).toBe(false)
    expect(ppnOfPzn('03752864')).toBe('110375286414')
    expect(verifyPpn('110375286414')).toBe(true)
    expect(verifyPpn('111899#881193')).toBe(false)
    expect(verifyPpn('NONUMBERS')).toBe(false)
  })

  it('never issues a PZN with remainder 10', () => {
    expect(pznCheckDigit('0000005')).toBe('2')
    expect(pznCheckDigit('0000003')).toBe(undefined)
  })

  it('looks at the PZN inside a PPN too', () => {
    const wrongPzn = '1103752865'
    expect(verifyPpn(wrongPzn + (ifaCheckDigits(wrongPzn) ?? ''))).toBe(false)
  })
})

it.each([
  ['G123498654321', 'H'],
  ['G123489654321', 'Y'],
  ['g1', undefined],
])('ISO 7064 modulo 37-2: %s -> %s', (text, check) => expect(iso7064Mod37(text)).toBe(check))

const changedAt = (text: string, at: number, c: string): string => text.slice(0, at) + c + text.slice(at + 1)

describe('one changed character', () => {
  const PPN = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  it('is always noticed by modulo 97', () => {
    const text = fc.string({ unit: fc.constantFrom(...PPN), minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...PPN), (t, n, c) => {
        const at = n % t.length
        fc.pre(t[at] !== c)
        expect(ifaCheckDigits(changedAt(t, at, c))).not.toBe(ifaCheckDigits(t))
      }),
    )
  })

  it('is always noticed by modulo 43', () => {
    const text = fc.string({ unit: fc.constantFrom(...PPN, ...'-. $/+%'), minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...PPN), (t, n, c) => {
        const at = n % t.length
        fc.pre(t[at] !== c)
        expect(hibcCheckCharacter(changedAt(t, at, c))).not.toBe(hibcCheckCharacter(t))
      }),
    )
  })

  it('and two neighbours swapped are always noticed by modulo 37-2', () => {
    const text = fc.string({ unit: fc.constantFrom(...PPN), minLength: 2, maxLength: 15 })
    fc.assert(
      fc.property(text, fc.nat(), (t, n) => {
        const at = n % (t.length - 1)
        const [a = '', b = ''] = [t[at], t[at + 1]]
        fc.pre(a !== b)
        const swapped = t.slice(0, at) + b + a + t.slice(at + 2)
        expect(iso7064Mod37(swapped)).not.toBe(iso7064Mod37(t))
      }),
    )
  })
})
