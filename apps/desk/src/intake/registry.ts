import type { Tx } from '@vigie/record'
import { normaliseGtin } from '@vigie/udi'
import { sql } from 'kysely'

/** A registered device that an identifier or a text points to. */
export interface Match {
  readonly deviceId: string
  readonly tenantId: string
  readonly familyId: string
  readonly name: string
  readonly udiDi: string | null
  readonly catalogueNumber: string | null
  readonly because: string
}

interface DeviceRow {
  readonly id: string
  readonly tenant_id: string
  readonly family_id: string
  readonly name: string
  readonly udi_di: string | null
  readonly catalogue_number: string | null
}

const matchOf = (row: DeviceRow, because: string): Match => ({
  deviceId: row.id,
  tenantId: row.tenant_id,
  familyId: row.family_id,
  name: row.name,
  udiDi: row.udi_di,
  catalogueNumber: row.catalogue_number,
  because,
})

const COLUMNS = sql`id, tenant_id, family_id, name, udi_di, catalogue_number`

/** The ways one device identifier may have been written into the registry. */
export function waysToWrite(di: string): readonly string[] {
  const gtin = normaliseGtin(di)
  const short = gtin === undefined ? [] : [gtin, gtin.replace(/^0/, ''), gtin.replace(/^00/, '')]
  return [...new Set([di, ...short])]
}

/** Devices of these tenants with one of the identifiers. */
export async function devicesByDi(
  tx: Tx,
  dis: readonly string[],
  tenantId?: string,
): Promise<readonly Match[]> {
  const ways = [...new Set(dis.flatMap(waysToWrite))]
  if (ways.length === 0) return []
  const own = tenantId === undefined ? sql`true` : sql`tenant_id = ${tenantId}`
  const { rows } = await sql<DeviceRow>`select ${COLUMNS} from devices
    where ${own} and udi_di in (${sql.join(ways)}) order by name, id limit 20`.execute(tx.db)
  return rows.map(row => matchOf(row, `Its UDI-DI ${row.udi_di ?? ''} stands in it.`))
}

const LONGEST_TEXT = 20_000

/**
 * Devices of a tenant that a text speaks of: by UDI-DI first, then catalogue number, then name. Longer ones go before
 * shorter ones, which may be a part of them. Suggestions for a person; nothing is set.
 */
export async function devicesInText(
  tx: Tx,
  tenantId: string,
  text: string,
  dis: readonly string[],
): Promise<readonly Match[]> {
  const byDi = await devicesByDi(tx, dis, tenantId)
  const short = text.slice(0, LONGEST_TEXT).toLowerCase()
  const { rows } = await sql<DeviceRow & { by: string }>`
    select ${COLUMNS}, by from (
      select *, case when length(catalogue_number) > 3 and strpos(${short}, lower(catalogue_number)) > 0
          then 'number' when length(name) > 4 and strpos(${short}, lower(name)) > 0 then 'name' end as by
      from devices where tenant_id = ${tenantId} and state = 'active') d
    where by is not null
    order by by desc, length(case by when 'number' then catalogue_number else name end) desc, id limit 10`.execute(
    tx.db,
  )
  const known = new Set(byDi.map(m => m.deviceId))
  const others = rows
    .filter(r => !known.has(r.id))
    .map(row => {
      const because =
        row.by === 'number'
          ? `Its catalogue number ${row.catalogue_number ?? ''} stands in the text.`
          : `Its name ${row.name} stands in the text.`
      return matchOf(row, because)
    })
  return [...byDi, ...others]
}
