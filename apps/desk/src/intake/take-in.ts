import { dayInZone } from '@vigie/kernel'
import { create, type Row, type Tx } from '@vigie/record'
import { datesIn } from './dates-in-text.js'
import { identifiersIn } from './identifiers-in-text.js'
import { devicesInText } from './registry.js'
import type { Hint, Intake, SignalDetails } from './signal-details.js'

const LONGEST_READ = 50_000

/** What was taken in, before it is a signal. */
export interface Taken {
  readonly reference: string
  readonly kind: Row<'signals'>['kind']
  readonly receivedAt: number
  readonly receivedZone: string
  readonly source: string
  readonly subject: string | null
  readonly text: string
  readonly reporter: SignalDetails['reporter']
  readonly receivedAs: SignalDetails['receivedAs']
  readonly intake: Omit<Intake, 'hints' | 'suggestedDevices'>
}

/** The identifiers, lots and days that a text mentions, in its order. */
export function hintsIn(text: string, now: number, zone: string) {
  const read = text.slice(0, LONGEST_READ)
  const { hints, dis } = identifiersIn(read, dayInZone(now, zone))
  const covered = (h: Hint) => hints.some(o => h.at >= o.at && h.at < o.at + o.text.length)
  const dates = datesIn(read)
    .filter(d => !covered(d))
    .slice(0, 50)
  return { hints: [...hints, ...dates].sort((a, b) => a.at - b.at), dis }
}

/**
 * Makes a signal of what came in. What the text mentions is kept beside it as hints; no field is set from it, because
 * a person has to say which of them holds.
 */
export async function takeIn(tx: Tx, tenantId: string, taken: Taken, now: number): Promise<Row<'signals'>> {
  const whole = `${taken.subject ?? ''}\n${taken.text}`
  const { hints } = hintsIn(taken.text, now, taken.receivedZone)
  const { dis } = hintsIn(whole, now, taken.receivedZone)
  const devices = await devicesInText(tx, tenantId, whole, dis)
  const suggestedDevices = devices.map(({ deviceId, name, because }) => ({ deviceId, name, because }))
  const details: SignalDetails = {
    receivedAs: taken.receivedAs,
    reporter: taken.reporter,
    occurredOn: null,
    country: null,
    deviceName: null,
    closedBecause: null,
    intake: { ...taken.intake, hints: [...hints], suggestedDevices },
  }
  const made = await create(
    tx,
    { entity: 'signals', tenantId },
    {
      reference: taken.reference,
      kind: taken.kind,
      received_at: new Date(taken.receivedAt).toISOString(),
      received_zone: taken.receivedZone,
      source: taken.source,
      subject: taken.subject,
      text: taken.text,
      details: JSON.stringify(details),
    },
  )
  return made.row
}
