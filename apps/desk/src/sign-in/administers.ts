import type { Actor } from '@vigie/record'
import { Problem } from '../problem/problem.js'
import type { Principal } from './principal.js'

/** Whether somebody administers a tenant: its own administrator, or one of the installation. */
export const administers = (p: Principal, tenantId: string): boolean =>
  (p.scopes.has('admin') && p.actor.tenantId === tenantId) || p.scopes.has('installation')

/** The actor with whom a tenant is administered, whose trail tells of it; a problem for who may not. */
export function administratorOf(p: Principal, tenantId: string = p.actor.tenantId): Actor {
  if (!administers(p, tenantId)) throw new Problem('forbidden')
  return { ...p.actor, tenantId }
}
