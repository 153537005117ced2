import { type Report, textAt } from '@vigie/forms'
import { type Day, parseDay } from '@vigie/kernel'

/** The promised day of the next report (MIR 7.2.1, 1.2.e; 7.3.1, 1.2.f); null where the report promises none. */
export function promisedOn(report: Report): Day | null {
  return parseDay(textAt(report, 'admin_info/reportNextDate') ?? '') ?? null
}
