import type { CsvHead } from './csv-head.js'

/** A file of reports and the columns that matter in it. */
export type ReportSource =
  | {
      readonly path: string
      readonly format: 'csv' | 'parquet' | 'json'
      /** Column with the id of the report; a report may stand on several rows. */
      readonly report: string
      readonly device: string
      readonly event: string
      /** Column to stratify by, for example the year. */
      readonly stratum?: string
    }
  | {
      readonly path: string
      /** A device-event file of openFDA (`{ results: [...] }`), as downloaded and unpacked. */
      readonly format: 'openfda'
      /** What a device is told by; the product code by default. */
      readonly device?: 'device_report_product_code' | 'brand_name' | 'generic_name'
    }

const name = (text: string) => `"${text.replaceAll('"', '""')}"`
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A query for the rows of a source: report, device, event, stratum and the number of the row, all but that as text. */
export function rowsSql(source: ReportSource, head?: CsvHead): string {
  if (source.format === 'openfda') {
    const device = source.device ?? 'device_report_product_code'
    return `
      WITH files AS (SELECT unnest(results) AS r FROM read_json(${literal(source.path)}, maximum_object_size = 2000000000,
        columns = {results: 'STRUCT(mdr_report_key VARCHAR, date_received VARCHAR, product_problems VARCHAR[],
          device STRUCT(device_report_product_code VARCHAR, brand_name VARCHAR, generic_name VARCHAR)[])[]'})),
      numbered AS (SELECT r, row_number() OVER () AS line FROM files),
      devices AS (SELECT r, line, unnest(coalesce(nullif(r.device, []), [NULL])) AS d FROM numbered)
      SELECT r.mdr_report_key AS report, trim(d.${device}) AS device,
        trim(unnest(coalesce(nullif(r.product_problems, []), [NULL]))) AS event,
        left(r.date_received, 4) AS stratum, line FROM devices`
  }
  // A CSV file is read by position, in the dialect of its first line: a line that does not fit is an error that names it.
  const columnOf = (column: string) => (head === undefined ? column : `c${head.columns.indexOf(column)}`)
  const from = {
    csv: head === undefined ? '' : csvSql(source.path, head),
    parquet: `read_parquet(${literal(source.path)})`,
    json: `read_json_auto(${literal(source.path)}, maximum_object_size = 2000000000)`,
  }[source.format]
  const text = (column: string) => `trim(CAST(src.${name(columnOf(column))} AS VARCHAR))`
  return `SELECT ${text(source.report)} AS report, ${text(source.device)} AS device, ${text(source.event)} AS event,
    ${source.stratum === undefined ? 'CAST(NULL AS VARCHAR)' : text(source.stratum)} AS stratum, row_number() OVER () AS line FROM ${from} AS src`
}

function csvSql(path: string, { delimiter, columns }: CsvHead): string {
  const types = columns.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ')
  return `read_csv(${literal(path)}, auto_detect = false, header = true, columns = {${types}}, delim = ${literal(delimiter)},
    quote = '"', escape = '"', strict_mode = true, null_padding = false, ignore_errors = false)`
}
