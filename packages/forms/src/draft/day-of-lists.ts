import type { Day } from '@vigie/kernel'
import type { DraftContext } from './context.js'

/** The day whose country lists apply: that of the report, else the latest day that request and case know. */
export function dayOfLists(x: DraftContext): Day | undefined {
  const { reportDate, awareness } = x.request
  return reportDate ?? awareness.reportability ?? awareness.incident ?? x.file.event?.from
}
