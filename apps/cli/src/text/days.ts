import { type Day, daysBetween, parseDay, weekdayName } from '@vigie/kernel'
import type { Style } from './style.js'

/** `Thu 2026-12-03`; `not known` where there is no day. */
export function dayText(day: string | null): string {
  const parsed = day === null ? undefined : parseDay(day)
  return parsed === undefined ? (day ?? 'not known') : `${weekdayName(parsed).slice(0, 3)} ${parsed}`
}

/** `Thu 2026-12-03, 8 days left`: coloured by how near it is. */
export function dueText(due: string | null, today: Day, style: Style): string {
  const day = due === null ? undefined : parseDay(due)
  if (day === undefined) return dayText(due)
  const left = daysBetween(today, day)
  const text = `${dayText(day)}, ${leftText(left)}`
  if (left < 0) return style.red(style.bold(text))
  return left <= 2 ? style.red(text) : left <= 5 ? style.yellow(text) : text
}

export function leftText(left: number): string {
  if (left < 0) return `OVERDUE by ${days(-left)}`
  if (left === 0) return 'TODAY'
  return left === 1 ? 'tomorrow' : `${days(left)} left`
}

const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
