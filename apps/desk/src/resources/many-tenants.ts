import { type RawBuilder, sql } from 'kysely'

/**
 * Above so many tenants one index over all of them is read in the order wanted; below, each tenant's own. The first
 * would read past many rows of others for somebody who sees few tenants, the second would start hundreds of times.
 */
const MANY = 64

/** How rows of all readable tenants are read in an order, so that a page reads hardly more than it shows. */
export interface Reading {
  /** Columns of the rows, as text of a select list. */
  readonly columns: RawBuilder<unknown>
  /** The table with its alias. */
  readonly table: RawBuilder<unknown>
  /** The column of the tenant, with the alias. */
  readonly tenant: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  /** The same order by the names of the columns read. */
  readonly orderOfAll: RawBuilder<unknown>
  readonly limit: number
  /** When only one tenant is asked for. */
  readonly only?: string | undefined
}

/** The select of a {@link Reading}; the walls of the database hold in it as everywhere. */
export function ofManyTenants(r: Reading): RawBuilder<unknown> {
  const limit = sql.lit(r.limit)
  const rows = sql`select ${r.columns} from ${r.table} where ${r.where}`
  const tenants =
    r.only === undefined ? sql`unnest((select readable from who))` : sql`(select ${r.only}::uuid)`
  const isMany =
    r.only === undefined ? sql`(select cardinality(readable) > ${sql.lit(MANY)} from who)` : sql`false`
  return sql`
    with who as materialized (select readable_tenants() as readable)
    select * from (
      (select one.* from (select tenant from ${tenants} t (tenant) where not ${isMany}) each,
        lateral (${rows} and ${r.tenant} = each.tenant order by ${r.order} limit ${limit}) one)
      union all
      (${rows} and ${isMany} order by ${r.order} limit ${limit})
    ) page order by ${r.orderOfAll} limit ${limit}`
}
