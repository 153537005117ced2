import { describe, expect, it } from 'vitest'
import {
  checkBasicUdiDi,
  checkCertificateNumber,
  checkChrn,
  checkCompetentAuthorityActorId,
  checkNotifiedBody,
  checkSrn,
  checkUdiDi,
  issuingEntityOf,
  parseLabel,
} from './index.js'

describe('a UDI-DI', () => {
  it.each([
    ['07032069804988', 'GS1', 'valid'],
    ['7032069804988', 'GS1', 'valid'],
    ['07032069804989', 'GS1', 'invalid'],
    ['0703206980498', 'GS1', 'invalid'],
    ['+A123BJC5D6E71G', 'HIBCC', 'valid'],
    ['+A123BJC5D6E71H', 'HIBCC', 'invalid'],
    ['A123BJC5D6E71', 'HIBCC', 'unverified'],
    ['110375286414', 'IFA', 'valid'],
    ['A9999XYZ100T0944', 'ICCBBA', 'unverified'],
    ['=/A9999XYZ100T0944', 'ICCBBA', 'unverified'],
    ['B-04049154000074', 'EUDAMED', 'legacy'],
    ['D-04049154000074', 'EUDAMED', 'legacy'],
    ['NONUMBERS', undefined, 'invalid'],
    ['111899#881193', 'GS1', 'invalid'],
    ['', undefined, 'invalid'],
    [' 07032069804988', undefined, 'invalid'],
  ])('%s is %s, %s', (text, issuer, verdict) => {
    expect(checkUdiDi(text)).toMatchObject({ issuer, verdict })
  })

  it('is judged as what the caller says it is', () => {
    expect(checkUdiDi('110375286415', { issuer: 'IFA', path: 'device.udiDi' }).findings[0]).toMatchObject({
      code: 'UDI-CHECK_DIGIT',
      path: 'device.udiDi',
    })
    expect(issuingEntityOf('hello')).toBeUndefined()
  })
})

describe('a Basic UDI-DI', () => {
  it.each([
    ['1987654Ad4X4bL5ttr2310c2K', 'GS1', 'valid', undefined],
    ['198765£Ad4X4bL5ttr2310c2K', 'GS1', 'invalid', 'UDI-CHARSET'],
    ['1987654Ad4X4bL5ttr2310cxK', 'GS1', 'invalid', 'UDI-CHECK_CHAR'],
    ['12345XX', 'GS1', 'invalid', 'UDI-LENGTH'],
    ['++A999MODELIDENTIFIER11S8', 'HIBCC', 'valid', undefined],
    ['++A999MODELIDENTIFIER11S9', 'HIBCC', 'invalid', 'UDI-CHECK_CHAR'],
    ['++9999MODELIDENTIFIER11S8', 'HIBCC', 'invalid', 'UDI-CHARSET'],
    ['PP12345ABCD.12345678.9004', 'IFA', 'valid', undefined],
    ['PP12345ABCD.12345678.9005', 'IFA', 'invalid', 'UDI-CHECK_CHAR'],
    ['PP12345ABCD_12345678.9004', 'IFA', 'invalid', 'UDI-CHARSET'],
    ['A9999XYZ100T0944AB', 'ICCBBA', 'unverified', 'UDI-UNVERIFIED'],
    ['B-E22124861', 'EUDAMED', 'legacy', 'UDI-LEGACY'],
    ['', undefined, 'invalid', 'UDI-EMPTY'],
    ['hello world', undefined, 'invalid', 'UDI-PREFIX_NOT_NUMERIC'],
  ])('%s is %s, %s', (text, issuer, verdict, code) => {
    const check = checkBasicUdiDi(text)
    expect(check).toMatchObject({ issuer, verdict })
    expect(check.findings[0]?.code).toBe(code)
    if (verdict !== 'invalid') expect(parseLabel(text).valid).toBe(verdict === 'valid' ? true : 'n/a')
  })
})

describe('labels that are one identifier', () => {
  it.each([
    ['110375286414', { valid: true, issuer: 'IFA', kind: 'UDI-DI', di: '110375286414' }],
    ['-03752864', { valid: true, issuer: 'IFA', kind: 'PZN', warn: 'PZN' }],
    ['PZN 03752865', { valid: false, error: 'CHECK_DIGIT' }],
    [']E07032069804988', { valid: true, kind: 'UDI-DI', di: '07032069804988' }],
    ['07032069804988 ', { valid: true, kind: 'UDI-DI', warn: 'SPACES' }],
    ['D-04049154000074', { valid: 'n/a', issuer: 'EUDAMED', kind: 'EUDAMED-ID' }],
    ['17261231', { valid: true, kind: 'label', expiry: '2026-12-31', warn: 'AMBIGUOUS' }],
    ['1726123110V10025', { valid: true, kind: 'label', lot: 'V10025' }],
    ['800307032069804988ABC', { valid: true, kind: 'label', issuer: 'GS1' }],
    ['99TESTING', { valid: true, kind: 'label', issuer: 'GS1' }],
    ['4031815374044W', { valid: false, kind: 'BASIC-UDI-DI', error: 'CHECK_CHAR' }],
    ['198765£Ad4X4bL5ttr2310c2K', { valid: false, error: 'CHARSET' }],
    ['12345XX', { valid: false, error: 'LENGTH' }],
    ['hello world', { valid: false, error: 'FORMAT' }],
    ['SNOWMAKER0', { valid: false, error: 'FLAG' }],
  ])('%s', (text, wanted) => expect(parseLabel(text)).toMatchObject(wanted))
})

describe('ISBT 128 and IFA faults', () => {
  it.each([
    ['=/A9999XYZ100T0944=,00002', 'LENGTH'],
    ['=/a9999XYZ100T0944', 'CHARSET'],
    ['=/', 'EMPTY'],
    ['=~12', 'STRUCTURE'],
    ['=A9997131234560', 'LENGTH'],
    ['=A9997XX12345600', 'VALUE'],
    ['=/A9999XYZ100T0944=>014032=>014033', 'REPEATED'],
    ['=/A9999XYZ100T0944&>0140322461', 'DATE'],
    ['[)>\u001e06\u001d9N110375286415\u001e\u0004', 'CHECK_DIGIT'],
    ['[)>\u001e06\u001d9N110375286414\u001d1T\u001e\u0004', 'EMPTY'],
    ['[)>\u001e06\u001d9N110375286414\u001d1T123456789012345678901\u001e\u0004', 'LENGTH'],
    ['[)>\u001e06\u001d9N110375286414\u001dD260231\u001e\u0004', 'DATE'],
    ['[)>\u001e06\u001d9N110375286414\u001d\u001e\u0004', 'DATA_IDENTIFIER'],
    ['[)>\u001e06\u001d9N110375286414\u001e', 'ENVELOPE'],
    ['[)>\u001e12\u001d9N110375286414\u001e\u0004', 'ENVELOPE'],
  ])('%j -> %s', (text, word) => expect(parseLabel(text)).toMatchObject({ valid: false, error: word }))

  it('read an hour, a month, a GTIN and GS1 elements in an envelope', () => {
    expect(parseLabel('=/A9999XYZ100T0944&>0140321430')).toMatchObject({ expiryHour: 14, valid: true })
    expect(parseLabel('=/A9999XYZ100T0944=}999001').manufactured).toBe('1999-01-01')
    expect(parseLabel('[)>\u001e06\u001d9N110375286414\u001dD260200\u001e\u0004')).toMatchObject({
      valid: true,
      expiry: '2026-02-28',
      expiryPrecision: 'month',
    })
    expect(parseLabel('[)>\u001e06\u001d8P07032069804988\u001dSX\u001e\u0004')).toMatchObject({
      valid: true,
      issuer: 'GS1',
      di: '07032069804988',
    })
    expect(parseLabel('[)>\u001e05\u001d0107032069804988\u001d10AB\u001e\u0004')).toMatchObject({
      valid: true,
      lot: 'AB',
    })
  })
})

describe('registration numbers', () => {
  it.each([
    ['DE-MF-000017808', 'valid'],
    ['IT-MF-000029427', 'valid'],
    ['EL-AR-000000001', 'valid'],
    ['XI-IM-000000001', 'valid'],
    ['BE-SP-000000001', 'valid'],
    ['BE-PR-000000001', 'valid'],
    ['CH-MF-000000001', 'valid'],
    ['ZZ-MF-000000001', 'invalid'],
    ['DE-CA-000000001', 'invalid'],
    ['DE-MF-00001780', 'invalid'],
    ['de-mf-000017808', 'invalid'],
    ['', 'invalid'],
  ])('SRN %s is %s', (text, verdict) => expect(checkSrn(text).verdict).toBe(verdict))

  it('remarks on a Swiss SRN', () => {
    expect(checkSrn('CH-MF-000000001').findings[0]?.code).toBe('UDI-SWISS_SRN')
    expect(checkSrn('DE-MF-000017808')).toMatchObject({ country: 'DE', role: 'MF' })
  })

  it.each([
    ['CHRN-AR-20000807', 'valid'],
    ['CHRN-IM-20000807', 'unverified'],
    ['CHRN-SP-20000807', 'invalid'],
    ['CHRN-AR-2000080', 'invalid'],
  ])('CHRN %s is %s', (text, verdict) => expect(checkChrn(text).verdict).toBe(verdict))

  it('knows notified bodies, authorities and certificates by their form', () => {
    expect(checkNotifiedBody('0123').verdict).toBe('valid')
    expect(checkNotifiedBody('123').verdict).toBe('invalid')
    expect(checkCompetentAuthorityActorId('FR-CA-008').verdict).toBe('valid')
    expect(checkCompetentAuthorityActorId('QQ-CA-008').verdict).toBe('invalid')
    expect(checkCompetentAuthorityActorId('FR-CA-08').verdict).toBe('invalid')
    expect(checkCertificateNumber('X'.repeat(51), 'MIR').verdict).toBe('invalid')
    expect(checkCertificateNumber('X'.repeat(51), 'EUDAMED').verdict).toBe('valid')
    expect(checkCertificateNumber('', 'MIR').verdict).toBe('invalid')
  })
})
