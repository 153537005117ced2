import type { Finding } from '@vigie/kernel'
import type { CheckOptions, IdentifierCheck } from './basic-udi-di.js'
import { isLegacyIdentifier, judged } from './basic-udi-di.js'
import { udiFindings } from './findings.js'
import { gs1CheckDigit, normaliseGtin, verifyGs1CheckDigit } from './gs1/check-digit.js'
import { hibcCheckCharacter } from './hibcc/check-character.js'
import { ppnFindings, verifyPpn } from './ifa/ppn.js'
import type { IssuingEntity } from './result.js'

/** A UDI-DI check; `di` is the identifier as labels and databases give it, absent when it has a fault. */
export interface UdiDiCheck extends IdentifierCheck {
  readonly di?: string
}

const WHAT = 'The UDI-DI'

/** LIC, product code and unit of measure, as databases store a HIBC identifier: without plus sign and check. */
const HIBC_STORED = /^[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d$/
/** Facility number of 5, facility product code of 6, product description code of a letter and four digits. */
const ISBT128 = /^(?:=\/)?[A-NP-Z1-9]\d{4}[A-Z0-9]{6}[A-Z]\d{4}$/

/**
 * Issuing entity of a UDI-DI by its syntax alone; undefined when it has the shape of none. The check is not judged,
 * save that twelve digits with agency code 11 are a PPN rather than a GTIN when PPN and PZN check.
 *
 * @example issuingEntityOf('07032069804988') // 'GS1'
 */
export function issuingEntityOf(udiDi: string): IssuingEntity | undefined {
  if (isLegacyIdentifier(udiDi)) return 'EUDAMED'
  if (udiDi.startsWith('+')) return 'HIBCC'
  if (udiDi.startsWith('=/') || ISBT128.test(udiDi)) return 'ICCBBA'
  if (/^11\d{10}$/.test(udiDi) && verifyPpn(udiDi)) return 'IFA'
  if (/^\d+$/.test(udiDi)) return 'GS1'
  if (HIBC_STORED.test(udiDi)) return 'HIBCC'
  return verifyPpn(udiDi) ? 'IFA' : undefined
}

function gtin(text: string, path: string): UdiDiCheck {
  const di = normaliseGtin(text)
  const says = { what: 'The GTIN', value: text }
  const at = { path }
  if (/\D/.test(text)) return judged('GS1', [udiFindings.make.CHARSET(at, { ...says, allowed: 'digits' })])
  if (di === undefined) {
    const expected = '8, 12, 13 or 14'
    return judged('GS1', [udiFindings.make.LENGTH(at, { ...says, length: text.length, expected })])
  }
  if (!verifyGs1CheckDigit(di)) {
    const expected = gs1CheckDigit(di.slice(0, -1)) ?? ''
    return judged('GS1', [udiFindings.make.CHECK_DIGIT(at, { ...says, found: di.slice(-1), expected })])
  }
  const findings = di === text ? [] : [udiFindings.make.GTIN_SHORT(at, { value: text, padded: di })]
  return { ...judged('GS1', findings), di }
}

function hibc(text: string, path: string): UdiDiCheck {
  const at = { path }
  const flagged = text.startsWith('+')
  const body = flagged ? text.slice(1, -1) : text
  const findings: Finding[] = []
  if (body.length < 6 || body.length > 23) {
    const says = { what: WHAT, value: text, length: text.length }
    findings.push(udiFindings.make.LENGTH(at, { ...says, expected: flagged ? '8 to 25' : '6 to 23' }))
  } else if (!HIBC_STORED.test(body)) {
    const allowed = 'a letter, capital letters and digits, a digit at the end'
    findings.push(udiFindings.make.CHARSET(at, { what: WHAT, value: text, allowed }))
  } else if (!flagged) {
    const why = 'it stands without plus sign and check character'
    return {
      ...judged('HIBCC', [udiFindings.make.UNVERIFIED(at, { what: WHAT, why })], 'unverified'),
      di: body,
    }
  } else {
    const expected = hibcCheckCharacter(`+${body}`) ?? ''
    const found = text.slice(-1)
    if (found === expected) return { ...judged('HIBCC', []), di: body }
    findings.push(udiFindings.make.CHECK_CHAR(at, { what: WHAT, value: text, found, expected }))
  }
  return judged('HIBCC', findings)
}

function isbt128(text: string, path: string): UdiDiCheck {
  const at = { path }
  const di = text.replace(/^=\//, '')
  if (!/^[A-Z0-9]{16}$/.test(di)) {
    const says = {
      what: WHAT,
      value: text,
      length: di.length,
      expected: 'exactly 16 capital letters and digits',
    }
    return judged('ICCBBA', [udiFindings.make.LENGTH(at, says)])
  }
  const why = 'an ISBT 128 device identifier has no check character'
  return { ...judged('ICCBBA', [udiFindings.make.UNVERIFIED(at, { what: WHAT, why })], 'unverified'), di }
}

/**
 * Checks a UDI-DI standing alone: a GTIN of 8, 12, 13 or 14 digits, a HIBC identifier with or without plus sign and
 * check, a PPN, an ISBT 128 identifier, or a EUDAMED DI or ID of a legacy device. Spaces are not trimmed.
 *
 * @example checkUdiDi('07032069804988').verdict // 'valid'
 */
export function checkUdiDi(text: string, options: CheckOptions = {}): UdiDiCheck {
  const path = options.path ?? 'value'
  if (text === '') return judged(options.issuer, [udiFindings.make.EMPTY({ path }, { what: WHAT })])
  const issuer = options.issuer ?? issuingEntityOf(text)
  if (issuer === 'EUDAMED') {
    if (isLegacyIdentifier(text)) {
      return { ...judged(issuer, [udiFindings.make.LEGACY({ path }, { value: text })], 'legacy'), di: text }
    }
    const pattern = 'B- or D- and the identifier'
    return judged(issuer, [udiFindings.make.PATTERN({ path }, { what: WHAT, value: text, pattern })])
  }
  if (issuer === 'HIBCC') return hibc(text, path)
  if (issuer === 'ICCBBA') return isbt128(text, path)
  if (issuer === 'IFA') {
    const check = judged('IFA', ppnFindings(text, path))
    return check.verdict === 'valid' ? { ...check, di: text } : check
  }
  if (issuer === 'GS1' || /^\d{5}/.test(text)) return gtin(text, path)
  return judged(undefined, [udiFindings.make.FORMAT({ path }, { value: text.slice(0, 60) })])
}
