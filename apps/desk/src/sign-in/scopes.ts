import type { Meaning } from '@vigie/record'

/**
 * What can be done, as each route names it. What is in no list is refused.
 *
 * | scope | allows |
 * |---|---|
 * | read | to see what the tenant keeps |
 * | write | to make and change cases, devices, organisations, reports |
 * | approve | to review and approve what others wrote |
 * | audit | to read, search and export the audit trail |
 * | admin | people, roles, mandates, settings and alerts of the tenant; nothing of the cases |
 * | installation | to make, rename and close tenants, and to administer each of them |
 */
export const SCOPES = ['read', 'write', 'approve', 'audit', 'admin', 'installation'] as const
export type Scope = (typeof SCOPES)[number]

export const ROLES = [
  'administrator',
  'responsible-person',
  'author',
  'reviewer',
  'reader',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/**
 * What each role of a membership may do. A person has the sum of their roles. `installation` is in no row: it belongs to
 * who is administrator in the room of the installation itself.
 */
export const OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  administrator: ['read', 'audit', 'admin'],
  'responsible-person': ['read', 'write', 'approve', 'audit'],
  author: ['read', 'write'],
  reviewer: ['read', 'approve'],
  reader: ['read'],
  auditor: ['read', 'audit'],
}

/** What a signature takes beside the proof of who signs. `responsibility` takes the role of that name as well. */
export const OF_MEANING: Readonly<Record<Meaning, Scope>> = {
  author: 'write',
  review: 'approve',
  approval: 'approve',
  responsibility: 'approve',
  verification: 'approve',
  rejection: 'approve',
  revocation: 'approve',
}

/** Whether somebody with these roles may sign with a meaning. */
export function maySign(roles: readonly Role[], meaning: Meaning): boolean {
  if (meaning === 'responsibility' && !roles.includes('responsible-person')) return false
  return scopesOf(roles).has(OF_MEANING[meaning])
}

/** All that a person's roles allow together. */
export function scopesOf(roles: readonly Role[]): ReadonlySet<Scope> {
  return new Set(roles.flatMap(role => OF_ROLE[role]))
}
