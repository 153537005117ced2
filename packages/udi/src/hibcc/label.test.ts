import { describe, expect, it } from 'vitest'
import { parseLabel } from '../parse-label.js'
import { hibcCheckCharacter } from './check-character.js'

const checked = (text: string): string => text + (hibcCheckCharacter(text) ?? '')
const read = (text: string) => parseLabel(checked(text))

describe('HIBC dates', () => {
  it.each([
    ['0226LOT', { expiry: '2026-02', expiryPrecision: 'month', expiryLastDay: '2026-02-28' }],
    ['2022826LOT', { expiry: '2026-02-28', expiryPrecision: 'day' }],
    ['3260228LOT', { expiry: '2026-02-28', expiryPrecision: 'day' }],
    ['426022807LOT', { expiry: '2026-02-28', expiryPrecision: 'hour', expiryHour: 7 }],
    ['526059LOT', { expiry: '2026-02-28', expiryPrecision: 'day' }],
    ['62605923LOT', { expiry: '2026-02-28', expiryPrecision: 'hour', expiryHour: 23 }],
  ])('$$%s', (text, wanted) => {
    expect(read(`+A999123X1/$$${text}`)).toMatchObject({ ...wanted, valid: true, lot: 'LOT' })
    expect(read(`+A999123X1/$$+${text}`)).toMatchObject({ ...wanted, valid: true, serial: 'LOT' })
    expect(read(`+A999123X1/$$9012345${text}`.replace('9012345', '912345'))).toMatchObject({
      ...wanted,
      valid: true,
      quantity: 12_345,
    })
  })
})

describe('HIBC faults', () => {
  it.each([
    ['+A999123X1/$$3260231LOT', 'DATE'],
    ['+A999123X1/$$1326LOT', 'DATE'],
    ['+A999123X1/$$5263671', 'DATE'],
    ['+A999123X1/$$426022824L', 'DATE'],
    ['+A999123X1/$$LOT', 'DATE_FLAG'],
    ['+A999123X1/$$8XXL', 'QUANTITY'],
    ['+A999123X1/$$', 'SECONDARY_EMPTY'],
    ['+A999123X1/$', 'SECONDARY_EMPTY'],
    ['+A999123X1//S1', 'SECONDARY_EMPTY'],
    ['+A999123X1/$1234567890123456789', 'LENGTH'],
    ['+A999123X1/16D20260231', 'DATE'],
    ['+A999123X1/14D2026022', 'DATE'],
    ['+A999123X1/S', 'EMPTY'],
    ['+A999123X1/Q12X4', 'QUANTITY'],
    ['+A999123X1/.5', 'DATA_IDENTIFIER'],
    ['+A999123X1/S1/S2', 'REPEATED'],
    ['+A999123X1/$$3260228L/14D20260301', 'REPEATED'],
    ['+A9991234567890123456789X1', 'LENGTH'],
  ])('%s -> %s', (text, word) => expect(read(text)).toMatchObject({ valid: false, error: word }))

  it.each(['+', '*+', '+ab'])('%s is no code', text => expect(parseLabel(text).valid).toBe(false))

  it('name the check character that would fit', () => {
    const [finding] = parseLabel('+A123BJC5D6E71X').findings
    expect(finding?.mend).toContain('the check is "G"')
  })

  it('offer the reading without a stray space, but do not take it', () => {
    expect(parseLabel('+A123BJC5D6E71G ')).toMatchObject({
      valid: false,
      error: 'CHECK_CHAR',
      alternatives: [{ di: 'A123BJC5D6E71' }],
    })
  })
})

describe('HIBC readings', () => {
  it('read the superseded five-digit date, in the century that is near', () => {
    expect(parseLabel(checked('+83278F8G9H0J2G'))).toMatchObject({ expiry: '1983-10-05', lot: 'F8G9H0J2' })
    expect(parseLabel(checked('+26278F8G9H0J2G'))).toMatchObject({ expiry: '2026-10-05' })
  })

  it('keep a space that is the check character', () => {
    expect(parseLabel('+A123AA40 ')).toMatchObject({ valid: true, checkChar: ' ', di: 'A123AA40' })
    expect(parseLabel('+A123AA40 \r\n')).toMatchObject({ valid: true, checkChar: ' ' })
  })

  it('take two lines and framed lines', () => {
    const second = checked('+$$52001510X3G')
    for (const text of [`+A123BJC5D6E71G\n${second}`, `*+A123BJC5D6E71G*${second}*`]) {
      expect(parseLabel(text)).toMatchObject({ valid: true, lot: '10X3', linkChar: 'G', checkChar: 'G' })
    }
  })

  it('take a quantity with a unit and a field they do not know', () => {
    expect(read('+A999123X1/Q12PCE')).toMatchObject({ valid: true, quantity: 12, warn: 'UNKNOWN_DATA' })
    expect(read('+A999123X1/25SABC')).toMatchObject({ valid: true, warn: 'UNKNOWN_DATA' })
  })
})
