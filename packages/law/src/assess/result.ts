import type { Certainty } from '@vigie/codes'
import type { Finding } from '@vigie/kernel'
import type { Classification, Jurisdiction, Status } from '../engine/rule.js'

/** `due`: the facts say so. `undetermined`: a fact or rule is missing; treated as due, with the strictest clock. */
export type State = 'due' | 'undetermined'

/** One clock of a report or task. Days are `YYYY-MM-DD`; `null` where nothing in the case gives a day. */
export interface ClockResult {
  readonly rule: string
  readonly citation: string
  readonly classification: Classification | null
  readonly state: State
  readonly day0: string | null
  readonly target: string | null
  readonly ceiling: string | null
  /** Whether this one sets the dates of the report. */
  readonly governs: boolean
  /** True when day 0 is not in the case and the strictest possible day was taken. */
  readonly assumed: boolean
  readonly why: string
}

/** A report somebody owes to an authority. */
export interface ReportDue {
  readonly jurisdiction: Jurisdiction
  readonly authority: string
  readonly authorityId: string | null
  readonly country: string | null
  readonly form: string
  readonly kind: string
  readonly classification: Classification | 'undetermined' | null
  readonly state: State
  readonly day0: string | null
  /** Plain last day, never moved. Work to this one. */
  readonly target: string | null
  /** Last day the law allows. */
  readonly ceiling: string | null
  readonly citation: string
  readonly channel: string
  readonly owedBy: string
  readonly device: string
  /** What it is about, when it is not the incident: the reference of a field action or trend. */
  readonly about: string | null
  readonly timing: string
  readonly why: string
  /** False when a person must confirm the rule, or it is general knowledge only. */
  readonly confirmed: boolean
  readonly certainty: Certainty
  /** The report as sent, with its proof; only with proof is it settled. */
  readonly sent: { readonly on: string; readonly proof: string | null } | null
  readonly notes: readonly string[]
  readonly evidence: readonly string[]
  readonly rules: readonly string[]
  readonly clocks: readonly ClockResult[]
}

/** A report that is not due, and why. */
export interface NotDue {
  readonly jurisdiction: Jurisdiction
  readonly authority: string
  readonly form: string
  readonly kind: string
  readonly device: string
  readonly about: string | null
  readonly why: string
  readonly citation: string
}

export interface Question {
  /** Path of the fact. */
  readonly fact: string
  readonly question: string
  readonly meaning: string
  /** Where the answer goes in the case file. */
  readonly answerAt: string
  readonly citation: string | null
  /** Day on which the answer was asked for, if it was. */
  readonly askedOn: string | null
  /** Rules whose answer or clock it would settle. */
  readonly settles: readonly string[]
}

export interface Task {
  readonly rule: string
  readonly jurisdiction: Jurisdiction
  readonly title: string
  readonly owedBy: string
  readonly to: string
  readonly by: string | null
  readonly timing: string
  readonly state: State
  readonly status: Status
  readonly citation: string
  readonly about: string | null
  readonly why: string
  readonly confirmed: boolean
  readonly evidence: readonly string[]
}

/** What a proposal would change, beside the live result. */
export interface Simulation {
  readonly rule: string
  readonly changes: string
  readonly title: string
  readonly authority: string
  readonly device: string
  readonly day0: string | null
  readonly target: string | null
  readonly ceiling: string | null
  readonly liveTarget: string | null
  readonly liveCeiling: string | null
}

/** The whole answer for a case. */
export interface Assessment {
  readonly reference: string
  readonly at: string
  readonly lawRelease: string
  readonly reports: readonly ReportDue[]
  readonly notDue: readonly NotDue[]
  readonly questions: readonly Question[]
  readonly tasks: readonly Task[]
  readonly simulations: readonly Simulation[]
  readonly findings: readonly Finding[]
}
