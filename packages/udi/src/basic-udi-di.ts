import type { Finding } from '@vigie/kernel'
import { blocks } from '@vigie/kernel'
import { udiFindings } from './findings.js'
import { gmnCheckPair, gmnFaults } from './gs1/gmn.js'
import { ifaCheckDigits } from './modulo-97.js'
import { modulo1021Pair } from './modulo-1021.js'
import type { IssuingEntity } from './result.js'

/**
 * `valid`: right shape and check. `invalid`: a fault. `unverified`: right shape, but there is no check or none we
 * know. `legacy`: a EUDAMED DI or ID, which is not scored.
 */
export type Verdict = 'valid' | 'invalid' | 'unverified' | 'legacy'

export interface IdentifierCheck {
  readonly issuer: IssuingEntity | undefined
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
}

export interface CheckOptions {
  /** Where the text stands, for the findings; `value` when left out. */
  readonly path?: string
  /** The issuing entity, where it is known from elsewhere; otherwise the syntax decides. */
  readonly issuer?: IssuingEntity
}

const WHAT = 'The Basic UDI-DI'
const LONGEST = 25

/** Builds the answer: any fault makes it invalid, otherwise the verdict given. */
export function judged(
  issuer: IssuingEntity | undefined,
  findings: readonly Finding[],
  otherwise: Verdict = 'valid',
): IdentifierCheck {
  return { issuer, verdict: blocks(findings) ? 'invalid' : otherwise, findings }
}

/** Whether the text is a EUDAMED DI (`B-`) or EUDAMED ID (`D-`) of a legacy device. */
export function isLegacyIdentifier(text: string): boolean {
  return /^[BD]-[!-~]{1,118}$/.test(text)
}

const length = (value: string, expected: string, path: string): Finding =>
  udiFindings.make.LENGTH({ path }, { what: WHAT, value, length: value.length, expected })

const check = (value: string, expected: string, path: string): Finding =>
  udiFindings.make.CHECK_CHAR({ path }, { what: WHAT, value, found: value.slice(-2), expected })

function gs1(text: string, path: string): Finding[] {
  return gmnFaults(text).map(fault => {
    if (fault === 'LENGTH') return length(text, '8 to 25', path)
    if (fault === 'PREFIX_NOT_NUMERIC') return udiFindings.make.PREFIX_NOT_NUMERIC({ path }, { value: text })
    if (fault === 'CHECK_CHAR') return check(text, gmnCheckPair(text.slice(0, -2)) ?? '', path)
    const allowed = 'letters, digits and the signs of the GS1 character set 82'
    return udiFindings.make.CHARSET({ path }, { what: WHAT, value: text, allowed })
  })
}

/**
 * Faults of a HIBC Basic UDI-DI: `++`, LIC of 4 (a letter first), model of 1 to 17, check pair by modulo 1021 over
 * everything before it (HIBCC, HIBC Basic UDI-DI).
 */
function hibcc(text: string, path: string): Finding[] {
  if (text.length < 9 || text.length > LONGEST) return [length(text, '9 to 25', path)]
  if (!/^\+\+[A-Z][A-Z0-9]+$/.test(text)) {
    const allowed = 'two plus signs, a letter, then capital letters and digits'
    return [udiFindings.make.CHARSET({ path }, { what: WHAT, value: text, allowed })]
  }
  const expected = modulo1021Pair(text.slice(0, -2)) ?? ''
  return expected === text.slice(-2) ? [] : [check(text, expected, path)]
}

/**
 * Faults of an IFA Basic UDI-DI: `PP`, manufacturer code of five digits, device group code of 1 to 16, two check
 * digits by modulo 97 (IFA, Basic UDI-DI, November 2019).
 */
function ifa(text: string, path: string): Finding[] {
  if (text.length < 10 || text.length > LONGEST) return [length(text, '10 to 25', path)]
  if (!/^PP\d{5}[A-Z0-9.]+\d{2}$/.test(text)) {
    const allowed = 'PP, five digits, capital letters, digits and full stops, two digits'
    return [udiFindings.make.CHARSET({ path }, { what: WHAT, value: text, allowed })]
  }
  const expected = ifaCheckDigits(text.slice(0, -2)) ?? ''
  return expected === text.slice(-2) ? [] : [check(text, expected, path)]
}

/** 18 characters that begin with an ISBT 128 facility number. */
const ICCBBA = /^[A-NP-Z]\d{4}[A-Z0-9]{13}$/

function iccbba(text: string, path: string): Finding[] {
  const why = 'no check of the ICCBBA Basic UDI-DI is known to this program'
  if (text.length !== 18) return [length(text, 'exactly 18', path)]
  if (/^[A-Z0-9]+$/.test(text)) return [udiFindings.make.UNVERIFIED({ path }, { what: WHAT, why })]
  return [
    udiFindings.make.CHARSET({ path }, { what: WHAT, value: text, allowed: 'capital letters and digits' }),
  ]
}

/** Issuing entity of a Basic UDI-DI by its syntax; undefined when it has the shape of none. */
export function issuingEntityOfBasic(text: string): IssuingEntity | undefined {
  if (isLegacyIdentifier(text)) return 'EUDAMED'
  if (text.startsWith('++')) return 'HIBCC'
  if (/^PP\d{5}/.test(text)) return 'IFA'
  if (ICCBBA.test(text)) return 'ICCBBA'
  return /^\d{5}/.test(text) ? 'GS1' : undefined
}

/**
 * Checks a Basic UDI-DI (MDCG 2019-1: at most 25 characters with a check by the issuing entity). An EUDAMED DI or ID
 * of a legacy device is accepted as such. Spaces are not trimmed.
 *
 * @example checkBasicUdiDi('++A999MODELIDENTIFIER11S8').verdict // 'valid'
 */
export function checkBasicUdiDi(text: string, options: CheckOptions = {}): IdentifierCheck {
  const path = options.path ?? 'value'
  if (text === '') return judged(options.issuer, [udiFindings.make.EMPTY({ path }, { what: WHAT })])
  const issuer = options.issuer ?? issuingEntityOfBasic(text)
  if (issuer === 'EUDAMED') {
    if (isLegacyIdentifier(text)) {
      return judged(issuer, [udiFindings.make.LEGACY({ path }, { value: text })], 'legacy')
    }
    const pattern = 'B- or D- and the identifier'
    return judged(issuer, [
      udiFindings.make.PATTERN({ path }, { what: 'The EUDAMED DI', value: text, pattern }),
    ])
  }
  if (issuer === 'HIBCC') return judged(issuer, hibcc(text, path))
  if (issuer === 'IFA') return judged(issuer, ifa(text, path))
  if (issuer === 'ICCBBA') return judged(issuer, iccbba(text, path), 'unverified')
  return judged(issuer, gs1(text, path))
}
