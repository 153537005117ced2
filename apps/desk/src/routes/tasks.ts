import { z } from '@hono/zod-openapi'
import { ENTITIES } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { day, id, line } from '../schemas.js'

const body = z.object({
  title: line(300),
  about: z
    .strictObject({ entity: z.enum(ENTITIES), id })
    .nullable()
    .default(null)
    .openapi({ description: 'The record it is about.' }),
  assignee: z.strictObject({ tenantId: id, id }).nullable().default(null),
  due: day.nullable().default(null),
  state: z.enum(['open', 'done', 'dropped']).default('open'),
})
type Fields = z.output<typeof body>

const entity = z.enum(ENTITIES)

const kind: Kind<'tasks', typeof body, Fields> = {
  path: '/tasks',
  tag: 'tasks',
  name: 'Task',
  entity: 'tasks',
  body,
  columns: f => ({
    title: f.title,
    entity: f.about?.entity ?? null,
    entity_id: f.about?.id ?? null,
    assignee_tenant_id: f.assignee?.tenantId ?? null,
    assignee_id: f.assignee?.id ?? null,
    due_on: f.due,
    state: f.state,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    title: row.title,
    about: row.entity_id === null ? null : { entity: entity.parse(row.entity), id: row.entity_id },
    assignee:
      row.assignee_tenant_id === null || row.assignee_id === null
        ? null
        : { tenantId: row.assignee_tenant_id, id: row.assignee_id },
    due: row.due_on,
    state: row.state,
  }),
  names: { due_on: 'due', entity: 'about', entity_id: 'about' },
  filters: {
    state: { schema: z.enum(['open', 'done', 'dropped']), column: 'state' },
    assigneeId: { schema: id, column: 'assignee_id' },
    entityId: { schema: id, column: 'entity_id' },
  },
}

/** Tasks: what somebody is to do, about which record, by when. */
export function taskRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
