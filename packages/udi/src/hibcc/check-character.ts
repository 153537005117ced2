const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'

const VALUES: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  CHARACTERS.indexOf(String.fromCharCode(code)),
)

/** Whether every character is one of the 43 a HIBC code is written with. */
export function isHibcText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((VALUES[text.charCodeAt(i)] ?? -1) < 0) return false
  return true
}

/**
 * Check character of a HIBC code by modulo 43 (ANSI/HIBC 2, appendix on the check character): over all characters,
 * the plus sign included. The check may be a space or a plus sign. Undefined when a character is not of the 43.
 *
 * @example hibcCheckCharacter('+A123BJC5D6E71') // 'G'
 */
export function hibcCheckCharacter(text: string): string | undefined {
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1
    if (value < 0) return undefined
    sum += value
  }
  return CHARACTERS[sum % 43]
}
