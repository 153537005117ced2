import type { Tx } from '@vigie/record'
import { Problem } from '../problem/problem.js'
import type { Principal } from '../sign-in/principal.js'

const REVIEWERS: ReadonlySet<string> = new Set(['administrator', 'responsible-person', 'reviewer'])

export const mayReview = (principal: Principal): boolean => principal.roles.some(r => REVIEWERS.has(r))

/** Refuses who has no role to review and approve. */
export function mustReview(principal: Principal): void {
  if (!mayReview(principal)) throw new Problem('forbidden')
}

/** Whether a tenant asks for four eyes; it does unless its settings say `"fourEyes": false`. */
export async function fourEyesIn(tx: Tx, tenantId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('tenants')
    .select('settings')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  const settings = row?.settings
  return !(
    typeof settings === 'object' &&
    settings !== null &&
    'fourEyes' in settings &&
    settings['fourEyes'] === false
  )
}
