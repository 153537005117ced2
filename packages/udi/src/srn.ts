import type { Finding } from '@vigie/kernel'
import { blocks } from '@vigie/kernel'
import { COUNTRIES } from './countries.js'
import { udiFindings } from './findings.js'

/** Roles in an SRN: manufacturer, authorised representative, importer, system or procedure pack producer, PR. */
export type ActorRole = 'MF' | 'AR' | 'IM' | 'SP' | 'PR'

export interface NumberCheck {
  readonly verdict: 'valid' | 'invalid' | 'unverified'
  readonly findings: readonly Finding[]
}

export interface SrnCheck extends NumberCheck {
  readonly country?: string
  readonly role?: ActorRole
}

/** Where the text stands, for the findings; `value` when left out. */
type At = { readonly path?: string }

/** Codes the register uses beside ISO 3166-1: Greece, the United Kingdom, Northern Ireland. */
const REGISTER = new Set([...COUNTRIES, 'EL', 'UK', 'XI'])

const isRole = (text: string | undefined): text is ActorRole =>
  text === 'MF' || text === 'AR' || text === 'IM' || text === 'SP' || text === 'PR'

function pattern(what: string, value: string, shape: string, path: string): NumberCheck {
  const make = udiFindings.make
  const finding =
    value === '' ? make.EMPTY({ path }, { what }) : make.PATTERN({ path }, { what, value, pattern: shape })
  return { verdict: 'invalid', findings: [finding] }
}

const answer = (findings: Finding[], otherwise: 'valid' | 'unverified' = 'valid'): NumberCheck => ({
  verdict: blocks(findings) ? 'invalid' : otherwise,
  findings,
})

/**
 * Checks a single registration number of EUDAMED: country, role, nine digits (MDR Art. 31; pattern of the EUDAMED
 * data exchange). There is no check digit in it. A number that begins with CH is remarked on: Swiss actors are not
 * registered there.
 *
 * @example checkSrn('DE-MF-000017808').role // 'MF'
 */
export function checkSrn(text: string, at: At = {}): SrnCheck {
  const path = at.path ?? 'value'
  const what = 'The SRN'
  const m = /^([A-Z]{2})-([A-Z]{2})-\d{9}$/.exec(text)
  const [, country = '', role] = m ?? []
  if (!m || !isRole(role)) return pattern(what, text, 'CC-MF-123456789 (MF, AR, IM, SP or PR)', path)
  const findings: Finding[] = []
  if (!REGISTER.has(country)) findings.push(udiFindings.make.COUNTRY({ path }, { what, value: country }))
  if (country === 'CH') findings.push(udiFindings.make.SWISS_SRN({ path }, { value: text }))
  return { ...answer(findings), country, role }
}

/**
 * Checks a Swiss registration number (MedDO Art. 55): `CHRN-AR-` and eight digits. The pattern is certain for
 * authorised representatives only; MF, IM and PR are accepted as unverified.
 */
export function checkChrn(text: string, at: At = {}): NumberCheck & { readonly role?: ActorRole } {
  const path = at.path ?? 'value'
  const what = 'The CHRN'
  const role = /^CHRN-([A-Z]{2})-\d{8}$/.exec(text)?.[1]
  if (!isRole(role) || role === 'SP') return pattern(what, text, 'CHRN-AR-12345678 (AR, MF, IM or PR)', path)
  if (role === 'AR') return { ...answer([]), role }
  const why = `the pattern is certain for AR only, to be confirmed with Swissmedic for ${role}`
  return { ...answer([udiFindings.make.UNVERIFIED({ path }, { what, why })], 'unverified'), role }
}

/** Checks the number of a notified body: four digits (NANDO, EUDAMED). Whether such a body exists is not known here. */
export function checkNotifiedBody(text: string, at: At = {}): NumberCheck {
  const path = at.path ?? 'value'
  return /^\d{4}$/.test(text)
    ? answer([])
    : pattern('The notified body number', text, '1234 (four digits)', path)
}

/** Checks the EUDAMED actor number of a competent authority: country, `CA`, three digits (`FR-CA-001`). */
export function checkCompetentAuthorityActorId(text: string, at: At = {}): NumberCheck {
  const path = at.path ?? 'value'
  const what = 'The actor number of the competent authority'
  const country = /^([A-Z]{2})-CA-\d{3}$/.exec(text)?.[1]
  if (country === undefined) return pattern(what, text, 'CC-CA-001', path)
  return answer(REGISTER.has(country) ? [] : [udiFindings.make.COUNTRY({ path }, { what, value: country })])
}

/** Longest certificate number: 50 characters in the MIR form, 120 in EUDAMED. */
const CERTIFICATE = { MIR: 50, EUDAMED: 120 } as const

/** Checks the length of a certificate number for the form or register it goes to; it has no other pattern. */
export function checkCertificateNumber(text: string, target: 'MIR' | 'EUDAMED', at: At = {}): NumberCheck {
  const path = at.path ?? 'value'
  const what = 'The certificate number'
  if (text === '') return answer([udiFindings.make.EMPTY({ path }, { what })])
  const most = CERTIFICATE[target]
  if (text.length <= most) return answer([])
  const says = { what, value: text.slice(0, 60), length: text.length, expected: `at most ${most}` }
  return answer([udiFindings.make.LENGTH({ path }, says)])
}
