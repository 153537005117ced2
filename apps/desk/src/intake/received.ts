import type { Evidence } from './signal-details.js'

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const DATE =
  /(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s+([+-]\d{4}|UT|UTC|GMT|Z)\b/

/**
 * Milliseconds since 1970 of a date as mail writes it (RFC 5322, 3.3), undefined for anything else. A zone by letters
 * is taken only where it means UTC: the others are ambiguous.
 */
export function mailDate(text: string): number | undefined {
  const m = DATE.exec(text)
  if (m === null) return undefined
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '00', zone = ''] = m
  const index = String(MONTHS.indexOf(month) / 3 + 1).padStart(2, '0')
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z'
  const ms = Date.parse(`${year}-${index}-${day.padStart(2, '0')}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(ms) ? undefined : ms
}

/** When a message was received, with every sign of it. */
export interface Received {
  readonly at: number
  readonly evidence: readonly Evidence[]
  readonly notices: readonly string[]
}

const HOUR = 3_600_000

/**
 * The topmost Received line is the one our own server wrote (each server puts its own on top, RFC 5321 4.4); it goes
 * before the Date, which is the sender's clock. Without either it is the moment the desk took it in. The earlier of
 * the server and the desk counts: a clock that runs ahead makes no deadline later.
 */
export function receivedOf(received: readonly string[], date: string | undefined, now: number): Received {
  const evidence: Evidence[] = []
  const signs: number[] = []
  const [top] = received
  // The date stands after the last semicolon.
  const last = top === undefined ? undefined : top.slice(top.lastIndexOf(';') + 1).trim()
  const add = (from: Evidence['from'], written: string | undefined) => {
    const at = written === undefined ? undefined : mailDate(written)
    if (written === undefined) return
    if (at === undefined) {
      const note = 'It cannot be read as a date and time.'
      evidence.push({ from, written: written.slice(0, 200), at: '', note })
      return
    }
    signs.push(at)
    evidence.push({ from, written: written.slice(0, 200), at: new Date(at).toISOString(), note: null })
  }
  add('received-header', last)
  add('date-header', date)
  evidence.push({ from: 'desk', written: 'taken in', at: new Date(now).toISOString(), note: null })
  const [best = now] = signs
  const notices: string[] = []
  if (signs.length === 0) {
    notices.push(
      'The message says nowhere when it was received: the time of taking it in is shown. Correct it.',
    )
  } else if (best > now) {
    notices.push(
      'By its headers the message comes from the future: the time of taking it in is shown. Check it.',
    )
  }
  const [server, sender] = signs
  if (server !== undefined && sender !== undefined && Math.abs(server - sender) > HOUR) {
    notices.push(
      'The server received it more than an hour away from what the sender wrote. Check which holds.',
    )
  }
  return { at: Math.min(best, now), evidence, notices }
}
