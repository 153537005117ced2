import type { Day, Finding } from '@vigie/kernel'
import { blocks } from '@vigie/kernel'
import { classWord, udiFindings } from './findings.js'

/** Issuing entities of Implementing Decision (EU) 2019/939, and EUDAMED itself for legacy devices. */
export type IssuingEntity = 'GS1' | 'HIBCC' | 'IFA' | 'ICCBBA' | 'EUDAMED'

/** `label`: element data of a carrier; the others: one identifier standing alone. */
export type LabelKind = 'label' | 'UDI-DI' | 'BASIC-UDI-DI' | 'EUDAMED-DI' | 'EUDAMED-ID' | 'PZN'

/** What one reading of a label says. A key that is absent was not on the label or could not be read. */
export interface LabelData {
  readonly issuer?: IssuingEntity
  readonly kind?: LabelKind
  /** GS1: GTIN-14. HIBCC: LIC + PCN + unit of measure, without plus and check. IFA: PPN. ICCBBA: 16 characters. */
  readonly di?: string
  readonly lot?: string
  readonly serial?: string
  /** `YYYY-MM-DD`, or `YYYY-MM` where HIBC gives only the month. */
  readonly expiry?: string
  readonly expiryPrecision?: 'month' | 'day' | 'hour'
  /** The last day of use, where the label gives only the month. */
  readonly expiryLastDay?: Day
  /** 0 to 23, where the label gives the hour. */
  readonly expiryHour?: number
  readonly manufactured?: Day
  readonly quantity?: number
  /** HIBC: the check character of the (primary) code; may be a space. */
  readonly checkChar?: string
  /** HIBC: the link character of a secondary code. */
  readonly linkChar?: string
  /** HIBC: labeler identification code. */
  readonly lic?: string
  /** HIBC: product or catalogue number. */
  readonly pcn?: string
  /** HIBC: unit of measure. */
  readonly uom?: number
  /** ISBT 128: donation identification number with its two flag characters. */
  readonly donationId?: string
  /** The fields in the order of the label: identifier of the field and its text. */
  readonly elements?: readonly (readonly [string, string])[]
}

/** The one result of {@link parseLabel}. */
export interface LabelResult extends LabelData {
  /** Decodable, with right check characters. `n/a`: an identifier that has none to check. */
  readonly valid: boolean | 'n/a'
  /** Class word of the first fault, absent when there is none. */
  readonly error?: string
  /** Class word of the first thing worth a look; also set to a failing check, since the rest was decoded. */
  readonly warn?: string
  readonly findings: readonly Finding[]
  /** Other plausible readings. Never chosen for the user. */
  readonly alternatives: readonly LabelData[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A reading under construction. */
export interface Draft {
  readonly data: Mutable<LabelData>
  readonly findings: Finding[]
  readonly alternatives: LabelData[]
  unscored?: boolean
}

export function draft(issuer?: IssuingEntity, kind?: LabelKind): Draft {
  return {
    data: { ...(issuer && { issuer }), ...(kind && { kind }) },
    findings: [],
    alternatives: [],
  }
}

/**
 * Sets a field once; a second, different value is a finding and the first stays.
 */
export function setOnce<K extends 'di' | 'lot' | 'serial' | 'manufactured' | 'quantity' | 'donationId'>(
  d: Draft,
  key: K,
  value: NonNullable<LabelData[K]>,
  what: string,
): void {
  const before: LabelData[K] = d.data[key]
  if (before === undefined) Object.assign(d.data, { [key]: value })
  else if (before !== value) {
    d.findings.push(
      udiFindings.make.REPEATED({ path: key }, { what, first: String(before), second: String(value) }),
    )
  }
}

const CHECKS = new Set(['CHECK_DIGIT', 'CHECK_CHAR'])

/** Turns a draft into the result: verdict and class words follow from the findings alone. */
export function finish(d: Draft): LabelResult {
  const faults = d.findings.filter(f => f.severity === 'blocks').map(f => classWord(f.code))
  const remarks = d.findings.filter(f => f.severity !== 'blocks')
  const separator = remarks.find(f => f.code === 'UDI-SEPARATOR_LOST')
  const remark = separator ?? remarks[0]
  const warn = faults.find(w => CHECKS.has(w)) ?? (remark && classWord(remark.code))
  const error = faults[0]
  return {
    valid: blocks(d.findings) ? false : d.unscored ? 'n/a' : true,
    ...d.data,
    ...(error !== undefined && { error }),
    ...(warn !== undefined && { warn }),
    findings: d.findings,
    alternatives: d.alternatives,
  }
}
