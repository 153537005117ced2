import type { Json } from '@vigie/kernel'
import type { Row, Tx } from '@vigie/record'
import { readOrganisationDetails } from '../../resources/organisation-details.js'
import { roleDetails } from '../../resources/role-details.js'
import { Sourced } from './sourced.js'

/** An organisation as a case file writes it. */
export function partyOf(row: Row<'organisations'>): { [name: string]: Json } {
  const { address, contact } = readOrganisationDetails(row.details)
  return {
    name: row.name,
    country: row.country,
    ...(row.srn === null ? {} : { srn: row.srn }),
    ...(row.chrn === null ? {} : { chrn: row.chrn }),
    ...(address === null ? {} : { address }),
    ...(contact === null ? {} : { contact }),
  }
}

const FIELDS = {
  'eu-ar': 'authorisedRepresentative',
  'uk-rp': 'ukResponsiblePerson',
  'ch-rep': 'swissRepresentative',
} as const

/** Manufacturer, representatives, importers and distributors from the registry, as of a day. */
export async function partiesOf(tx: Tx, maker: Row<'organisations'>, on: string): Promise<Sourced> {
  const out = new Sourced('file')
  out.plain('manufacturer', partyOf(maker), `Organisations: ${maker.name}`)
  const roles = await tx.db
    .selectFrom('organisation_roles')
    .selectAll()
    .where('tenant_id', '=', maker.tenant_id)
    .where('role', 'in', ['eu-ar', 'uk-rp', 'ch-rep', 'importer', 'distributor'])
    .where(eb => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', on)]))
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .orderBy('id')
    .execute()
  const ours = roles.filter(r => roleDetails(r.details).actsForId === maker.id)
  const organisations =
    ours.length === 0
      ? []
      : await tx.db
          .selectFrom('organisations')
          .selectAll()
          .where('tenant_id', '=', maker.tenant_id)
          .where(
            'id',
            'in',
            ours.map(r => r.organisation_id),
          )
          .execute()
  const byId = new Map(organisations.map(o => [o.id, o]))
  const lists: Record<'importers' | 'distributors', Json[]> = { importers: [], distributors: [] }
  for (const role of ours) {
    const row = byId.get(role.organisation_id)
    if (row === undefined) continue
    if (role.role === 'importer') lists.importers.push(partyOf(row))
    else if (role.role === 'distributor') lists.distributors.push(partyOf(row))
    else if (role.role === 'eu-ar' || role.role === 'uk-rp' || role.role === 'ch-rep') {
      addRepresentative(out, FIELDS[role.role], row, roleDetails(role.details).reporting)
    }
  }
  for (const [name, list] of Object.entries(lists)) {
    if (list.length > 0) out.plain(name, list, 'Organisations: roles')
  }
  return out
}

function addRepresentative(
  out: Sourced,
  field: string,
  row: Row<'organisations'>,
  reporting: string | null,
): void {
  if (field in out.values) {
    out.open.push(
      `There is more than one ${field} for this manufacturer: ${row.name} was left out. Check the roles.`,
    )
    return
  }
  const source = `Organisations: role of ${row.name}`
  const reports = reporting === null ? undefined : reporting === 'representative-reports'
  const submits = reports === undefined ? {} : { submitsReports: { value: reports, source } }
  out.plain(field, { ...partyOf(row), ...submits }, source)
}
