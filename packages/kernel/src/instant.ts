import { Temporal } from 'temporal-polyfill'
import { type Day, parseDay } from './day.js'

/**
 * When somebody learnt or did something, as it was written down.
 * `day` is the local date at the place of the person; `epochMs` is absent when only a date is known.
 */
export interface Moment {
  readonly written: string
  readonly day: Day
  readonly epochMs?: number
  /** IANA name such as `Europe/Berlin`, when written. */
  readonly zone?: string
  /** True for `...Z` without a zone: the local date at the place is then not certain. */
  readonly zoneMissing?: true
}

const NOT_A_MOMENT = (text: string) =>
  `"${text}" is neither a date (YYYY-MM-DD) nor a date and time with an offset or zone`
const HAS_OFFSET = /(?:[+-]\d{2}(?::?\d{2})?|[Zz])(?:\[|$)/

/**
 * Reads a date (`2026-11-23`) or a date and time with offset or zone
 * (`2026-11-23T16:05:00+01:00`, `2026-11-23T16:05[Europe/Berlin]`, `2026-11-23T15:05:00Z`), RFC 3339 and RFC 9557.
 * A time without offset and without zone is refused: it has no place on the time line.
 *
 * @returns the moment, or a sentence saying why the text is not one
 */
export function parseMoment(text: string): Moment | { readonly fault: string } {
  const plainDay = parseDay(text)
  if (plainDay !== undefined) return { written: text, day: plainDay }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { fault: `${text} is not a day of the calendar` }
  const bracket = /\[([^\]]+)\]$/.exec(text)?.[1]
  try {
    if (bracket !== undefined) {
      const at = Temporal.ZonedDateTime.from(text)
      return { written: text, day: localDay(at), epochMs: at.epochMilliseconds, zone: at.timeZoneId }
    }
    if (!HAS_OFFSET.test(text)) {
      if (!/\d[T ]\d/.test(text)) return { fault: NOT_A_MOMENT(text) }
      return {
        fault: `"${text}" has a time but neither an offset such as +01:00 nor a zone such as [Europe/Berlin]`,
      }
    }
    const instant = Temporal.Instant.from(text)
    const offset = /[Zz]$/.test(text) ? 'UTC' : (/[+-]\d{2}(?::?\d{2})?$/.exec(text)?.[0] ?? 'UTC')
    const local = localDay(instant.toZonedDateTimeISO(offset))
    return {
      written: text,
      day: local,
      epochMs: instant.epochMilliseconds,
      ...(offset === 'UTC' ? { zoneMissing: true as const } : {}),
    }
  } catch {
    return { fault: NOT_A_MOMENT(text) }
  }
}

function localDay(at: Temporal.ZonedDateTime): Day {
  const parsed = parseDay(at.toPlainDate().toString())
  if (parsed === undefined) throw new RangeError('year outside 0001 to 9999')
  return parsed
}

/** The local date of an instant (milliseconds since 1970) in an IANA zone. Throws RangeError for an unknown zone. */
export function dayInZone(epochMs: number, zone: string): Day {
  return localDay(Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone))
}

/** Whether the text names a time zone this platform knows. */
export function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}
