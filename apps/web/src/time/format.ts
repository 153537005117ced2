const LANGUAGE = 'en-GB'

const dayFormat = new Intl.DateTimeFormat(LANGUAGE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day of law, a plain calendar day with its weekday: `Sat 14 Nov 2026`. Other text is given back as it is. */
export function dayText(day: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) ? day : dayFormat.format(at).replace(',', '')
}

/** An instant on the clock of a zone: `14 Nov 2026, 16:05 CET`. */
export function instantText(instant: string, zone: string): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  return new Intl.DateTimeFormat(LANGUAGE, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(at)
}

/** The zones a browser knows, for a choice. */
export const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone')

/** The zone of this machine: a proposal only. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
