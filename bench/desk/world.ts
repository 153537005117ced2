import { createHash, randomBytes } from 'node:crypto'
import type { Hand } from '../../packages/record/src/testing/hand.js'

/** Who asks in the benchmark, each with a token: a representative of all manufacturers, and one of these. */
export interface People {
  readonly representative: Who
  readonly maker: Who
}
export interface Who {
  readonly tenantId: string
  readonly personId: string
  readonly token: string
}

export const MANUFACTURERS = 300
/** Rows of one statement while loading, so that the embedded engine does not have to hold all in memory. */
const SLICE = 20_000

const uuid = (n: number) => `01935c4e-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const person = (tenant: number) => uuid(tenant + 1_000_000)
const hash = (secret: string) => createHash('sha256').update(`vigie-secret\n${secret}`).digest('hex')
const newToken = () => `vigie_${randomBytes(32).toString('base64url')}`

/** Tenants 1 to 300 are manufacturers, 0 their representative with a mandate from each. Written past the record's triggers. */
export async function loadPeople(hand: Hand): Promise<People> {
  await hand.script(`set session_replication_role = replica; set search_path = vigie;
    insert into tenants (tenant_id, id, name, kind)
      select t, t, case n when 0 then 'Rep AG' else 'Maker ' || n end, case n when 0 then 'representative' else 'manufacturer' end
      from (select n, ${UUID_OF('n')} t from generate_series(0, ${MANUFACTURERS}) n) x;
    insert into people (tenant_id, id, email, name, zone)
      select ${UUID_OF('n')}, ${UUID_OF('n + 1000000')}, 'p' || n || '@example.org', 'Person ' || n, 'Europe/Berlin'
      from generate_series(0, ${MANUFACTURERS}) n;
    insert into memberships (tenant_id, id, person_tenant_id, person_id, role)
      select ${UUID_OF('n')}, ${UUID_OF('n + 2000000')}, ${UUID_OF('n')}, ${UUID_OF('n + 1000000')}, 'administrator'
      from generate_series(0, ${MANUFACTURERS}) n;
    insert into mandates (tenant_id, id, representative_tenant_id, role, jurisdictions, reporting, may_write, valid_from)
      select ${UUID_OF('n')}, ${UUID_OF('n + 3000000')}, '${uuid(0)}', 'eu-ar', '["EU"]', 'representative-reports', true, '2020-01-01'
      from generate_series(1, ${MANUFACTURERS}) n;
    insert into audit_heads (tenant_id, seq, hash) select ${UUID_OF('n')}, 0, '' from generate_series(0, ${MANUFACTURERS}) n`)
  const tokens = [0, 1].map(n => ({ n, token: newToken() }))
  for (const { n, token } of tokens) {
    await hand.query(
      `insert into api_tokens (id, token_hash, name, scopes, person_tenant_id, person_id, tenant_id, made_at, ends_at)
       values ($1, $2, 'bench', '["read","write","audit","admin"]', $3, $4, $3, now(), now() + interval '1 day')`,
      [uuid(n + 4_000_000), hash(token), uuid(n), person(n)],
    )
  }
  await hand.script('set session_replication_role = origin')
  const who = (n: number): Who => ({
    tenantId: uuid(n),
    personId: person(n),
    token: tokens[n]?.token ?? '',
  })
  return { representative: who(0), maker: who(1) }
}

/**
 * Cases from number `from` to `to`, spread over the manufacturers, three in a hundred open with two clocks each.
 * Simplified: all have the facts of one example; each row has one event of creation whose hash is not computed, so that
 * the trail has its size and the heads stand right, but old events do not verify.
 */
export async function loadCases(hand: Hand, from: number, to: number, template: Template): Promise<void> {
  await hand.script('set session_replication_role = replica; set search_path = vigie')
  for (let at = from; at < to; at += SLICE) await loadSlice(hand, at, Math.min(to, at + SLICE), template)
  await hand.script(`
    insert into audit_heads (tenant_id, seq, hash)
      select distinct on (tenant_id) tenant_id, seq, hash from audit_events order by tenant_id, seq desc
      on conflict (tenant_id) do update set seq = excluded.seq, hash = excluded.hash;
    set session_replication_role = origin; analyze`)
}

/** A case and its clocks as the server made them, to be multiplied. */
export interface Template {
  readonly details: string
  readonly trace: string
}

const OPEN = 'n % 100 < 3'
const TENANT = UUID_OF(`n % ${MANUFACTURERS} + 1`)
/** A made-up hash of an event; the chain has its shape, not its proof. */
const HASH = (n: string) => `lpad(to_hex(${n}), 64, 'a')`

async function loadSlice(hand: Hand, from: number, to: number, { details, trace }: Template): Promise<void> {
  const rows = `generate_series(${from}, ${to - 1}) n`
  await hand.query(
    `insert into cases (tenant_id, id, reference, title, state, details)
     select ${TENANT}, ${CASE_ID('n')}, 'C-' || n, 'Smoke from a pump, report ' || n,
       case when ${OPEN} then 'assessed' else 'closed' end,
       case when ${OPEN} then $1::jsonb || jsonb_build_object('reference', 'C-' || n)
         else jsonb_build_object('reference', 'C-' || n, 'device', 'Pump ' || n % 900, 'problem', md5(n::text)) end
     from ${rows}`,
    [details],
  )
  await hand.query(
    `insert into obligations (tenant_id, id, case_id, rule, subject, jurisdiction, authority, outcome, day_zero, target,
       ceiling, trace, law_release, state)
     select ${TENANT}, ${CASE_ID('n * 2 + i + 4000000000000')}, ${CASE_ID('n')}, 'EU-VIG-03', 'Pump',
       case i when 0 then 'EU' else 'GB' end, case i when 0 then 'BfArM (DE)' else 'MHRA (GB)' end, 'due',
       current_date - (n % 20)::int, current_date + (n % 30)::int - 10, current_date + (n % 30)::int - 5,
       case when ${OPEN} then $1::jsonb else '{}' end, '2026.1', case when ${OPEN} then 'open' else 'sent' end
     from ${rows}, generate_series(0, 1) i`,
    [trace],
  )
  await hand.query(
    `insert into audit_events (tenant_id, seq, at, zone, actor_tenant_id, actor_id, action, entity, entity_id,
       entity_version, changes, row_hash, software, prev_hash, hash)
     select ${TENANT}, ${from * 10} + n / ${MANUFACTURERS} * 3 + i + 1, now(), 'UTC', ${TENANT}, ${TENANT}, 'create',
       case i when 0 then 'cases' else 'obligations' end,
       case i when 0 then ${CASE_ID('n')} else ${CASE_ID('n * 2 + i - 1 + 4000000000000')} end, 1,
       jsonb_build_array(jsonb_build_object('path', '/reference', 'after', 'C-' || n)), ${HASH('n')}, 'bench',
       ${HASH('n * 4 + i')}, ${HASH('n * 4 + i + 1')}
     from ${rows}, generate_series(0, 2) i`,
  )
}

function UUID_OF(n: string): string {
  return `('01935c4e000070008000' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`
}

/** Ids of version 7 that grow with the number, as those of cases that come in one after the other. */
function CASE_ID(n: string): string {
  return `(lpad(to_hex((1700000000000 + ${n})::bigint), 12, '0') || '70008000' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`
}

/** The id of case number n, as {@link loadCases} gives it. */
export function caseId(n: number): string {
  const hex = (value: number) => value.toString(16).padStart(12, '0')
  const text = `${hex(1_700_000_000_000 + n)}70008000${hex(n)}`
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}
