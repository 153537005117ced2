import type { Finding } from '@vigie/kernel'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'

/** The problem of a body with faults that its schema cannot find. */
export function refuseBody(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new Problem('invalid-body', { findings })
}

/** Refuses a period that ends before it begins. Days compare as text. */
export function inOrder(
  from: readonly [name: string, day: string | null],
  to: readonly [name: string, day: string | null],
): void {
  if (from[1] === null || to[1] === null || from[1] <= to[1]) return
  const where = { path: to[0], place: 'body' }
  refuseBody([deskFindings.make.ORDER(where, { name: to[0], before: from[0] })])
}
