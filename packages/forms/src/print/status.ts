import type { PrintModel } from './model.js'

/** What is known about the report when it is printed. */
export interface PrintStatus {
  /** Whether the report was checked against the official schema of its version, and with what result. */
  readonly schema: 'valid' | 'invalid' | 'not-verified'
  /** Number of findings that block the export. Above 0 every page is marked as a draft. */
  readonly blocking: number
}

/** A signature to print with a report: who, what it means, and when (21 CFR 11.50). */
export interface PrintSignature {
  readonly name: string
  readonly meaning: string
  /** Date and time with the zone, as it shall stand there. */
  readonly time: string
  /** What else has to be said of it: the reason of an emergency override, for example. */
  readonly note?: string
}

export interface StatusWords {
  readonly short: string
  readonly long: string
  /** Shown in a frame on the first page and bold on every page. */
  readonly strong: boolean
  readonly draft: string | null
}

/** The sentences for a status. They claim only what was checked. */
export function statusWords(
  status: PrintStatus,
  { form, version }: Pick<PrintModel, 'form' | 'version'>,
): StatusWords {
  const n = status.blocking
  const draft =
    n === 0
      ? null
      : `${n} ${n === 1 ? 'finding blocks' : 'findings block'} the export of this report. Do not send it as it stands.`
  switch (status.schema) {
    case 'valid':
      return {
        short: 'Valid against the official schema',
        long: `The XML file of this report was checked against the official schema of ${form} ${version} and is valid.`,
        strong: false,
        draft,
      }
    case 'invalid':
      return {
        short: 'Not valid against the official schema',
        long: `The XML file of this report does not fit the official schema of ${form} ${version}.`,
        strong: true,
        draft,
      }
    case 'not-verified':
      return {
        short: 'Not verified against the official schema',
        long: `The official schema of ${form} ${version} was not at hand when this document was made.`,
        strong: true,
        draft,
      }
  }
}
