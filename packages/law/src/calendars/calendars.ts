import { type Day, fromEpochDay, type WorkCalendar } from '@vigie/kernel'
import Holidays from 'date-holidays'

/** Where the library keeps the holidays of a calendar, when the calendar's name is not the country's. */
const PLACES: Readonly<Record<string, readonly [country: string, part?: string]>> = {
  XI: ['GB', 'NIR'],
  GB: ['GB', 'ENG'],
  'US-federal': ['US'],
}

/** Bridging days that the library lists as public but no law names; they would lengthen a ceiling. */
const NO_HOLIDAY = 'Feiertagsbrücke'

const MS_PER_DAY = 86_400_000
const calendars = new Map<string, WorkCalendar>()

/**
 * The working days of a calendar: a country code for the nationwide public holidays of that country, `XI` for the bank
 * holidays of Northern Ireland, `GB` for those of England, `US-federal` for the federal holidays (5 U.S.C. 6103).
 * Only whole, nationwide holidays count: a regional or half one would lengthen a ceiling that the law may not lengthen.
 */
export function calendarFor(id: string): WorkCalendar {
  let calendar = calendars.get(id)
  if (calendar === undefined) {
    calendar = build(id)
    calendars.set(id, calendar)
  }
  return calendar
}

function build(id: string): WorkCalendar {
  const [country, part] = PLACES[id] ?? [id]
  const source = part === undefined ? new Holidays(country) : new Holidays(country, part)
  source.setTimezone('UTC')
  const years = new Map<string, ReadonlyMap<Day, string>>()
  return {
    id,
    holidayName(d) {
      const year = d.slice(0, 4)
      let days = years.get(year)
      if (days === undefined) {
        days = publicDays(Number(year), source)
        years.set(year, days)
      }
      return days.get(d)
    },
  }
}

function publicDays(year: number, source: Holidays): ReadonlyMap<Day, string> {
  const days = new Map<Day, string>()
  for (const holiday of source.getHolidays(year, 'en')) {
    if (holiday.type !== 'public' || holiday.name === NO_HOLIDAY) continue
    const first = Math.ceil(holiday.start.getTime() / MS_PER_DAY)
    const end = Math.floor(holiday.end.getTime() / MS_PER_DAY)
    for (let n = first; n < end; n++) days.set(fromEpochDay(n), holiday.name)
  }
  return days
}
