import type { Finding } from '@vigie/kernel'
import { udiFindings } from '../findings.js'
import { ifaCheckDigits } from '../modulo-97.js'
import { pznCheckDigit, verifyPzn } from './pzn.js'

/** Whether the text is a PPN: agency code of 2, product number of 1 to 18, and right check digits. */
export function verifyPpn(text: string): boolean {
  return ppnFindings(text, 'ppn').length === 0
}

/**
 * Everything wrong with a PPN (IFA, PPN-Code specification). With agency code 11 the product number is a PZN, whose
 * own check digit counts too.
 */
export function ppnFindings(text: string, path: string): Finding[] {
  const what = 'The PPN'
  if (text === '') return [udiFindings.make.EMPTY({ path }, { what })]
  if (text.length < 5 || text.length > 22) {
    const says = { what, value: text, length: text.length, expected: '5 to 22' }
    return [udiFindings.make.LENGTH({ path }, says)]
  }
  if (!/^[A-Z0-9]+\d{2}$/.test(text)) {
    const allowed = 'capital letters and digits, the last two digits'
    return [udiFindings.make.CHARSET({ path }, { what, value: text, allowed })]
  }
  const [body, found] = [text.slice(0, -2), text.slice(-2)]
  const expected = ifaCheckDigits(body) ?? ''
  const findings: Finding[] = []
  if (found !== expected) {
    findings.push(udiFindings.make.CHECK_DIGIT({ path }, { what, value: text, found, expected }))
  }
  const pzn = body.slice(2)
  if (text.startsWith('11') && findings.length === 0 && !verifyPzn(pzn)) {
    const digit = pznCheckDigit(pzn.slice(0, 7)) ?? 'none (no such PZN)'
    const says = { what: 'The PZN in the PPN', value: pzn, found: pzn.slice(-1), expected: digit }
    findings.push(udiFindings.make.CHECK_DIGIT({ path }, says))
  }
  return findings
}
