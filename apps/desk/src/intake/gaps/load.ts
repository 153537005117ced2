import type { Row, Tx } from '@vigie/record'
import { sql } from 'kysely'

/** A device family with what is counted of its devices and certificates. */
export interface FamilyFacts {
  readonly id: string
  readonly tenant_id: string
  readonly manufacturer_id: string
  readonly name: string
  readonly basic_udi_di: string | null
  readonly law: string
  readonly risk_class: string | null
  readonly emdn: string | null
  readonly devices: number
  readonly without_udi: number
  readonly without_market: number
  readonly valid_certificates: number
  readonly countries: readonly string[]
}

export interface Registry {
  readonly organisations: readonly Row<'organisations'>[]
  readonly roles: readonly Row<'organisation_roles'>[]
  readonly families: readonly FamilyFacts[]
}

/** What the gap list looks at, of one tenant or of all that may be read. */
export async function loadRegistry(tx: Tx, tenantId: string | undefined, on: string): Promise<Registry> {
  const own = tenantId === undefined ? sql<boolean>`true` : sql<boolean>`tenant_id = ${tenantId}`
  const organisations = await tx.db
    .selectFrom('organisations')
    .selectAll()
    .where(own)
    .where('state', '=', 'active')
    .execute()
  const roles = await tx.db.selectFrom('organisation_roles').selectAll().where(own).execute()
  const ofFamily = tenantId === undefined ? sql`true` : sql`f.tenant_id = ${tenantId}`
  const { rows } = await sql<FamilyFacts>`
    select f.id, f.tenant_id, f.manufacturer_id, f.name, f.basic_udi_di, f.law, f.risk_class, f.emdn,
      count(d.id)::int as devices,
      count(d.id) filter (where d.udi_di is null)::int as without_udi,
      count(d.id) filter (where not exists (
        select from markets m where m.tenant_id = d.tenant_id and m.device_id = d.id))::int as without_market,
      (select count(*)::int from certificates c where c.tenant_id = f.tenant_id and c.family_id = f.id
        and c.state = 'valid' and (c.valid_to is null or c.valid_to >= ${on}::date)) as valid_certificates,
      coalesce((select jsonb_agg(distinct m.country) from markets m
        join devices x on x.tenant_id = m.tenant_id and x.id = m.device_id
        where x.tenant_id = f.tenant_id and x.family_id = f.id
          and (m.valid_to is null or m.valid_to >= ${on}::date)), '[]') as countries
    from device_families f
    left join devices d on d.tenant_id = f.tenant_id and d.family_id = f.id and d.state = 'active'
    where ${ofFamily} and f.state = 'active'
    group by f.tenant_id, f.id
    order by f.tenant_id, f.name, f.id`.execute(tx.db)
  return { organisations, roles, families: rows }
}
