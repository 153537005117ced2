import type { Day } from '@vigie/kernel'
import type { Io } from './io/io.js'
import { WrongUse } from './wrong-use.js'

/** The day an option such as `--at` gives; today without it. */
export async function dayOption(name: string, text: string | undefined, io: Io): Promise<Day> {
  if (text === undefined) return io.today()
  const { parseDay } = await import('@vigie/kernel')
  const day = parseDay(text)
  if (day !== undefined) return day
  throw new WrongUse(
    `${name} ${text}: that is not a day of the calendar. Write it as YYYY-MM-DD, for example 2026-11-25.`,
  )
}

/** Splits values given with blanks or with commas: `A B`, `A,B`. */
export function listOption(given: readonly string[] | undefined): readonly string[] {
  return (given ?? []).flatMap(v => v.split(',')).filter(v => v !== '')
}
