import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { day, id } from '../schemas.js'

const body = z.object({
  organisationId: id,
  role: z.enum([
    'manufacturer',
    'eu-ar',
    'uk-rp',
    'ch-rep',
    'importer',
    'distributor',
    'notified-body',
    'supplier',
    'user-facility',
  ]),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
})
type Fields = z.output<typeof body>

const kind: Kind<'organisation_roles', typeof body, Fields> = {
  path: '/organisation-roles',
  tag: 'organisations',
  name: 'OrganisationRole',
  entity: 'organisation_roles',
  body,
  columns: f => ({
    organisation_id: f.organisationId,
    role: f.role,
    valid_from: f.validFrom,
    valid_to: f.validTo,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    organisationId: row.organisation_id,
    role: row.role,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }),
  filters: { organisationId: { schema: id, column: 'organisation_id' } },
}

/** What an organisation is to the tenant: one may be importer and distributor, each from one day to another. */
export function organisationRoleRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
