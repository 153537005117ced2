import type { Day } from '@vigie/kernel'

/** A stretch of days, both ends included. A missing end is open. */
export interface Period {
  readonly validFrom?: Day
  readonly validTo?: Day
}

/** Whether the day lies in the period. */
export function holdsOn(period: Period, on: Day): boolean {
  return (
    (period.validFrom === undefined || period.validFrom <= on) &&
    (period.validTo === undefined || on <= period.validTo)
  )
}
