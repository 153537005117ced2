import { z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import type { Kind } from '../resources/kind.js'
import { organisationDetails, readOrganisationDetails } from '../resources/organisation-details.js'
import { registerKind } from '../resources/register.js'
import { country, line } from '../schemas.js'

const body = z.object({
  name: line(200),
  country,
  srn: line(50).nullable().default(null),
  chrn: line(50).nullable().default(null),
  ...organisationDetails,
  state: z.enum(['active', 'ended']).default('active'),
})
type Fields = z.output<typeof body>

export { body as organisationBody }

const kind: Kind<'organisations', typeof body, Fields> = {
  path: '/organisations',
  tag: 'organisations',
  name: 'Organisation',
  entity: 'organisations',
  body,
  columns: ({ name, country, srn, chrn, state, ...details }) => ({
    name,
    country,
    srn,
    chrn,
    state,
    details: JSON.stringify(details),
  }),
  keys: (row: Row<'organisations'>) => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: ({ name, country, srn, chrn, details, state }) => ({
    name,
    country,
    srn,
    chrn,
    ...readOrganisationDetails(details),
    state,
  }),
  filters: { country: { schema: country, column: 'country' } },
}

/** Economic operators as they are known to a tenant. */
export function organisationRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
