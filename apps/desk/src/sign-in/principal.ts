import type { Actor } from '@vigie/record'
import type { Role, Scope } from './scopes.js'

/** Who asks, proven: the person, the tenant they work in, and what they may do there. */
export interface Principal {
  readonly actor: Actor
  readonly personTenantId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly scopes: ReadonlySet<Scope>
  /**
   * The session, when a cookie proved it; a token has none. `room` is the tenant looked at: that of the actor, or a
   * manufacturer that gave the actor's tenant a mandate. It is a wish of the page and gives no right.
   */
  readonly session?: { readonly id: string; readonly csrfToken: string; readonly room: string }
}

/** A person by the keys of the account, wherever they work. */
export interface Account {
  readonly tenantId: string
  readonly id: string
}

export const accountOf = (p: Principal): Account => ({ tenantId: p.personTenantId, id: p.actor.actorId })

/** The person at work in the tenant that keeps the account, whose trail tells of its sign-ins. */
export const homeOf = (p: Principal): Actor => ({ ...p.actor, tenantId: p.personTenantId })
