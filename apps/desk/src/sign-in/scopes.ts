/** What a person or a token may do. `session` is what only a signed-in person has. */
export const SCOPES = ['read', 'write', 'audit', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

export type Role = 'administrator' | 'responsible-person' | 'author' | 'reviewer' | 'reader' | 'auditor'

/** What each role of a membership may do. */
const OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  administrator: ['read', 'write', 'audit', 'admin'],
  'responsible-person': ['read', 'write', 'audit'],
  author: ['read', 'write'],
  reviewer: ['read'],
  reader: ['read'],
  auditor: ['read', 'audit'],
}

/** All that a person's roles allow together. */
export function scopesOf(roles: readonly Role[]): ReadonlySet<Scope> {
  return new Set(roles.flatMap(role => OF_ROLE[role]))
}
