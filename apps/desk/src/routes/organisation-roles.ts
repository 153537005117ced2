import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { inOrder } from '../resources/fault.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { roleDetails, roleFields } from '../resources/role-details.js'
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
  ...roleFields,
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
  check: f => inOrder(['validFrom', f.validFrom], ['validTo', f.validTo]),
  columns: f => ({
    organisation_id: f.organisationId,
    role: f.role,
    valid_from: f.validFrom,
    valid_to: f.validTo,
    details: JSON.stringify({ actsForId: f.actsForId, reporting: f.reporting }),
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    organisationId: row.organisation_id,
    role: row.role,
    ...roleDetails(row.details),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }),
  filters: {
    organisationId: { schema: id, column: 'organisation_id' },
    role: { schema: body.shape.role, column: 'role' },
  },
}

/** What an organisation is: manufacturer, representative, importer, notified body, from when to when. */
export function organisationRoleRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
