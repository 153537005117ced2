/** How to mend what is told with the request and not in the case. */
export const REQUEST_MENDS: Readonly<Record<string, string>> = {
  'request.reportDate': 'Name the day on which the report is to be sent.',
  'request.awareness.incident':
    'Add an entry "incident" to awareness in the case, with the day on which the manufacturer learnt of it.',
  'request.awareness.reportability':
    'Add an entry "reportability" to awareness in the case, with the day on which the deciding information came.',
  'request.classification':
    'Add event.outcomes and event.publicHealthThreat to the case, from which the class follows.',
  'request.authority.name': 'Name the authority.',
  'request.authority.eudamedActorId': 'Name the EUDAMED actor number of the authority.',
}

/** How to mend a value that does not fit: in the case, or in what was told with the request. */
export function mendOf(from: string): string {
  return from.startsWith('request.')
    ? 'Correct what was told with the request.'
    : `Change ${from} in the case.`
}
