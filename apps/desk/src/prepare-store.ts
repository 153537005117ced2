import type { Store } from '@vigie/record'
import { ensureInstallation, hasAdministrator } from './sign-in/setup.js'

/** Brings the database up to this program and says whether the first administrator is still to be made. */
export async function prepareStore(store: Store): Promise<{ readonly needsSetup: boolean }> {
  await store.migrate()
  await ensureInstallation(store)
  return { needsSetup: !(await hasAdministrator(store)) }
}
