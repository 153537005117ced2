/**
 * Check digit of a GS1 key by modulo 10 (GS1 General Specifications, section 7.9.1): weights 3, 1, 3 ... from the
 * right of the digits given. Returns undefined when the text is empty or not all digits.
 *
 * @example gs1CheckDigit('0703206980498') // '8'
 */
export function gs1CheckDigit(digits: string): string | undefined {
  if (digits === '') return undefined
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const n = digits.charCodeAt(i) - 48
    if (n < 0 || n > 9) return undefined
    sum += (digits.length - i) % 2 === 1 ? n * 3 : n
  }
  return String((10 - (sum % 10)) % 10)
}

/** Whether the last digit is the right modulo 10 check digit of those before it. */
export function verifyGs1CheckDigit(digits: string): boolean {
  return digits.length > 1 && gs1CheckDigit(digits.slice(0, -1)) === digits.slice(-1)
}

const GTIN = /^(?:\d{8}|\d{12,14})$/

/**
 * Writes a GTIN-8, -12, -13 or -14 with 14 digits, leading zeros added. Undefined for anything else; the check digit
 * is not looked at.
 *
 * @example normaliseGtin('7032069804988') // '07032069804988'
 */
export function normaliseGtin(text: string): string | undefined {
  return GTIN.test(text) ? text.padStart(14, '0') : undefined
}
