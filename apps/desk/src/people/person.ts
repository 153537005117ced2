import { z } from '@hono/zod-openapi'
import type { Json } from '@vigie/kernel'
import type { Row } from '@vigie/record'
import { asJson } from '../resources/kind.js'
import { id, line, zone } from '../schemas.js'
import { ROLES, type Role } from '../sign-in/scopes.js'

/** What an administrator changes of an account. The address stays for ever; an account is never deleted. */
export const personBody = z.object({
  name: line(200).openapi({ description: 'As it shall stand in print beside a signature.' }),
  zone,
  state: z.enum(['active', 'deactivated']),
})

export const person = z
  .object({
    id,
    tenantId: id.openapi({ description: 'The tenant that keeps the account.' }),
    version: z.number().int(),
    email: z.string(),
    name: z.string(),
    zone: z.string(),
    service: z.boolean(),
    state: z.enum(['invited', 'active', 'deactivated']),
    roles: z.array(z.enum(ROLES)).openapi({ description: 'In the tenant that was asked for.' }),
  })
  .openapi('Person')

export function personView(row: Row<'people'>, roles: readonly Role[]): z.output<typeof person> {
  const { id, tenant_id, version, email, name, zone, service, state } = row
  return { id, tenantId: tenant_id, version, email, name, zone, service, state, roles: [...roles] }
}

export const personFields = ({ name, zone, state }: Row<'people'>): Json => asJson({ name, zone, state })
