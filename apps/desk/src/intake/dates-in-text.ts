import { dayOf, parseDay } from '@vigie/kernel'
import type { Hint } from './signal-details.js'

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january januar janvier gennaio enero jan janv',
    'february februar février febbraio febrero feb févr',
    'march märz mars marzo mar mrz',
    'april avril aprile abril apr avr',
    'may mai maggio mayo',
    'june juni juin giugno junio jun',
    'july juli juillet luglio julio jul juil',
    'august août agosto aug',
    'september septembre settembre septiembre sep sept',
    'october oktober octobre ottobre octubre oct okt',
    'november novembre noviembre nov',
    'december dezember décembre dicembre diciembre dec dez déc',
  ].flatMap((names, i) => names.split(' ').map(name => [name, i + 1] as const)),
)

const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g
const NUMBERS = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b/g
const WORDS = /\b(\d{1,2})(?:\.|st|nd|rd|th)?\s+(\p{L}{3,10})\.?,?\s+(\d{4})\b/gu
const MONTH_FIRST = /\b(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s+(\d{4})\b/gu

/** The days a text mentions, as hints: what can be read in two ways has no value, only a note. */
export function datesIn(text: string): readonly Hint[] {
  const found = [
    ...[...text.matchAll(ISO)].map(m => hint(m, parseDay(m[0]))),
    ...[...text.matchAll(NUMBERS)].map(numbers),
    ...[...text.matchAll(WORDS)].map(m => hint(m, civil(m[3], MONTHS[m[2]?.toLowerCase() ?? ''], m[1]))),
    ...[...text.matchAll(MONTH_FIRST)].map(m =>
      hint(m, civil(m[3], MONTHS[m[1]?.toLowerCase() ?? ''], m[2])),
    ),
  ]
  return found.flatMap(h => (h === undefined ? [] : [h])).sort((a, b) => a.at - b.at)
}

function hint(m: RegExpExecArray, value: string | undefined, note: string | null = null): Hint | undefined {
  if (value === undefined) return undefined
  return { kind: 'date', text: m[0], value, at: m.index, note }
}

/** With points the day comes first. With strokes or hyphens the order is certain only where one of the two is past 12. */
function numbers(m: RegExpExecArray): Hint | undefined {
  const [, first, sign, second, year] = m
  const dayFirst = civil(year, Number(second), first)
  const monthFirst = civil(year, Number(first), second)
  if (sign === '.' || monthFirst === undefined || dayFirst === monthFirst) return hint(m, dayFirst)
  if (dayFirst === undefined) return hint(m, monthFirst)
  return hint(m, '', `Either ${dayFirst} or ${monthFirst}: ask which is meant.`)
}

function civil(year: string | undefined, month: number | undefined, day: string | undefined) {
  if (month === undefined) return undefined
  try {
    return dayOf(Number(year), month, Number(day))
  } catch {
    return undefined
  }
}
