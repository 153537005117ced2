import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { endInvitation, type InvitationRow, makeInvitation, rolesOf } from '../people/invitations.js'
import { Problem } from '../problem/problem.js'
import {
  answer,
  body,
  email,
  id,
  idPath,
  line,
  page,
  pageQuery,
  refusal,
  tenantId,
  zone,
} from '../schemas.js'
import { administratorOf } from '../sign-in/administers.js'
import { ROLES } from '../sign-in/scopes.js'

const invitation = z
  .object({
    id,
    tenantId: id,
    kind: z.enum(['account', 'credential']),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    madeAt: z.string(),
    endsAt: z.string(),
    state: z.enum(['open', 'used', 'revoked', 'over']),
  })
  .openapi('Invitation')

/** Made once: the secret is in the part of the link that browsers send to no server. */
export const invitationWithLink = invitation
  .extend({
    secret: z.string().openapi({ description: 'For POST /join; shown this once.' }),
    link: z.string().openapi({ description: 'The same for a person: give it to nobody else.' }),
  })
  .openapi('InvitationWithLink')

export function invitationView(row: InvitationRow, now: number): z.output<typeof invitation> {
  const over = Date.parse(row.ends_at) <= now ? 'over' : 'open'
  return {
    id: row.id,
    tenantId: row.tenant_id,
    kind: row.kind,
    email: row.email,
    name: row.name,
    roles: [...rolesOf(row)],
    madeAt: row.made_at,
    endsAt: row.ends_at,
    state: row.used_at !== null ? 'used' : row.revoked_at !== null ? 'revoked' : over,
  }
}

const common = (s: Services) => ({ tags: ['people'], ...access(s, ['admin', 'installation']) })
const list = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'get',
    path: '/invitations',
    summary: 'Who was invited into a tenant, newest first',
    request: { query: z.strictObject({ ...pageQuery, tenantId }) },
    responses: { 200: answer(page(invitation), 'A page, without secrets.'), ...refusal },
  })
const post = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'post',
    path: '/invitations',
    summary: 'Invite somebody by a link for one use; who has an account elsewhere takes it with that one',
    request: {
      body: body(
        z
          .strictObject({
            email,
            name: line(200),
            zone,
            roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
            tenantId,
          })
          .openapi('NewInvitation'),
      ),
    },
    responses: { 201: answer(invitationWithLink, 'Made.'), ...refusal },
  })
const remove = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'delete',
    path: '/invitations/{id}',
    summary: 'Revoke an invitation into the own tenant',
    request: { params: idPath },
    responses: { 204: { description: 'Revoked.' }, ...refusal },
  })

export function invitationRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { limit, cursor, tenantId } = c.req.valid('query')
    const actor = administratorOf(c.get('principal'), tenantId)
    const before = readCursor(cursor, idPlace)
    const rows = await s.store.withInstallation(actor, tx => {
      const all = tx.db.selectFrom('invitations').selectAll().where('tenant_id', '=', actor.tenantId)
      const from = before === undefined ? all : all.where('id', '<', before)
      return from
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    })
    return c.json(
      pageOf(
        rows,
        limit,
        row => invitationView(row, s.clock()),
        last => [last.id],
      ),
      200,
    )
  })
  app.openapi(post(s), async c => {
    const { tenantId, ...who } = c.req.valid('json')
    const actor = administratorOf(c.get('principal'), tenantId)
    const now = s.clock()
    const { row, secret } = await s.store.withInstallation(actor, async tx => {
      const mine = await tx.db
        .selectFrom('people')
        .select('id')
        .where('tenant_id', '=', actor.tenantId)
        .where(sql`lower(email)`, '=', who.email.toLowerCase())
        .executeTakeFirst()
      // Of its own people a tenant may be told; whether an address has an account elsewhere it is not.
      if (mine !== undefined) throw new Problem('duplicate')
      return makeInvitation(tx, who, { now, life: s.config.invitationLife, random: s.random })
    })
    return c.json({ ...invitationView(row, now), secret, link: linkOf(s, secret) }, 201)
  })
  app.openapi(remove(s), async c => {
    const { actor } = c.get('principal')
    const { id } = c.req.valid('param')
    const done = await s.store.withInstallation(administratorOf(c.get('principal'), actor.tenantId), tx =>
      endInvitation(tx, id, 'revoked_at', s.clock()),
    )
    if (!done) throw new Problem('not-found')
    return c.body(null, 204)
  })
}

/** The address of the page that takes an invitation. */
export const linkOf = (s: Services, secret: string): string => `${s.config.origins[0] ?? ''}/join#${secret}`
