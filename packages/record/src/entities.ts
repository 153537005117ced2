import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Database } from './sql/tables.js'

/** Tables whose rows have versions and a trail. */
export const ENTITIES = [
  'tenants',
  'people',
  'memberships',
  'mandates',
  'organisations',
  'organisation_roles',
  'device_families',
  'devices',
  'certificates',
  'markets',
  'sales',
  'signals',
  'cases',
  'case_signals',
  'case_devices',
  'facts',
  'obligations',
  'report_chains',
  'report_drafts',
  'reports',
  'submissions',
  'receipts',
  'files',
  'tasks',
  'signatures',
  'forwards',
  'imports',
  'alerts',
] as const satisfies readonly (keyof Database)[]

export type Entity = (typeof ENTITIES)[number]

/** Tables of sign-in that only the installation reads; they have no history beside the notes of what was done. */
export const SECRETS = [
  'calendar_feeds',
  'passwords',
  'attempts',
  'sessions',
  'api_tokens',
  'passkeys',
  'challenges',
  'invitations',
  'signing_holds',
] as const satisfies readonly (keyof Database)[]

type Keys = 'tenant_id' | 'id' | 'version'

export type Row<E extends Entity> = Selectable<Database[E]>
/** The values of a new row; its keys and version are set by the record. */
export type NewValues<E extends Entity> = Omit<Insertable<Database[E]>, Keys>
/** The values to change; those left out stay. */
export type Changes<E extends Entity> = Omit<Updateable<Database[E]>, Keys>

/** States in which a record counts as finished: a later change needs a reason. */
export const FINISHED: ReadonlySet<unknown> = new Set([
  'approved',
  'closed',
  'ended',
  'final',
  'issued',
  'sent',
  'acknowledged',
  'terminated',
])
