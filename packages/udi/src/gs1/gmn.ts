import { isCset32, isCset82, modulo1021Pair } from '../modulo-1021.js'

/**
 * Check pair of a GS1 Global Model Number without its pair (GS1 General Specifications, section 7.9.5). Undefined
 * when the text has not 6 to 23 characters, does not begin with five digits or leaves the character set 82.
 *
 * @example gmnCheckPair('1987654Ad4X4bL5ttr2310c') // '2K'
 */
export function gmnCheckPair(text: string): string | undefined {
  return text.length >= 6 && /^\d{5}/.test(text) ? modulo1021Pair(text) : undefined
}

/** Whether the text is a Global Model Number with the right check pair. */
export function verifyGmn(text: string): boolean {
  return text.length >= 8 && gmnCheckPair(text.slice(0, -2)) === text.slice(-2)
}

export type GmnFault = 'PREFIX_NOT_NUMERIC' | 'LENGTH' | 'CHARSET' | 'CHECK_CHAR'

/** All that is wrong with a Global Model Number; the check pair is judged only when the rest is right. */
export function gmnFaults(text: string): readonly GmnFault[] {
  const faults: GmnFault[] = []
  if (text.length < 8 || text.length > 25) faults.push('LENGTH')
  if (!/^\d{5}/.test(text)) faults.push('PREFIX_NOT_NUMERIC')
  if (!isCset82(text)) faults.push('CHARSET')
  const pairReadable = isCset32(text.slice(-2))
  if (faults.length === 0 && !(pairReadable && verifyGmn(text))) faults.push('CHECK_CHAR')
  return faults
}
