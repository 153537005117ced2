import { ifaCheckDigits } from '../modulo-97.js'

/**
 * Check digit of a German PZN of eight digits: the first seven times 1 to 7, modulo 11. Undefined when the text is
 * not seven digits or the remainder is 10, a number that is never issued.
 *
 * @example pznCheckDigit('0375286') // '4'
 */
export function pznCheckDigit(digits: string): string | undefined {
  if (!/^\d{7}$/.test(digits)) return undefined
  let sum = 0
  for (let i = 0; i < 7; i++) sum += Number(digits[i]) * (i + 1)
  const rest = sum % 11
  return rest === 10 ? undefined : String(rest)
}

/** Whether the text is a PZN of eight digits with the right check digit. */
export function verifyPzn(text: string): boolean {
  return text.length === 8 && pznCheckDigit(text.slice(0, 7)) === text.slice(7)
}

/** The PPN that stands for a PZN: product registration agency code 11, the PZN, two check digits. */
export function ppnOfPzn(pzn: string): string {
  const body = `11${pzn}`
  return body + (ifaCheckDigits(body) ?? '')
}
