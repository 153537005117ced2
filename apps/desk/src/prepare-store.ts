import type { Store } from '@vigie/record'
import { migrateSignIn } from './sign-in/migrate.js'
import { hasAdministrator } from './sign-in/setup.js'

/** Brings the database up to this program and says whether the first administrator is still to be made. */
export async function prepareStore(store: Store): Promise<{ readonly needsSetup: boolean }> {
  await store.migrate()
  await migrateSignIn(store)
  return { needsSetup: !(await hasAdministrator(store)) }
}
