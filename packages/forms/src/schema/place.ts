import type { Finding } from '@vigie/kernel'
import type { GroupPlan, RowPlan } from '../table/plan.js'
import { schemaFindings } from './findings.js'

const { make } = schemaFindings

/** Where a walk through a document is. The XPath is put together only when there is a fault to tell. */
export interface At {
  readonly parent?: At
  readonly name: string
  /** Position among its like; 1 is not written. */
  readonly number: number
  readonly plan?: RowPlan
}

export function xpath({ parent, name, number }: At): string {
  return `${parent === undefined ? '' : xpath(parent)}/${name}${number === 1 ? '' : `[${number}]`}`
}

export function where(at: At): { readonly path: string; readonly place?: string } {
  const path = xpath(at)
  return at.plan === undefined ? { path } : { path, place: at.plan.row.place }
}

export function about({ row }: RowPlan): { readonly label: string; readonly element: string } {
  return { label: row.label, element: row.name }
}

/**
 * The fault of a known child that stands where it may not, or undefined if it may.
 *
 * @param number how many of its name there have been, itself included
 * @param furthest the last row of the group that has been met, -1 for none
 */
export function positionFault(plan: GroupPlan, row: RowPlan, at: At, furthest: number): Finding | undefined {
  if (plan.order === 'choice') {
    if (furthest < 0) return undefined
    const branches = plan.rows.map(r => `<${r.row.name}>`).join(', ')
    return make['ONE-BRANCH'](where(at), { element: at.parent?.name ?? '', branches })
  }
  if (at.number > 1 && !(row.row.kind === 'leaf' && row.row.repeats))
    return make['TOO-OFTEN'](where(at), about(row))
  if (row.index >= furthest) return undefined
  return make.ORDER(where(at), { ...about(row), before: plan.rows[furthest]?.row.name ?? '' })
}
