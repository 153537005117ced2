import type { FieldTable, Report } from '@vigie/forms'
import type { Finding } from '@vigie/kernel'
import type { Context } from './context.js'
import { readInput } from './io/read.js'
import { refuse } from './refuse.js'
import { unreadable } from './unreadable.js'

/** Larger than any report. */
export const MOST_REPORT_BYTES = 50 * 1_048_576

export interface ReadReport {
  readonly report: Report
  readonly table: FieldTable
  /** What there is to say about the reading. */
  readonly findings: readonly Finding[]
}

/**
 * Reads a MIR from XML or from the data of its PDF form (`-` for standard input). Undefined when the file is none;
 * the reasons have then been told and the command ends with exit code 2.
 */
export async function readReport(
  context: Context,
  file: string,
  json: boolean,
): Promise<ReadReport | undefined> {
  const { mirTables, readMir, xmlFindings } = await import('@vigie/forms/mir')
  const read = await readInput(context.io, file, MOST_REPORT_BYTES).catch((error: unknown) => ({
    unread: unreadable(file, 'MIR', error),
  }))
  const { report, findings } =
    'unread' in read
      ? { report: undefined, findings: [read.unread] }
      : 'bytes' in read
        ? readMir(read.bytes)
        : {
            report: undefined,
            findings: [
              xmlFindings.make['TOO-LARGE'](
                { path: 'line 1' },
                { bytes: read.tooLarge, limit: MOST_REPORT_BYTES },
              ),
            ],
          }
  const table = report === undefined ? undefined : mirTables.get(report.version)
  if (report !== undefined && table !== undefined) return { report, table, findings }
  await refuse(context, file, 'is not an incident report (MIR) that can be read', findings, json)
  return undefined
}
