import { createRoute, z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { settings, settingsIn } from '../people/settings.js'
import { Problem } from '../problem/problem.js'
import { changeRecord } from '../resources/change-record.js'
import { asJson } from '../resources/kind.js'
import { answer, body, id, ifMatch, reason, refusal, tenantId } from '../schemas.js'
import { administratorOf } from '../sign-in/administers.js'

const shown = z.object({ tenantId: id, version: z.number().int(), settings }).openapi('TenantSettings')
const view = (row: Row<'tenants'>) => ({
  tenantId: row.tenant_id,
  version: row.version,
  settings: settingsIn(row),
})

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/settings',
    summary: 'How a tenant works: zone, language, four eyes, review, mail sender',
    tags: ['settings'],
    ...access(s, 'read'),
    request: { query: z.strictObject({ tenantId }) },
    responses: { 200: answer(shown, 'The settings; the version of the tenant is the ETag.'), ...refusal },
  })
const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/settings',
    summary: 'Change them; all are replaced',
    tags: ['settings'],
    ...access(s, ['admin', 'installation']),
    request: {
      headers: ifMatch,
      body: body(z.strictObject({ settings, tenantId, reason }).openapi('SettingsChange')),
    },
    responses: { 200: answer(shown, 'Changed, with the new version as ETag.'), ...refusal },
  })

export function settingsRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { actor } = c.get('principal')
    const { tenantId = actor.tenantId } = c.req.valid('query')
    const row = await s.store.withTenant(actor, tx =>
      tx.db.selectFrom('tenants').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst(),
    )
    if (row === undefined) throw new Problem('not-found')
    c.header('etag', etagOf(row.version))
    return c.json(view(row), 200)
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { settings, tenantId, reason: why } = c.req.valid('json')
    const actor = administratorOf(c.get('principal'), tenantId)
    const id = actor.tenantId
    const target = { entity: 'tenants', id, tenantId: id, expectedVersion: version } as const
    const about = {
      sent: asJson({ settings }),
      version: (row: Row<'tenants'>) => row.version,
      fields: (row: Row<'tenants'>) => asJson({ settings: settingsIn(row) }),
      view: (row: Row<'tenants'>) => asJson(view(row)),
    }
    const row = await s.store.withInstallation(actor, tx =>
      changeRecord(
        tx,
        why === undefined ? target : { ...target, reason: why },
        () => ({ settings: JSON.stringify(settings) }),
        about,
      ),
    )
    c.header('etag', etagOf(row.version))
    return c.json(view(row), 200)
  })
}
