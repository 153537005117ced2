import { isMember, stateOf } from '@vigie/codes'
import { type CaseFile, valueOf } from '@vigie/facts'
import type { Day } from '@vigie/kernel'

/** The agreement on periodic summaries that covers the incident: of the place itself, or of a coordinating authority of the EEA. */
export function agreementFor(file: CaseFile, on: Day) {
  const agreements = file.assessment?.periodicSummary ?? []
  const place = valueOf(file.event?.country)
  if (place === undefined || place === 'UK') return agreements[0]
  const together = agreements.filter(
    a => a.authority === place || (isMember(a.authority, 'eea', on) && isMember(stateOf(place), 'eea', on)),
  )
  return together.find(a => valueOf(a.coversThisIncident) === true) ?? together[0]
}

/** The day agreed for the next summary of the agreement that covers the incident. */
export function agreementDay(file: CaseFile): Day | undefined {
  return file.assessment?.periodicSummary?.find(a => valueOf(a.coversThisIncident) === true)?.nextReport
}
