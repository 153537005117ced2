import type { CaseFile, Device } from '@vigie/facts'
import type { Day, Finding } from '@vigie/kernel'
import type { Report } from '../report.js'
import type { FieldTable } from '../table.js'
import type { Target, TargetName } from './target.js'

/** Which of the five reports on an incident is drafted (MIR 1.2: type of report). */
export type DraftKind = keyof typeof KIND_KEYS

/** The keys that the field tables use for the kinds of report. */
export const KIND_KEYS = {
  initial: 'I',
  'follow-up': 'F',
  'initial+final': 'IF',
  'final-reportable': 'FR',
  'final-non-reportable': 'FN',
} as const

/** The authority a draft is for. */
export interface Recipient {
  readonly name: string
  /** ISO 3166-1 alpha-2, or `XI`. */
  readonly country: string
  /** Its actor number in EUDAMED, for example `FR-CA-008`. */
  readonly eudamedActorId?: string
}

/** What a draft needs beside the case: it follows from the law and the day, not from the form. */
export interface DraftRequest {
  /** Index of the device in the case; one report concerns one device. */
  readonly device: number
  readonly for: TargetName
  readonly authority: Recipient
  readonly kind: DraftKind
  /** Class of the incident in the words of the form, for example `Death`; `undetermined` leaves it missing. */
  readonly classification?: string
  /** Day on which the report is to be sent. */
  readonly reportDate?: Day
  readonly awareness: {
    /** Day on which the manufacturer learnt of the incident (MIR 1.2.c). */
    readonly incident?: Day
    /** Day on which it learnt what made the incident reportable (MIR 7.3.1, 1.2.d). */
    readonly reportability?: Day
  }
}

/** A field that the draft filled, and the place in the case (or in the request) it comes from. */
export interface FilledField {
  readonly path: string
  readonly place: string
  readonly label: string
  /** `devices[0].udiDi`; for what was given with the request `request.authority.name`. */
  readonly from: string
}

/** A drafted report with an account of every field. */
export interface Draft {
  readonly report: Report
  readonly table: FieldTable
  readonly filled: readonly FilledField[]
  /** What the case does not say, in three severities; `mend` names the place in the case to fill. */
  readonly missing: readonly Finding[]
  /** What a person should look at although it is filled: derived, rounded, composed or still asked for. */
  readonly notes: readonly Finding[]
}

/** What is looked up outside the case. */
export interface DraftPorts {
  /** Issuing entity of a UDI-DI or unit-of-use DI by its syntax; undefined when it has the shape of none. */
  readonly issuingEntity: (udiDi: string) => string | undefined
  readonly issuingEntityOfBasic: (basicUdiDi: string) => string | undefined
  /** Term of an EMDN code; undefined for a code that the nomenclature does not have. */
  readonly emdnTerm: (code: string) => string | undefined
}

/** Everything that a mapping row may look at. */
export interface DraftContext {
  readonly file: CaseFile
  readonly device: Device
  readonly request: DraftRequest
  readonly target: Target
  readonly table: FieldTable
  readonly key: (typeof KIND_KEYS)[DraftKind]
  readonly ports: DraftPorts
}
