import { mirTables } from './mir/versions.js'
import { type Report, reportTypeOf } from './report.js'

const LOCATION = 'xsi:noNamespaceSchemaLocation'

/**
 * A report with what the official form adds when it exports: the time, and the name of the schema of its report type.
 * What the report already says stays as it is; for a new report made from an old one the time is renewed.
 *
 * @param time local date and time, `2026-11-25T16:05:00`
 * @throws RangeError for a report of a version that is not known
 */
export function stampForExport(
  report: Report,
  time: string,
  { renew = false }: { readonly renew?: boolean } = {},
): Report {
  const table = mirTables.get(report.version)
  if (table === undefined) throw new RangeError(`no table of MIR ${report.version}`)
  const schema = reportTypeOf(table, report)?.schemaFile
  const times = table.attributes
    .filter(a => a.required && a.type.base === 'dateTime')
    .map(a => [a.name, time])
  const added: Readonly<Record<string, string>> = Object.fromEntries(times)
  const named = schema === undefined ? {} : { [LOCATION]: schema }
  return { ...report, attributes: { ...added, ...named, ...report.attributes, ...(renew ? added : {}) } }
}
