const CSET82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const CSET32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const WEIGHTS = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]

const VALUES: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  CSET82.indexOf(String.fromCharCode(code)),
)

/** Whether every character is of the GS1 character set 82. */
export function isCset82(text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((VALUES[text.charCodeAt(i)] ?? -1) < 0) return false
  return true
}

/** Whether every character is of the 32 that a modulo 1021 check pair is written with (no 0, 1, I, O). */
export function isCset32(text: string): boolean {
  for (const c of text) if (!CSET32.includes(c)) return false
  return true
}

/**
 * Check pair by modulo 1021,32 (GS1 General Specifications, section 7.9.5; HIBC Basic UDI-DI takes the same, the two
 * plus signs included). Undefined for more than 23 characters or a character outside the GS1 character set 82.
 *
 * @example modulo1021Pair('1987654Ad4X4bL5ttr2310c') // '2K'
 */
export function modulo1021Pair(text: string): string | undefined {
  if (text.length === 0 || text.length > WEIGHTS.length || !isCset82(text)) return undefined
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    sum += (VALUES[text.charCodeAt(i)] ?? 0) * (WEIGHTS[text.length - 1 - i] ?? 0)
  }
  sum %= 1021
  return `${CSET32[sum >> 5]}${CSET32[sum & 31]}`
}
