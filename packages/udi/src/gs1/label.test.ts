import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { fullYear } from '../dates.js'
import { parseLabel } from '../parse-label.js'
import { AIS, aiAt } from './ai-lookup.js'

const today = day('2026-11-23')
const read = (text: string) => parseLabel(text, { today })
const GTIN = '0107032069804988'

describe('the table of application identifiers', () => {
  it('knows them all, and none is the beginning of another', () => {
    expect(AIS.size).toBe(541)
    for (const ai of AIS.keys()) expect(aiAt(`${ai}1234`, 0)?.ai).toBe(ai)
  })

  it('gives a predefined length exactly where the value has one length', () => {
    for (const ai of AIS.values()) {
      if (ai.predefined !== undefined) expect([ai.min, ai.max]).toEqual([ai.predefined, ai.predefined])
    }
  })
})

describe('years of two digits', () => {
  it.each([
    [26, 2026, 2026],
    [76, 2026, 2076],
    [77, 2026, 1977],
    [99, 2026, 1999],
    [49, 2026, 2049],
    [0, 2060, 2100],
    [10, 2060, 2110],
    [11, 2060, 2011],
  ])('%i in %i is %i', (yy, year, full) => expect(fullYear(yy, year)).toBe(full))
})

describe('GS1 faults', () => {
  it.each([
    ['(01)07032069804989', 'CHECK_DIGIT'],
    ['(01)0703206980498', 'LENGTH'],
    ['(01)0703206980498A', 'CHARSET'],
    ['(01)07032069804988(10)', 'EMPTY'],
    ['(01)07032069804988(17)260231', 'DATE'],
    ['(01)07032069804988(17)261301', 'DATE'],
    ['(01)07032069804988(17)260001', 'DATE'],
    ['(01)07032069804988(20)A1', 'CHARSET'],
    ['(01)07032069804988(20)1', 'LENGTH'],
    ['(01)07032069804988(10)A£', 'CHARSET'],
    ['(01)07032069804988(10)A B', 'CHARSET'],
    ['(01)07032069804988(10)A(10)B', 'REPEATED'],
    ['(01)07032069804988(02)07032069804988(37)2', 'EXCLUDES'],
    ['(01)07032069804988(37)2', 'EXCLUDES'],
    ['(02)07032069804988', 'REQUIRES'],
    ['(01)07032069804988(21)1(235)X', 'EXCLUDES'],
    ['(01)07032069804988(250)X', 'REQUIRES'],
    ['(01)07032069804988(29)1', 'AI'],
    ['(01)07032069804988(7003)2602302400', 'DATE'],
    ['(01)07032069804988(422)999', 'VALUE'],
    ['(8013)1987654Ad4X4bL5ttr2310c2X', 'CHECK_CHAR'],
    ['(01', 'AI'],
    ['()', 'AI'],
    ['\u001d', 'EMPTY'],
    ['', 'EMPTY'],
  ])('%s -> %s', (text, word) => {
    const result = read(text)
    expect(result.valid).toBe(false)
    expect(result.error).toBe(word)
  })

  it('come all at once, each with its place and the way out', () => {
    const { findings } = read('(01)07032069804989(17)260231(10)')
    expect(findings.map(f => [f.code, f.path])).toEqual([
      ['UDI-CHECK_DIGIT', '(01)'],
      ['UDI-DATE', '(17)'],
      ['UDI-EMPTY', '(10)'],
    ])
    expect(findings[0]?.mend).toContain('the check digit is 8')
  })
})

describe('GS1 readings', () => {
  it('keep what a failing check does not touch', () => {
    expect(read('(01)07032069804989(17)261231')).toMatchObject({ di: '07032069804989', expiry: '2026-12-31' })
  })

  it('take the same value twice as once', () => {
    expect(read('(01)07032069804988(10)A(10)A')).toMatchObject({ valid: true, lot: 'A' })
  })

  it('remark that a label has no device identifier, and take it all the same', () => {
    expect(read('(10)ABC(17)261200')).toMatchObject({ valid: true, warn: 'NO_DI', lot: 'ABC' })
  })

  it('know the hour of (7003)', () => {
    expect(read('(01)07032069804988(7003)2602281430')).toMatchObject({
      expiry: '2026-02-28',
      expiryPrecision: 'hour',
      expiryHour: 14,
    })
  })

  it('leave spaces and line ends around brackets out, and say so', () => {
    expect(read(' (01) 07032069804988\n(10) AB ')).toMatchObject({ valid: true, warn: 'SPACES', lot: 'AB' })
  })

  it('take a bracket after a backslash as part of the value', () => {
    expect(read('(10)12345\\(11)991225')).toMatchObject({ valid: true, lot: '12345(11)991225' })
  })

  it('leave a bracket that is no application identifier in the value', () => {
    expect(read('(01)07032069804988(10)A(X)1')).toMatchObject({ valid: true, lot: 'A(X)1' })
  })

  it('go on after a separator that stands behind a fixed length', () => {
    expect(read(`${GTIN}\u001d17261231\u001d10AB`)).toMatchObject({ valid: true, lot: 'AB' })
    expect(read(`${GTIN}\u001d\u001d10AB`)).toMatchObject({ valid: true, warn: 'SEPARATOR_EXTRA' })
  })

  it('allow a lot of any length up to 20', () => {
    for (const lot of ['1', 'ABCDEFGH', 'ABCDEFGHIJKLMNOPQRST']) expect(read(`${GTIN}10${lot}`).lot).toBe(lot)
    expect(read(`${GTIN}10ABCDEFGHIJKLMNOPQRSTU`)).not.toHaveProperty('lot')
  })
})

describe('a lost separator', () => {
  it('is never guessed: the strict lot stands, the other readings are listed', () => {
    const result = read(`${GTIN}10032915210526`)
    expect(result).toMatchObject({ valid: true, lot: '032915210526', warn: 'possible missing separator' })
    expect(result.alternatives).toContainEqual(
      expect.objectContaining({
        lot: '0329',
        elements: [
          ['01', GTIN.slice(2)],
          ['10', '0329'],
          ['15', '210526'],
        ],
      }),
    )
  })

  it('is seen between lot and serial number too', () => {
    const result = read(`${GTIN}1726123110LOT77621SN000123`)
    expect(result).toMatchObject({ lot: 'LOT77621SN000123', warn: 'possible missing separator' })
    expect(result.alternatives.map(a => [a.lot, a.serial])).toContainEqual(['LOT776', 'SN000123'])
  })

  it.each(['7', '42', '001'])('is seen between a lot and the serial number %s of a piece', serial => {
    const result = read(`${GTIN}1726123110LOT77621${serial}`)
    expect(result).toMatchObject({ lot: `LOT77621${serial}`, warn: 'possible missing separator' })
    expect(result.alternatives.map(a => [a.lot, a.serial])).toContainEqual(['LOT776', serial])
  })

  it.each(['LOT202112', 'A217', 'X2105', 'LOT77621', 'LOT77610', 'LOT77621A'])(
    'is not suspected in the lot %s',
    lot => expect(read(`${GTIN}1726123110${lot}`)).not.toHaveProperty('warn'),
  )

  it('is not suspected where the serial number is on the label or separators come through', () => {
    expect(read(`${GTIN}10LOT776217\u001d2199`)).not.toHaveProperty('warn')
    expect(read(`${GTIN}21ABC\u001d10LOT776217`)).not.toHaveProperty('warn')
  })

  it('is seen before a GTIN, which proves itself', () => {
    expect(read(`10LOT776${GTIN}`).alternatives).toContainEqual(
      expect.objectContaining({ lot: 'LOT776', di: '07032069804988' }),
    )
  })

  it('is not suspected without a sign', () => {
    expect(read(`${GTIN}10LOT776`)).not.toHaveProperty('warn')
    expect(read(`${GTIN}10A2110B\u001d21SN000123`)).not.toHaveProperty('warn')
  })
})

describe('a Digital Link', () => {
  it.each([
    ['https://id.gs1.org/01/07032069804988/22/V/10/L/21/S', 'L', 'S'],
    ['http://example.com/some/path/01/07032069804988/21/a%2Fb', undefined, 'a/b'],
    ['https://id.gs1.org/01/07032069804988/10/L?17=261231&linkType=all#part', 'L', undefined],
  ])('%s', (text, lot, serial) => {
    const result = read(text)
    expect(result).toMatchObject({ valid: true, issuer: 'GS1', di: '07032069804988' })
    expect([result.lot, result.serial]).toEqual([lot, serial])
  })

  it.each([
    'https://id.gs1.org/01/07032069804988/21/S/10/L',
    'https://id.gs1.org/01/07032069804988/99/X',
    'https://id.gs1.org/01/07032069804988?21=1',
    'https://id.gs1.org/01/07032069804988?9999=1',
    'https://id.gs1.org/01/07032069804988/10/A?10=B',
    'https://id.gs1.org/01/07032069804988/10/%zz',
    'https://id.gs1.org/01/07032069804988/10/ÄÖ',
    'https://example.com/shop/42',
    'https://example.com',
    'https:///01/07032069804988',
  ])('is refused: %s', text => expect(read(text)).toMatchObject({ valid: false, error: 'DL' }))

  it('tells a wrong check digit as such', () => {
    expect(read('https://a/01/07032069804989')).toMatchObject({ valid: false, error: 'CHECK_DIGIT' })
  })

  it('reads a GTIN without leading zeros and remarks on it', () => {
    expect(read('https://a/01/7032069804988')).toMatchObject({
      valid: true,
      di: '07032069804988',
      warn: 'GTIN_SHORT',
    })
  })
})
