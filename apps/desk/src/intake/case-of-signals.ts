import { create, type Row, type Tx } from '@vigie/record'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { followLinks } from '../resources/follow-links.js'
import { rowOf } from '../resources/register.js'
import { caseKind } from '../routes/cases.js'
import { partiesOf } from './prefill/parties.js'
import { registeredDevice, type Unit } from './prefill/registered-device.js'
import { type Source, Sourced } from './prefill/sourced.js'
import { awarenessOf, eventOf } from './prefill/told-by-signals.js'
import { readSignalDetails } from './signal-details.js'

export interface CaseWanted {
  readonly reference: string
  readonly title?: string | undefined
  /** The registered device; that of the signals when absent. */
  readonly deviceId?: string | undefined
  /** For a device that is not registered. */
  readonly manufacturerId?: string | undefined
  readonly deviceName?: string | undefined
  readonly on: string
}

export interface CaseMade {
  readonly row: Row<'cases'>
  readonly sources: readonly Source[]
  /** What the registry and the signals leave open, as sentences. */
  readonly open: readonly string[]
}

/** Makes a case of signals of one tenant: facts prefilled from them and the registry, each with its source. */
export async function caseOfSignals(
  tx: Tx,
  signals: readonly Row<'signals'>[],
  wanted: CaseWanted,
): Promise<CaseMade> {
  const [first] = signals
  if (first === undefined) throw new Error('a case is made of at least one signal')
  const tenantId = first.tenant_id
  if (signals.some(s => s.tenant_id !== tenantId)) refuse('signalIds', 'signalIds')
  const unit = unitOf(signals)
  const device = await deviceOf(tx, signals, wanted)
  const made =
    device === undefined
      ? await unregistered(tx, signals, wanted, unit)
      : await registered(tx, device, wanted, unit)
  const awareness = awarenessOf(signals)
  const event = eventOf(signals)
  const parts = [made.parties, made.device, event, awareness]
  const file = {
    reference: wanted.reference,
    ...made.parties.values,
    devices: [made.device.values],
    event: event.values,
    ...awareness.values,
  }
  const fields = caseKind.body.parse({ title: wanted.title ?? titleOf(first), file })
  caseKind.check?.(fields)
  const named = signals.map(s => s.reference).join(', ')
  const reason = `Made of ${named}; ${device === undefined ? 'device not registered' : 'device from the registry'}`
  const { row } = await create(tx, { entity: 'cases', tenantId, reason }, caseKind.columns(fields))
  for (const signal of signals) {
    const values = { case_id: row.id, signal_id: signal.id }
    const link = await create(tx, { entity: 'case_signals', tenantId }, values)
    await followLinks(tx, link.row)
  }
  if (device !== undefined) await linkUnits(tx, row, device, unit)
  return {
    row,
    sources: parts.flatMap(p => p.sources),
    open: parts.flatMap(p => p.open),
  }
}

function refuse(path: string, name: string): never {
  const findings = [deskFindings.make.REFERENCE({ path, place: 'body' }, { name })]
  throw new Problem('invalid-body', { findings })
}

const titleOf = (s: Row<'signals'>) => (s.subject ?? `${s.kind} ${s.reference}`).slice(0, 300)

function unitOf(signals: readonly Row<'signals'>[]): Unit {
  const all = (values: readonly (string | null)[]) => [
    ...new Set(values.flatMap(v => (v === null ? [] : [v]))),
  ]
  return {
    lots: all(signals.map(s => s.lot)),
    serials: all(signals.map(s => s.serial)),
    source: signals.map(s => `Signal ${s.reference}`).join(', '),
  }
}

/** The device that was chosen, or the one on which the signals agree. */
async function deviceOf(
  tx: Tx,
  signals: readonly Row<'signals'>[],
  wanted: CaseWanted,
): Promise<Row<'devices'> | undefined> {
  const ids = new Set(signals.flatMap(s => (s.device_id === null ? [] : [s.device_id])))
  const [only] = ids
  const chosen = wanted.deviceId ?? (ids.size === 1 && wanted.manufacturerId === undefined ? only : undefined)
  if (chosen === undefined) return undefined
  const tenantId = signals[0]?.tenant_id ?? ''
  const row = await tx.db
    .selectFrom('devices')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', chosen)
    .executeTakeFirst()
  return row ?? refuse('deviceId', 'deviceId')
}

interface Made {
  readonly parties: Sourced
  readonly device: Sourced
}

async function registered(tx: Tx, device: Row<'devices'>, wanted: CaseWanted, unit: Unit): Promise<Made> {
  const family = await rowOf(tx, 'device_families', device.family_id)
  const maker = await rowOf(tx, 'organisations', family.manufacturer_id)
  return {
    parties: await partiesOf(tx, maker, wanted.on),
    device: await registeredDevice(tx, device, family, unit, 'file.devices[0]'),
  }
}

async function unregistered(
  tx: Tx,
  signals: readonly Row<'signals'>[],
  wanted: CaseWanted,
  unit: Unit,
): Promise<Made> {
  const { manufacturerId } = wanted
  const told = signals.map(s => readSignalDetails(s.details).deviceName).find(n => n !== null)
  const name = wanted.deviceName ?? told
  if (manufacturerId === undefined || name === undefined || name === null) {
    const missing = manufacturerId === undefined ? 'deviceId' : 'deviceName'
    const findings = [deskFindings.make.MISSING({ path: missing, place: 'body' }, { name: missing })]
    throw new Problem('invalid-body', { findings })
  }
  const tenantId = signals[0]?.tenant_id ?? ''
  const maker = await tx.db
    .selectFrom('organisations')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', manufacturerId)
    .executeTakeFirst()
  if (maker === undefined) refuse('manufacturerId', 'manufacturerId')
  const device = new Sourced('file.devices[0]')
  device.plain('name', name, unit.source)
  device.fact('udiDi', signals.find(s => s.udi_di !== null)?.udi_di ?? undefined, unit.source)
  if (unit.lots.length > 0) device.fact('lots', [...unit.lots], unit.source)
  if (unit.serials.length > 0) device.fact('serialNumbers', [...unit.serials], unit.source)
  device.open.push('The device is not in the registry: class, regulation and markets are not known.')
  return { parties: await partiesOf(tx, maker, wanted.on), device }
}

async function linkUnits(tx: Tx, made: Row<'cases'>, device: Row<'devices'>, unit: Unit): Promise<void> {
  // Which serial belongs to which lot is known only where there is one of each.
  const one = unit.lots.length <= 1 && unit.serials.length <= 1
  const units = one
    ? [{ lot: unit.lots[0] ?? null, serial: unit.serials[0] ?? null }]
    : [
        ...unit.lots.map(lot => ({ lot, serial: null })),
        ...unit.serials.map(serial => ({ lot: null, serial })),
      ]
  for (const u of units) {
    const values = { case_id: made.id, device_id: device.id, ...u }
    await create(tx, { entity: 'case_devices', tenantId: made.tenant_id }, values)
  }
}
