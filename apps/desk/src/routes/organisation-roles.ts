import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { inOrder } from '../resources/fault.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { day, id } from '../schemas.js'

const details = z.object({
  actsForId: z.string().nullable().catch(null).default(null),
  reporting: z
    .enum(['representative-reports', 'manufacturer-reports', 'copy-only'])
    .nullable()
    .catch(null)
    .default(null),
})
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
  actsForId: id
    .nullable()
    .default(null)
    .openapi({ description: 'The organisation it acts for: the manufacturer of a representative.' }),
  reporting: z
    .enum(['representative-reports', 'manufacturer-reports', 'copy-only'])
    .nullable()
    .default(null)
    .openapi({ description: 'Of a representative: who sends the reports, as its mandate says.' }),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
})
type Fields = z.output<typeof body>

/** What a role row keeps beside its columns. */
export const roleDetails = (value: unknown) => details.parse(value)

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
