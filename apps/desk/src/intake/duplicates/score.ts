import { readSignalDetails, type SignalDetails } from '../signal-details.js'
import { shingles, similarity } from './similarity.js'

/** What of a signal two are compared by. */
export interface Compared {
  readonly id: string
  readonly reference: string
  readonly subject: string | null
  readonly state: string
  readonly received_at: string
  readonly text: string | null
  readonly device_id: string | null
  readonly udi_di: string | null
  readonly lot: string | null
  readonly serial: string | null
  readonly reporter_reference: string | null
  readonly duplicate_of: string | null
  readonly details: unknown
}

export interface Likeness {
  /** 0 to 1: a sum of weights, for the order of a list. It is no probability. */
  readonly score: number
  readonly reasons: readonly string[]
}

const DAY = 86_400_000
/** Below this two texts share no more than set phrases. */
const TEXTS_ALIKE = 0.2

const same = (a: string | null | undefined, b: string | null | undefined) =>
  a != null && b != null && a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase()

/** Compares signals with one of them; its texts are cut into runs of words once. */
export function likenessTo(one: Compared): (other: Compared) => Likeness {
  const details = readSignalDetails(one.details)
  const runs = shingles(one.text ?? '')
  return other => {
    const reasons: string[] = []
    let score = 0
    const add = (weight: number, reason: string) => {
      score += weight
      reasons.push(reason)
    }
    const theirs = readSignalDetails(other.details)
    if (same(details.intake?.messageId, theirs.intake?.messageId)) add(0.9, 'It is the same e-mail.')
    if (same(one.reporter_reference, other.reporter_reference)) {
      add(0.6, `The reporter gave the same reference ${one.reporter_reference ?? ''}.`)
    }
    addDevice(one, other, add)
    addEvent(details, theirs, add)
    const apart = Math.abs(Date.parse(one.received_at) - Date.parse(other.received_at)) / DAY
    if (apart <= 3) add(0.1, 'Both were received within three days.')
    else if (apart <= 14) add(0.05, 'Both were received within two weeks.')
    const alike = similarity(runs, shingles(other.text ?? ''))
    if (alike >= TEXTS_ALIKE) add(0.6 * alike, `${Math.round(alike * 100)} % of the text is the same.`)
    return { score: Math.min(1, Math.round(score * 100) / 100), reasons }
  }
}

type Add = (weight: number, reason: string) => void

function addDevice(one: Compared, other: Compared, add: Add): void {
  const device = same(one.device_id, other.device_id) || same(one.udi_di, other.udi_di)
  if (device && same(one.serial, other.serial)) add(0.7, 'The device and its serial number are the same.')
  else if (same(one.serial, other.serial)) add(0.5, 'The serial number is the same.')
  else if (device && same(one.lot, other.lot)) add(0.3, 'The device and its lot are the same.')
  else if (device) add(0.1, 'The device is the same.')
}

function addEvent(a: SignalDetails, b: SignalDetails, add: Add): void {
  if (same(a.occurredOn, b.occurredOn)) add(0.15, 'The event happened on the same day.')
  if (same(a.reporter?.email, b.reporter?.email)) add(0.1, 'The reporter is the same.')
  else if (same(a.reporter?.organisation, b.reporter?.organisation)) {
    add(0.1, 'The organisation of the reporter is the same.')
  }
}
