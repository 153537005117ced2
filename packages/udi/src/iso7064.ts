const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*'

/**
 * Check character by ISO/IEC 7064 modulo 37-2, which ISBT 128 prints (but does not encode) after the donation
 * number without its flag characters. Undefined for an empty text or characters other than A-Z and 0-9.
 *
 * @example iso7064Mod37('G123498654321') // 'H'
 */
export function iso7064Mod37(text: string): string | undefined {
  if (!/^[A-Z0-9]+$/.test(text)) return undefined
  let sum = 0
  for (const c of text) sum = ((sum + CHARACTERS.indexOf(c)) * 2) % 37
  return CHARACTERS[(38 - sum) % 37]
}
