import { existsSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@vigie/surveillance/duckdb'

export const DEVICES = 20_000
export const EVENTS = 1_500

/**
 * The synthetic reports as a Parquet file, made once from hashes and kept in the folder for temporary files:
 * 1 to 5 events a report, 3 % with two devices, 0.5 % duplicate rows, devices by a power law (1.08), events by one (1),
 * 55 % of the events from the profile of one of 300 device families, years 2010 to 2024. Rows stand by report.
 */
export async function reportsFile(connection: DuckDBConnection, reports: number): Promise<string> {
  const path = join(tmpdir(), `vigie-bench-reports-${reports}.parquet`)
  if (existsSync(path)) return path
  const u = (salt: number, of = 'report') => `(hash(${of} * 64 + ${salt}) / 18446744073709551616.0)`
  const device = (salt: number) =>
    `least(${DEVICES - 1}, floor(pow((pow(${DEVICES}, -0.08) - 1) * ${u(salt)} + 1, -12.5)) - 1)`
  const each = 'report * 8 + item'
  await connection.run(`COPY (
    SELECT report, device, CAST(CASE WHEN ${u(7, each)} < 0.55
        THEN hash((device % 300) * 100 + floor(pow(80, ${u(8, each)}))) % ${EVENTS}
        ELSE least(${EVENTS - 1}, floor(pow(${EVENTS}, ${u(9, each)})) - 1) END AS INTEGER) AS event, year
    FROM (SELECT report, item, year,
        CAST(CASE WHEN two AND item % 2 = 1 THEN ${device(2)} ELSE ${device(1)} END AS INTEGER) AS device
      FROM (SELECT report, year, two, least(unnest(range(items + again)), items - 1) AS item
        FROM (SELECT CAST(i AS INTEGER) AS report, CAST(2010 + ${u(3, 'i')} * 15 AS INTEGER) AS year,
            ${u(4, 'i')} < 0.03 AS two, CASE WHEN ${u(5, 'i')} < 0.008 THEN 1 ELSE 0 END AS again,
            CASE WHEN ${u(6, 'i')} < 0.62 THEN 1 WHEN ${u(6, 'i')} < 0.85 THEN 2 WHEN ${u(6, 'i')} < 0.94 THEN 3
              WHEN ${u(6, 'i')} < 0.98 THEN 4 ELSE 5 END AS items
          FROM range(${reports}) AS r(i))))
    ) TO '${path}.part' (FORMAT parquet, COMPRESSION zstd)`)
  renameSync(`${path}.part`, path)
  return path
}
