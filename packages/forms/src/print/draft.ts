import type { Report } from '../report.js'
import type { Aspect, Leaf, ReportKey } from '../table.js'
import { appliesTo } from '../table.js'
import type { PrintItem, PrintLookups } from './model.js'

/** An item of the print, and what decides whether it is printed when it has no answer. */
export interface Draft {
  readonly item: PrintItem
  /** The form wants an answer here from this report type. */
  readonly needed: boolean
  readonly open: boolean
}

/** What the walk over a table carries along. */
export interface Walk {
  readonly report: Report
  readonly key: ReportKey | undefined
  readonly lookups: PrintLookups
  /** Paths of the groups that the report has. */
  readonly present: ReadonlySet<string>
}

/** Whether the form wants an answer here from this report type. */
export function isNeeded(walk: Walk, leaf: Leaf, inEffect: boolean): boolean {
  if (!inEffect) return false
  const { wanted } = leaf
  return (
    appliesTo(leaf.required, walk.key) ||
    (wanted !== undefined && wanted.severity !== 'recommended' && appliesTo(wanted.for, walk.key))
  )
}

/** The label without the name of its group: `Age of the patient: years` gives `Years`. */
export function shortLabel(leaf: Leaf): string {
  const short = leaf.label.slice(leaf.label.lastIndexOf(': ') + 1).trim()
  return short.charAt(0).toUpperCase() + short.slice(1)
}

/** What of these fields was not verified. */
export function aspectsOf(leaves: readonly Leaf[]): readonly Aspect[] {
  return [
    ...new Set(leaves.flatMap(l => (l.certainty === 'confirmed' ? [] : l.certainty.requiresConfirmation))),
  ]
}
