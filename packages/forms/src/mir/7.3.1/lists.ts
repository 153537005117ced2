import { COUNTRIES, DISTRIBUTION_COUNTRIES } from '../7.2.1/lists.js'

/**
 * The value lists that differ from MIR 7.2.1. None of them was read in the official schema of 7.3.1, so every row
 * that uses one marks its type as not confirmed.
 */

export const FORM_VERSION = '7.3.1'

/** The four issuing entities designated by Implementing Decision (EU) 2019/939, and EUDAMED for devices without a UDI. */
export const ISSUING_ENTITIES = ['GS1', 'HIBCC', 'ICCBBA', 'IFA', 'EUDAMED'] as const

/** ISO 3166-1 as in 7.2.1, with Northern Ireland beside it, as EUDAMED has it. */
export const COUNTRIES_731: readonly string[] = [...COUNTRIES, 'XI']

/** The list of 7.2.1 without Switzerland and Great Britain, with Northern Ireland: EEA, Türkiye and Northern Ireland. */
export const DISTRIBUTION_COUNTRIES_731: readonly string[] = [
  ...DISTRIBUTION_COUNTRIES.filter(c => c !== 'CH' && c !== 'GB'),
  'XI',
]

/** The word of 7.2.1 for the third kind of submitter, and the words that the form of 7.3.1 prints. */
export const OTHER_SUBMITTER = ['Others', 'Other, please specify'] as const
