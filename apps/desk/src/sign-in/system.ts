import { type Actor, INSTALLATION } from '@vigie/record'

/** The installation itself at work: before it is known who asks, and for what belongs to no tenant. */
export const SYSTEM: Actor = { tenantId: INSTALLATION, actorId: INSTALLATION, zone: 'UTC' }
