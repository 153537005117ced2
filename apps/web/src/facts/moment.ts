/** A moment in its parts: a day, and where it is known the time and the zone or offset it was read in. */
export interface MomentParts {
  readonly day: string
  readonly time: string
  /** `Europe/Berlin`, `+01:00` or `Z`. */
  readonly place: string
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?(?:\[([^\]]+)\])?)?$/

/** Undefined for a text that is no moment; it is then shown as it is. */
export function readMoment(text: string): MomentParts | undefined {
  const found = MOMENT.exec(text)
  if (found === null) return undefined
  return { day: found[1] ?? '', time: found[2] ?? '', place: found[4] ?? found[3] ?? '' }
}

/** A day alone, or a day with time and place; a time without a place is written as it is, so that the server says what is missing. */
export function writeMoment({ day, time, place }: MomentParts): string {
  if (time === '') return day
  const at = `${day}T${time}`
  if (place === '') return at
  return /^(Z|[+-]\d{2}:\d{2})$/.test(place) ? `${at}${place}` : `${at}[${place}]`
}
