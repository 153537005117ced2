import type { Finding } from '@vigie/kernel'
import { Problem } from '../../problem/problem.js'

const MOST = 1000

/** Refuses a table with its faults, a thousand of them at most. */
export function refuseImport(findings: readonly Finding[]): never {
  throw new Problem('invalid-body', {
    findings: findings.slice(0, MOST).map(f => ({ ...f, place: f.place ?? 'file' })),
  })
}
