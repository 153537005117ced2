import { describe, expect, it } from 'vitest'
import { codePoints, isDate, isDateTime, valueFault } from './lexical.js'

const accepted = (list: readonly string[], test: (text: string) => boolean) => list.filter(test)

describe('xsd:date as libxml2 reads it', () => {
  const good = [
    '2026-02-28',
    '2024-02-29',
    '2000-02-29',
    '0001-01-01',
    '-0001-12-31',
    '-0004-02-29',
    '12026-01-01',
    '2026-01-31Z',
    '2026-01-31+14:00',
    '2026-01-31-13:59',
    '9223372036854775807-01-01',
  ]
  const bad = [
    '2026-02-29',
    '1900-02-29',
    '2026-02-31',
    '2026-13-01',
    '2026-00-01',
    '2026-1-1',
    '0000-01-01',
    '02026-01-01',
    '+2026-01-01',
    '',
    ' 2026-01-01',
    '2026-01-01 ',
    '2026-01-31+14:01',
    '2026-01-31+1:00',
    '2026-01-31z',
    '31.01.2026',
    '2026-01-01T00:00:00',
    '-0001-02-29',
    '9223372036854775808-01-01',
    '２０２６-01-01',
  ]
  it('accepts', () => expect(accepted(good, isDate)).toEqual(good))
  it('refuses', () => expect(accepted(bad, isDate)).toEqual([]))
})

describe('xsd:dateTime as libxml2 reads it', () => {
  const good = [
    '2026-01-31T12:00:00',
    '2026-01-31T12:00:00.5',
    '2026-01-31T24:00:00',
    '2026-01-31T12:00:00Z',
    '2026-01-31T12:00:00Z ',
    '2026-01-31T12:00:00+02:00',
  ]
  const bad = [
    '2026-01-31T12:00',
    '2026-01-31 12:00:00',
    '2026-01-31T24:00:01',
    '2026-01-31T12:60:00',
    '2026-01-31T12:00:60',
    '2026-02-30T12:00:00',
    '2026-01-31T12:00:00 ',
    ' 2026-01-31T12:00:00Z',
    '2026-01-31T12:00:00.',
    '2026-01-31T12:00:59.99999999999999999999',
    '',
  ]
  it('accepts', () => expect(accepted(good, isDateTime)).toEqual(good))
  it('refuses', () => expect(accepted(bad, isDateTime)).toEqual([]))
})

describe('numbers', () => {
  const integer = (text: string) => valueFault({ base: 'integer' }, text) === undefined
  const decimal = (text: string) => valueFault({ base: 'decimal' }, text) === undefined
  it('takes whole numbers with sign, leading zeros and white space around, of at most 24 digits', () => {
    const good = ['0', '-1', '+1', '007', ' 5\n', '9'.repeat(24), '0'.repeat(40)]
    const bad = ['', ' ', '-', '1.0', '1e3', '5 5', '1,000', '٣', '9'.repeat(25)]
    expect(accepted(good, integer)).toEqual(good)
    expect(accepted(bad, integer)).toEqual([])
  })
  it('takes decimals with a point', () => {
    const good = ['0', '72.5', '.5', '5.', '-0.1', ` 7 `, `0.${'1'.repeat(24)}`]
    const bad = ['', '.', '72,5', '1e3', 'NaN', `0.${'1'.repeat(25)}`]
    expect(accepted(good, decimal)).toEqual(good)
    expect(accepted(bad, decimal)).toEqual([])
  })
  it('keeps to a range', () => {
    const month = (text: string) => valueFault({ base: 'integer', min: 1, max: 12 }, text)?.is
    expect(['0', '1', '012', '13', '-1', 'x'].map(month)).toEqual([
      'out-of-range',
      undefined,
      undefined,
      'out-of-range',
      'out-of-range',
      'not-an-integer',
    ])
  })
})

describe('texts', () => {
  it('are counted in code points, white space included', () => {
    expect(codePoints('a😀é')).toBe(3)
    expect(valueFault({ base: 'string', maxLength: 2 }, '😀😀')).toBeUndefined()
    expect(valueFault({ base: 'string', maxLength: 2 }, '😀😀 ')).toEqual({
      is: 'too-long',
      length: 3,
      max: 2,
    })
    expect(valueFault({ base: 'string', minLength: 3 }, '😀😀')).toEqual({
      is: 'too-short',
      length: 2,
      min: 3,
    })
  })
  it('from a list must be letter for letter', () => {
    const type = { base: 'string', values: ['Yes', 'No'] } as const
    expect(['Yes', 'yes', ' Yes', ''].map(t => valueFault(type, t)?.is)).toEqual([
      undefined,
      'not-listed',
      'not-listed',
      'not-listed',
    ])
  })
  it('of digits have nothing else', () => {
    const type = { base: 'string', digits: true } as const
    expect(['0123', '', ' 0123', '12a', '٣', '0123\n'].map(t => valueFault(type, t)?.is)).toEqual([
      undefined,
      ...Array.from({ length: 5 }, () => 'not-digits'),
    ])
  })
})
