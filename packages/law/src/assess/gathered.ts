import type { Addressee } from '../engine/addressee.js'
import type { Decision, RunningClock } from './decide.js'

/** Decisions for one report to one receiver: the rules that ask for it and their clocks. */
export interface Gathered {
  readonly to: Addressee
  readonly parts: { readonly decision: Decision; readonly clocks: readonly RunningClock[] }[]
}

/** Decisions with the same key ask for the same report. */
export function groupKey({ ready: { rule }, subject }: Decision): string {
  const what = rule.duty.type === 'report' ? `${rule.duty.form}|${rule.duty.kind}` : rule.id
  const device = subject.scope === 'incident' ? subject.deviceIndex : 'all'
  return [rule.jurisdiction, subject.scope, subject.index, device, what].join('|')
}
