import { INSTALLATION, type Tx } from '@vigie/record'
import type { Account } from './principal.js'
import { type Room, roomsOf } from './rooms.js'

/** Where somebody works after entering a room, and what they look at. */
export interface Place {
  /** The tenant whose role one acts in: of a membership. */
  readonly tenantId: string
  /** The tenant looked at; another one than `tenantId` with a mandate. */
  readonly room: string
}

const placeOf = (room: Room): Place => ({
  tenantId: room.mandate?.representativeTenantId ?? room.tenantId,
  room: room.tenantId,
})

/** The place in a wanted room, or in the first one when none is named; undefined where nothing lets the person in. */
export async function placeIn(tx: Tx, person: Account, wanted?: string): Promise<Place | undefined> {
  const rooms = await roomsOf(tx, person)
  const found =
    wanted === undefined
      ? (rooms.find(r => r.mandate === null && r.tenantId !== INSTALLATION) ?? rooms[0])
      : // A role of one's own there goes before a mandate.
        (rooms.find(r => r.tenantId === wanted && r.mandate === null) ??
        rooms.find(r => r.tenantId === wanted && r.mandate?.mayWrite === true) ??
        rooms.find(r => r.tenantId === wanted))
  return found && placeOf(found)
}
