import { z } from '@hono/zod-openapi'
import type { Row, Tx } from '@vigie/record'
import { Problem } from '../problem/problem.js'
import { email, line, zone } from '../schemas.js'

const ROLES = ['responsible-person', 'reviewer'] as const

/**
 * How a tenant works. Every change is a version of the tenant with its event; a newer program adds fields with a value
 * that changes nothing for whoever has not set them.
 */
export const settings = z
  .strictObject({
    zone: zone
      .default('UTC')
      .openapi({ description: 'For days and hours that belong to nobody in particular.' }),
    language: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'not a language such as en or de-CH')
      .default('en'),
    fourEyes: z
      .strictObject({
        reports: z.boolean().default(true),
        caseClosure: z.boolean().default(false),
        settings: z.boolean().default(false),
      })
      .prefault({})
      .openapi({ description: 'What takes the approval of somebody who did not write it.' }),
    review: z
      .strictObject({
        approvals: z.number().int().min(1).max(3).default(1),
        by: z.array(z.enum(ROLES)).min(1).max(ROLES.length).default(['responsible-person', 'reviewer']),
        overrideAllowed: z.boolean().default(true),
      })
      .prefault({})
      .openapi({
        description:
          'How many approvals are needed, from which roles, and whether an emergency may override it with a reason.',
      }),
    mail: z
      .strictObject({
        senderName: line(200).nullable().default(null),
        senderAddress: email.nullable().default(null),
        replyTo: email.nullable().default(null),
      })
      .prefault({}),
  })
  .openapi('Settings')
export type Settings = z.output<typeof settings>

/** The settings in a row of a tenant; what was never set has its default. */
export const settingsIn = (row: Pick<Row<'tenants'>, 'settings'>): Settings => settings.parse(row.settings)

/** The settings of a tenant that the one at work may see; a problem `not-found` for another. */
export async function settingsOf(tx: Tx, tenantId: string): Promise<Settings> {
  const row = await tx.db
    .selectFrom('tenants')
    .select('settings')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return settingsIn(row)
}
