import { authoritiesOf } from '@vigie/codes'
import type { Day } from '@vigie/kernel'
import { authorityLabel } from '../engine/addressee.js'
import { formOn } from '../engine/form-version.js'
import type { Law } from '../engine/pack.js'
import type { Rule } from '../engine/rule.js'
import type { Decision } from './decide.js'
import { groupKey } from './gathered.js'
import { citationOf } from './reports.js'
import type { NotDue } from './result.js'
import { asSentence } from './sentence.js'
import { reasonTexts } from './why.js'

/**
 * The reports that are not due, with the first reason that rules each out. Reports that only follow on another one, or
 * replace it, are named only where that one is due.
 */
export function notDueFrom(decisions: readonly Decision[], law: Law, at: Day): NotDue[] {
  const groups = new Map<string, Decision[]>()
  for (const d of decisions) {
    if (d.ready.rule.duty.type !== 'report' || d.subject.scope === 'operator') continue
    if (d.subject.scope === 'incident' && !isWorthNaming(d, decisions)) continue
    groups.set(groupKey(d), [...(groups.get(groupKey(d)) ?? []), d])
  }
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (first === undefined || group.some(d => d.answer !== 'no')) return []
    const { rule } = first.ready
    if (rule.duty.type !== 'report') return []
    const form = formOn(law.pack.forms, rule.duty.form, rule.jurisdiction, at)?.title ?? rule.duty.form
    const reason = reasonTexts(first, law)[0]?.text ?? 'a condition of the rule is not met'
    return [
      {
        jurisdiction: rule.jurisdiction,
        authority: receiver(rule, first, at),
        form,
        kind: rule.duty.kind,
        device: first.subject.device.name,
        about: first.subject.about,
        why: asSentence(`No ${form} (${rule.duty.kind}) to ${receiver(rule, first, at)}, because ${reason}`),
        citation: citationOf(first),
      },
    ]
  })
}

function isWorthNaming(d: Decision, all: readonly Decision[]): boolean {
  const { rule } = d.ready
  if (rule.duty.type !== 'report' || rule.duty.kind === 'initial') return true
  if (!['final', '5-day'].includes(rule.duty.kind)) return false
  return all.some(
    other =>
      other.subject === d.subject &&
      other.ready.rule.jurisdiction === rule.jurisdiction &&
      other.ready.rule.duty.type === 'report' &&
      other.ready.rule.duty.kind === 'initial' &&
      other.answer !== 'no',
  )
}

const GENERAL: Partial<Record<Rule['jurisdiction'], string>> = {
  EU: 'the competent authorities of the EU and EEA',
}

function receiver(rule: Rule, decision: Decision, at: Day): string {
  const country =
    rule.addressee.resolve === 'authority' ? rule.addressee.country : decision.facts['event.country']
  const authority = country == null ? undefined : authoritiesOf(country, at)[0]
  const within =
    authority !== undefined && (rule.addressee.resolve === 'authority' || isUnion(authority.country))
  if (within && authority !== undefined) return authorityLabel(authority, String(country), at)
  return GENERAL[rule.jurisdiction] ?? 'the authority'
}

const isUnion = (country: string) => !['CH', 'GB', 'US', 'XI', 'TR'].includes(country)
