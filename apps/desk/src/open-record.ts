import { note, openPglite, openPostgres, type Store } from '@vigie/record'
import { KeyError, newKey, readKey, sealerOf, writeKey } from './key-file.js'
import type { Settings } from './settings.js'
import { SYSTEM } from './sign-in/system.js'

/**
 * Opens the record with the key that seals the audit trails, and makes the key where there was none yet. What writes the
 * record must go through here: a head that was moved without the key counts as tampered with.
 *
 * @throws KeyError when the trails are sealed with a key that is not in the file
 */
export async function openRecord(
  settings: Pick<Settings, 'databaseUrl' | 'folder' | 'keyFile'>,
  random: (bytes: number) => Uint8Array,
): Promise<Store> {
  const keyFile = settings.keyFile ?? `${settings.folder}.key`
  const found = readKey(keyFile)
  const key = found ?? newKey(random)
  const sealer = sealerOf(key)
  const store =
    settings.databaseUrl === undefined
      ? await openPglite(settings.folder, { sealer })
      : await openPostgres(settings.databaseUrl, { sealer })
  try {
    const heads = await headsOf(store)
    const other = heads.find(h => h.seal_key !== null && h.seal_key !== sealer.keyId)
    if (other !== undefined) throw new KeyError(wrongKey(keyFile, found !== undefined, other.seal_key ?? ''))
    if (found === undefined) {
      writeKey(keyFile, key)
      await sealAll(
        store,
        heads.filter(h => h.seal_key === null && h.seq > 0).map(h => h.tenant_id),
      )
    }
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

function wrongKey(path: string, found: boolean, wanted: string): string {
  const what = found ? `The key in ${path} is another one than` : `There is no key file ${path}, but`
  const rest = found
    ? `the one that sealed the audit trails (${wanted}).`
    : `the audit trails are sealed (key ${wanted}).`
  return `${what} ${rest} Put the right key file there, or name it in VIGIE_KEY_FILE; servers on one database share one key. Without it nobody can tell whether a trail was cut, so Vigie does not start.`
}

async function headsOf(store: Store) {
  const { migration } = await store.health()
  if (migration === 0) return []
  await store.migrate()
  return store.withInstallation(SYSTEM, tx =>
    tx.db.selectFrom('audit_heads').select(['tenant_id', 'seq', 'seal_key']).execute(),
  )
}

/** A record from before there was a key: each trail says from where on it is sealed. */
async function sealAll(store: Store, tenants: readonly string[]): Promise<void> {
  for (const tenantId of tenants) {
    await store.withInstallation({ ...SYSTEM, tenantId }, tx =>
      note(tx, { entity: 'tenants', id: tenantId, reason: 'The trail is sealed from here on' }),
    )
  }
}
