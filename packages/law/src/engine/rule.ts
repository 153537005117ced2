import type { Certainty, CountrySetId, ReportKind } from '@vigie/codes'
import type { Role } from '@vigie/facts'
import type { Day } from '@vigie/kernel'
import type { Condition } from './condition.js'

export type Jurisdiction = 'EU' | 'NI' | 'TR' | 'GB' | 'CH' | 'US'

/** `policy`: nobody's law, a habit this product proposes. `proposal`: may be simulated, never drives a live clock. */
export type Status = 'in-force' | 'pending' | 'proposal' | 'guidance' | 'policy'

/** What a rule is applied to, once each. */
export type Scope = 'incident' | 'field-action' | 'trend' | 'supply' | 'request' | 'operator'

/** Classes of the MIR (1.2.g) and of 21 CFR 803, most serious first in {@link SEVERITY}. */
export type Classification =
  | 'Serious public health threat'
  | 'Death'
  | 'Unanticipated serious deterioration in state of health'
  | 'Serious injury'
  | 'Malfunction'
  | 'All other reportable incidents'

export const SEVERITY: readonly Classification[] = [
  'Serious public health threat',
  'Death',
  'Unanticipated serious deterioration in state of health',
  'Serious injury',
  'Malfunction',
  'All other reportable incidents',
]

/** The fact whose day is day 0 of a clock. */
export type Basis =
  | 'incident-learnt'
  | 'death-learnt'
  | 'serious-deterioration-learnt'
  | 'public-health-threat-learnt'
  | 'remedial-action-learnt'
  | 'action-decided'
  | 'action-initiated'
  | 'action-planned-start'
  | 'action-extended'
  | 'trend-detected'
  | 'supply-begins'
  | 'request-received'
  | 'request-due'
  | 'operator-learnt'
  | 'next-report-promised'
  | 'periodic-summary-due'

/** How the last day moves when it is no working day. */
export type Rounding =
  /** Regulation (EEC, Euratom) 1182/71 Art 3(4), (5) with the holidays of the receiving authority. */
  | 'eu-1182-71'
  /** The last day stands, whatever day of the week it is. */
  | 'none'

export interface Clock {
  /** Unique in the rule, for example `death`. */
  readonly id: string
  readonly classification?: Classification
  /** When this clock runs, beside the rule's own condition. Absent: always. */
  readonly when?: Condition
  readonly basis: Basis
  readonly amount: number
  /** `working-day` counts in the calendar named by `calendar`, or the receiving authority's. */
  readonly unit: 'calendar-day' | 'working-day' | 'month'
  readonly direction: 'after' | 'before'
  readonly rounding: Rounding
  readonly calendar?: string
  /** Certainty of how the days are counted, where it differs from that of the duty. */
  readonly countingCertainty?: Certainty
}

/** One text of law a rule stands in. */
export interface Instrument {
  readonly name: string
  readonly citation: string
  /** The devices it speaks of; absent: all. */
  readonly for?: 'device' | 'ivd'
  readonly effectiveFrom: Day
  readonly effectiveTo?: Day
}

export interface Source {
  readonly title: string
  /** Day on which it was read for this record, or its own date. */
  readonly date: Day
}

/** What is owed. */
export type Duty =
  | {
      readonly type: 'report'
      /** `MIR`, `FSCA`, ...: which form and version that is on a day stands in `forms.ts`. */
      readonly form: FormName
      readonly kind: string
      /** `none`: no channel of the authority is recorded for it. */
      readonly channel: ReportKind | 'none'
    }
  | { readonly type: 'task' }

export type FormName =
  | 'MIR'
  | 'FSCA'
  | 'FSN'
  | 'TREND'
  | 'PSR'
  | 'STATEMENT'
  | 'SUPPLY'
  | 'FDA-3500A'
  | 'FDA-806'

/** How the receiver of a duty is found. */
export type AddresseeRule =
  | { readonly resolve: 'authority-of-event-country' }
  | { readonly resolve: 'authority'; readonly country: string }
  /** Where the action is carried out, and the place of the manufacturer or its representative. */
  | { readonly resolve: 'authorities-of-action'; readonly within: CountrySetId }
  /** Where the device is made available or the action is carried out. */
  | { readonly resolve: 'authorities-of-markets'; readonly within: CountrySetId }
  | { readonly resolve: 'authorities-of-trend'; readonly within: CountrySetId }
  | { readonly resolve: 'authority-of-manufacturer-place' }
  | { readonly resolve: 'authority-of-operator-country' }
  | { readonly resolve: 'authority-of-request' }
  /** The authority of the agreement on periodic summaries that covers the incident. */
  | { readonly resolve: 'authority-of-agreement' }
  | { readonly resolve: 'parties'; readonly parties: readonly Party[] }

export type Party =
  | 'manufacturer'
  | 'authorised representative'
  | 'UK Responsible Person'
  | 'Swiss representative'
  | 'importer'
  | 'distributors'
  | 'notified body'
  | 'approved body'
  | 'coordinating authority'
  | 'users and customers'
  | 'own records'

/** One dated, cited record of law. Plain data: a law pack can also be a JSON file. */
export interface Rule {
  readonly id: string
  readonly jurisdiction: Jurisdiction
  readonly instruments: readonly [Instrument, ...Instrument[]]
  readonly title: string
  readonly scope: Scope
  readonly owedBy: readonly Role[]
  readonly when: Condition
  readonly duty: Duty
  readonly addressee: AddresseeRule
  /** Where law of an earlier day or another text applies, which the pack does not hold: the answer is then undetermined. */
  readonly notHeldWhen?: Condition
  /** The limit in words, as the law puts it. */
  readonly timing: string
  readonly clocks: readonly Clock[]
  readonly evidence: readonly string[]
  readonly status: Status
  readonly certainty: Certainty
  /** What exactly is not certain, or what to mind. */
  readonly note?: string
  readonly sources: readonly [Source, ...Source[]]
  readonly reviewBy: Day
  /** For a proposal: the rule it would change. */
  readonly changes?: string
  /** Off unless the user asks for it. */
  readonly optional?: true
}

/** A definition of law that conditions refer to by id. */
export interface Definition {
  readonly id: string
  readonly jurisdiction: Jurisdiction
  readonly title: string
  readonly citation: string
  /** The content in own words. */
  readonly text: string
  readonly condition: Condition
  readonly certainty: Certainty
  readonly sources: readonly [Source, ...Source[]]
  readonly reviewBy: Day
}

/** A dated fact of law that no condition asks about: how days are counted, which form applies, what is pending. */
export interface LegalNote {
  readonly id: string
  readonly jurisdiction: Jurisdiction
  readonly title: string
  readonly citation: string
  readonly text: string
  readonly effectiveFrom?: Day
  readonly effectiveTo?: Day
  readonly status: Status
  readonly certainty: Certainty
  readonly sources: readonly [Source, ...Source[]]
  readonly reviewBy: Day
}
