import type { Finding } from '@vigie/kernel'
import type { Report } from '../../report.js'
import type { FieldTable, ReportKey } from '../../table.js'
import { FilledForm, type Rule } from './rule.js'

export const mirRules: readonly Rule[] = []

/** All findings of all business rules, in the order of the rules. */
export function checkRules(
  table: FieldTable,
  report: Report,
  type: ReportKey | undefined,
  options: FilledForm['options'],
): readonly Finding[] {
  const form = new FilledForm(table, report, type, options)
  return mirRules.flatMap(rule => [...rule.check(form)])
}
