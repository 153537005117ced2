import type { Clock } from '@vigie/law'

const BASES: Readonly<Record<Clock['basis'], string>> = {
  'incident-learnt': 'the day somebody learnt of the incident',
  'death-learnt': 'the day somebody learnt of the death',
  'serious-deterioration-learnt': 'the day somebody learnt of the serious deterioration of health',
  'public-health-threat-learnt': 'the day somebody learnt of the serious public health threat',
  'remedial-action-learnt': 'the day somebody learnt that remedial action is needed',
  'action-decided': 'the day the field action was decided',
  'action-initiated': 'the day the field action began',
  'action-planned-start': 'the day on which the field action is to begin',
  'action-extended': 'the day the field action was extended',
  'trend-detected': 'the day the trend was found',
  'supply-begins': 'the day the interruption of supply begins',
  'request-received': 'the day the request of the authority was received',
  'request-due': 'the day the authority set',
  'operator-learnt': 'the day the operator learnt of it',
  'next-report-promised': 'the day promised for the next report',
  'periodic-summary-due': 'the day the periodic summary is due',
}

const UNITS: Readonly<Record<Clock['unit'], readonly [one: string, many: string]>> = {
  'calendar-day': ['calendar day', 'calendar days'],
  'working-day': ['working day', 'working days'],
  month: ['month', 'months'],
}

/** A clock in words: how long, from which day, what happens when the last day is no working day. */
export function clockSentence(clock: Clock): string {
  const [one, many] = UNITS[clock.unit]
  const basis = BASES[clock.basis]
  const when =
    clock.amount === 0
      ? `On ${basis}`
      : `${clock.amount} ${clock.amount === 1 ? one : many} ${clock.direction} ${basis}`
  const calendar = clock.calendar === undefined ? '' : `, by the calendar ${clock.calendar}`
  const rounding =
    clock.amount === 0
      ? ''
      : clock.rounding === 'none'
        ? '; the last day stands, whatever day of the week it is'
        : '; a last day that is no working day of the authority moves to the next one (Regulation 1182/71)'
  return `${when}${calendar}${rounding}.`
}
