import { z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import type { Changes, Row } from '@vigie/record'
import { sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { owesForward } from '../intake/forward/owing.js'
import { newReference } from '../intake/reference.js'
import {
  epochOf,
  instant,
  intake,
  readSignalDetails,
  receivedAs,
  reporter,
} from '../intake/signal-details.js'
import { deskFindings } from '../problem/findings.js'
import { refuseBody } from '../resources/fault.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { wordsCondition } from '../resources/words.js'
import { country, day, id, line, zone } from '../schemas.js'

export const SIGNAL_KINDS = [
  'complaint',
  'incident',
  'near-miss',
  'vulnerability',
  'advisory',
  'literature',
  'trend',
  'environment',
  'similar-recall',
  'other',
] as const
const some = (max: number) => line(max).nullable().default(null)

export const signalBody = z.object({
  reference: line(50).optional().openapi({ description: 'Your reference; one is made when it is left out.' }),
  kind: z.enum(SIGNAL_KINDS),
  receivedAt: instant,
  receivedZone: zone.openapi({ description: 'The zone of the place that received it: it decides day 0.' }),
  receivedAs: receivedAs.default('manufacturer'),
  source: line(200).openapi({ description: 'Where it comes from, for example "e-mail of the hospital".' }),
  subject: some(300),
  text: z.string().max(200_000).nullable().default(null),
  reporter: reporter.nullable().default(null),
  reporterReference: some(100),
  deviceId: id.nullable().default(null),
  deviceName: some(300).openapi({ description: 'As the reporter names it, where the device is not known.' }),
  udiDi: some(50),
  lot: some(200),
  serial: some(200),
  occurredOn: day.nullable().default(null),
  country: country.nullable().default(null).openapi({ description: 'Where it happened.' }),
  state: z.enum(['new', 'triaged', 'linked', 'closed']).default('new'),
  closedBecause: some(500).openapi({
    description: 'Why no case was made of it; needed to close one that is not linked.',
  }),
})
export type SignalFields = z.output<typeof signalBody>

/** The columns of a signal; what only the server sets is kept from the row that was there. */
export function signalColumns(f: SignalFields, own: { readonly intake: unknown }) {
  const details = {
    receivedAs: f.receivedAs,
    reporter: f.reporter,
    occurredOn: f.occurredOn,
    country: f.country,
    deviceName: f.deviceName,
    closedBecause: f.closedBecause,
    intake: own.intake,
  }
  const receivedAt = epochOf(f.receivedAt)
  return {
    reference: f.reference ?? newReference('S', receivedAt, f.receivedZone),
    kind: f.kind,
    received_at: new Date(receivedAt).toISOString(),
    received_zone: f.receivedZone,
    source: f.source,
    subject: f.subject,
    text: f.text,
    reporter_reference: f.reporterReference,
    device_id: f.deviceId,
    udi_di: f.udiDi,
    lot: f.lot,
    serial: f.serial,
    state: f.state,
    details: JSON.stringify(details),
  }
}

const at = (path: string) => ({ path, place: 'body' })

/** A state that a person may set: linking and unlinking are done on the case. */
function faultsOfState(to: SignalFields, from: SignalFields['state']) {
  const free = from === 'linked' ? ['linked', 'closed'] : ['new', 'triaged', 'closed']
  if (!free.includes(to.state)) {
    return [deskFindings.make.STATE(at('state'), { from, to: to.state })]
  }
  return to.state === 'closed' && from !== 'linked' && to.closedBecause === null
    ? [deskFindings.make.MISSING(at('closedBecause'), { name: 'closedBecause' })]
    : []
}

function changes(f: SignalFields, current: Row<'signals'>, reason: string | undefined): Changes<'signals'> {
  const columns = signalColumns(f, { intake: readSignalDetails(current.details).intake })
  const corrected =
    epochOf(f.receivedAt) !== Date.parse(current.received_at) || f.receivedZone !== current.received_zone
  refuseBody([
    ...(f.state === current.state ? [] : faultsOfState(f, current.state)),
    ...(corrected && reason === undefined
      ? [deskFindings.make.REASON(at('reason'), { name: 'the instant of receipt' })]
      : []),
  ])
  return { ...columns, reference: f.reference ?? current.reference }
}

export function signalFields(row: Row<'signals'>): SignalFields {
  const d = readSignalDetails(row.details)
  return {
    reference: row.reference,
    kind: row.kind,
    receivedAt: new Date(row.received_at).toISOString(),
    receivedZone: row.received_zone,
    receivedAs: d.receivedAs,
    source: row.source,
    subject: row.subject,
    text: row.text,
    reporter: d.reporter,
    reporterReference: row.reporter_reference,
    deviceId: row.device_id,
    deviceName: d.deviceName,
    udiDi: row.udi_di,
    lot: row.lot,
    serial: row.serial,
    occurredOn: d.occurredOn,
    country: d.country,
    state: row.state,
    closedBecause: d.closedBecause,
  }
}

export const signalMore = {
  receivedDay: day.openapi({
    description: 'The day of receipt at the place of receipt: day 0 of what follows.',
  }),
  duplicateOf: id.nullable(),
  intake: intake.nullable(),
}

/** What the server adds to the fields of a signal. */
export const signalExtra = (row: Row<'signals'>) => ({
  receivedDay: dayInZone(Date.parse(row.received_at), row.received_zone),
  duplicateOf: row.duplicate_of,
  intake: readSignalDetails(row.details).intake,
})

const text = (max: number) => z.string().min(1).max(max)

const kindOf = (s: Services): Kind<'signals', typeof signalBody, SignalFields> => ({
  path: '/signals',
  tag: 'signals',
  name: 'Signal',
  entity: 'signals',
  body: signalBody,
  check: () => {},
  columns: f => {
    refuseBody(f.state === 'new' ? [] : faultsOfState(f, 'new'))
    const took = { channel: 'api', at: new Date(s.clock()).toISOString() }
    return signalColumns(f, { intake: intake.parse(took) })
  },
  changes,
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: signalFields,
  more: signalExtra,
  moreSchema: signalMore,
  names: { received_at: 'receivedAt', received_zone: 'receivedZone' },
  filters: {
    state: { schema: signalBody.shape.state.removeDefault(), column: 'state' },
    kind: { schema: signalBody.shape.kind, column: 'kind' },
    deviceId: { schema: id, column: 'device_id' },
    udiDi: { schema: text(50), column: 'udi_di' },
    lot: { schema: text(200), column: 'lot' },
    reporterReference: { schema: text(100), column: 'reporter_reference' },
    receivedFrom: { schema: instant, where: v => sql`received_at >= ${new Date(epochOf(v)).toISOString()}` },
    receivedTo: { schema: instant, where: v => sql`received_at <= ${new Date(epochOf(v)).toISOString()}` },
    owing: { schema: z.enum(['forward']), where: () => owesForward(s.law) },
    q: { schema: text(200), where: v => wordsCondition('signals', v) },
  },
})

/** Signals: whatever reaches the maker about a device in the field, as it came in. */
export function signalRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kindOf(s))
}
