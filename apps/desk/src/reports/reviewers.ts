import type { Tx } from '@vigie/record'

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
