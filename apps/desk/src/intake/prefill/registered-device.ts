import { parseCountry } from '@vigie/codes'
import { RISK_CLASSES } from '@vigie/facts'
import type { Row, Tx } from '@vigie/record'
import { readOrganisationDetails } from '../../resources/organisation-details.js'
import { readTraits } from '../../resources/traits.js'
import { Sourced } from './sourced.js'

export interface Unit {
  readonly lots: readonly string[]
  readonly serials: readonly string[]
  readonly source: string
}

const REGISTRY = 'Device registry'
const CLASSES: ReadonlySet<string> = new Set(Object.values(RISK_CLASSES).flat())

/** A device of a case file from the registry: family, certificates with notified bodies, markets. */
export async function registeredDevice(
  tx: Tx,
  device: Row<'devices'>,
  family: Row<'device_families'>,
  unit: Unit,
  path: string,
): Promise<Sourced> {
  const out = new Sourced(path)
  const of = `${REGISTRY}: ${device.name}`
  out.plain('name', device.name, of)
  out.plain('catalogue', device.catalogue_number?.slice(0, 50), of)
  out.fact('udiDi', device.udi_di ?? undefined, of)
  const ofFamily = `${REGISTRY}: family ${family.name}`
  out.fact('basicUdiDi', family.basic_udi_di ?? undefined, ofFamily)
  out.fact('regulation', family.law === 'other' ? undefined : family.law.toUpperCase(), ofFamily)
  const { risk_class: riskClass } = family
  if (riskClass !== null && !CLASSES.has(riskClass)) {
    out.open.push(
      `The registry has the class ${riskClass}, which no regulation knows: set the class in the case.`,
    )
  } else out.fact('riskClass', riskClass ?? undefined, ofFamily)
  out.plain('emdn', family.emdn ?? undefined, ofFamily)
  for (const [trait, yes] of Object.entries(readTraits(family.details))) out.fact(trait, yes, ofFamily)
  if (unit.lots.length > 0) out.fact('lots', [...unit.lots], unit.source)
  if (unit.serials.length > 0) out.fact('serialNumbers', [...unit.serials], unit.source)
  await addMarkets(tx, device, out)
  await addCertificates(tx, family, out)
  return out
}

async function addMarkets(tx: Tx, device: Row<'devices'>, out: Sourced): Promise<void> {
  const rows = await tx.db
    .selectFrom('markets')
    .selectAll()
    .where('tenant_id', '=', device.tenant_id)
    .where('device_id', '=', device.id)
    .orderBy('country')
    .execute()
  const unread = rows.filter(r => parseCountry(r.country) === undefined && r.country !== 'UK')
  for (const { country } of unread)
    out.open.push(`The registry has the market ${country}, which is no country code.`)
  const known = rows.filter(r => !unread.includes(r))
  const ended = known.filter(r => r.valid_to !== null).map(r => r.country)
  // Units stay in use after the last sale, so a market that ended still counts until a person says otherwise.
  const note = ended.length === 0 ? '' : `; sales ended in ${[...new Set(ended)].join(', ')}`
  const countries = [...new Set(known.map(r => r.country))]
  if (countries.length > 0) out.fact('markets', countries, `${REGISTRY}: markets of ${device.name}${note}`)
  else out.open.push('The registry has no markets of this device: say where it is sold.')
}

/** A case file names two notified bodies at most; the newest certificates come first. */
const MOST_BODIES = 2

async function addCertificates(tx: Tx, family: Row<'device_families'>, out: Sourced): Promise<void> {
  const rows = await tx.db
    .selectFrom('certificates as c')
    .leftJoin('organisations as o', j =>
      j.onRef('o.tenant_id', '=', 'c.tenant_id').onRef('o.id', '=', 'c.notified_body_id'),
    )
    .select(['c.number', 'c.state', 'c.valid_from', 'o.details', 'o.name'])
    .where('c.tenant_id', '=', family.tenant_id)
    .where('c.family_id', '=', family.id)
    .where('c.state', '<>', 'withdrawn')
    .orderBy('c.valid_from', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  const bodies = new Map<string, string[]>()
  for (const row of rows) {
    const id = row.details === null ? null : readOrganisationDetails(row.details).notifiedBodyNumber
    if (id === null)
      out.open.push(`Certificate ${row.number}: the number of the notified body is not in the registry.`)
    else if (row.number.length <= 50) bodies.set(id, [...(bodies.get(id) ?? []), row.number])
    if (row.state !== 'valid') out.open.push(`Certificate ${row.number} is ${row.state}.`)
  }
  const named = [...bodies].slice(0, MOST_BODIES).map(([id, certificates]) => ({ id, certificates }))
  if (named.length > 0) out.plain('notifiedBodies', named, `${REGISTRY}: certificates of ${family.name}`)
}
