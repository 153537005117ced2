/**
 * Check digits of IFA (PPN-Code specification and IFA Basic UDI-DI): the sum of the ASCII value of each character
 * times its place counted from 2, modulo 97, as two digits. Undefined for an empty text or characters beyond ASCII.
 *
 * @example ifaCheckDigits('1103752864') // '14'
 */
export function ifaCheckDigits(text: string): string | undefined {
  if (text === '') return undefined
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 33 || code > 126) return undefined
    sum = (sum + code * (i + 2)) % 97
  }
  return String(sum).padStart(2, '0')
}
