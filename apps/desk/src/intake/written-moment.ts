import { localTimeIn } from '../local-time.js'

/** An instant as a case file writes it: local time, offset and zone, for example `2026-11-18T16:20:00+01:00[Europe/Berlin]`. */
export function writtenMoment(epochMs: number, zone: string): string {
  const second = Math.floor(epochMs / 1000) * 1000
  const local = localTimeIn(second, zone)
  const minutes = Math.round((Date.parse(`${local}Z`) - second) / 60_000)
  const two = (n: number) => String(n).padStart(2, '0')
  const away = Math.abs(minutes)
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
  return `${local}${offset}[${zone}]`
}
