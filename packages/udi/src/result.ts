import type { Day, Finding } from '@vigie/kernel'
import { blocks } from '@vigie/kernel'
import { referenceYear } from './dates.js'
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
  /** The year two-digit years are judged against. */
  readonly year: number
  unscored?: boolean
}

export function draft(issuer?: IssuingEntity, kind?: LabelKind, today?: Day): Draft {
  return {
    data: { ...(issuer && { issuer }), ...(kind && { kind }) },
    findings: [],
    alternatives: [],
    year: referenceYear(today),
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

/** Remarks that matter most when only one word is shown. */
const FOREMOST = ['UDI-SEPARATOR_LOST', 'UDI-AMBIGUOUS']

/** The class words that follow from the findings. */
function words(findings: readonly Finding[]): { readonly error?: string; readonly warn?: string } {
  const faults = findings.filter(f => f.severity === 'blocks').map(f => classWord(f.code))
  const codes = findings.filter(f => f.severity !== 'blocks').map(f => f.code)
  const remark = FOREMOST.find(code => codes.includes(code)) ?? codes[0]
  const warn = faults.find(w => w.startsWith('CHECK_')) ?? (remark && classWord(remark))
  const [error] = faults
  return { ...(error !== undefined && { error }), ...(warn !== undefined && { warn }) }
}

/** Turns a draft into the result: verdict and class words follow from the findings alone. */
export function finish(d: Draft): LabelResult {
  return {
    valid: blocks(d.findings) ? false : d.unscored ? 'n/a' : true,
    ...d.data,
    ...words(d.findings),
    findings: d.findings,
    alternatives: d.alternatives,
  }
}

/** The reading in a result without its verdict. */
export function readingOf(result: LabelResult): LabelData {
  const { valid: _v, error: _e, warn: _w, findings: _f, alternatives: _a, ...reading } = result
  return reading
}

/** The result with one more remark, and another reading where there is one. */
export function remarked(result: LabelResult, remark: Finding, other?: LabelResult): LabelResult {
  const findings = [...result.findings, remark]
  const alternatives = other ? [...result.alternatives, readingOf(other)] : result.alternatives
  return { ...result, ...words(findings), findings, alternatives }
}
