import type { Tx } from '@vigie/record'

/** The tables of migrations/0001_sign_in.sql. Instants are ISO 8601 in UTC. */
type DeskTables = {
  passwords: { person_tenant_id: string; person_id: string; hash: string; changed_at: string }
  attempts: { account: string; failures: number; first_at: string; locked_until: string | null }
  sessions: {
    id: string
    token_hash: string
    person_tenant_id: string
    person_id: string
    tenant_id: string
    made_at: string
    seen_at: string
    ends_at: string
  }
  api_tokens: {
    id: string
    token_hash: string
    name: string
    scopes: unknown
    person_tenant_id: string
    person_id: string
    tenant_id: string
    made_at: string
    ends_at: string
    revoked_at: string | null
  }
  calendar_feeds: {
    token_hash: string
    person_tenant_id: string
    person_id: string
    tenant_id: string
    made_at: string
  }
}

/** The tables of sign-in inside a transaction of the installation. */
export function deskTables(tx: Tx) {
  return tx.db.withTables<DeskTables>().withSchema('vigie_desk')
}
