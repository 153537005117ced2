import type { Store } from '@vigie/record'
import type { TestDesk } from '../desk.js'
import type { Someone } from '../people.js'

/** A word that stands in every record of the tenant behind the wall, and nowhere else. */
export const MARK = 'Zwetschgenkernöl'
/** An id that nothing has. */
export const NOWHERE = '01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11'

/** A record behind the wall: its id, a body that is right there, and that of a change where it is another one. */
export interface Inside {
  readonly id: string
  readonly body: object
  readonly change?: object
}

/** The tenant behind the wall while it is filled; each area of the API fills its own part. */
export interface Filling {
  readonly desk: TestDesk
  readonly store: Store
  readonly acme: Someone
  readonly token: string
  /** By collection, `/cases`. */
  readonly filled: Record<string, Inside>
  /** Makes one by POST, keeps it in `filled`, answers its id. */
  make(path: string, body: object, change?: object): Promise<string>
  /** Sends what must succeed; answers the id in the answer. */
  sent(method: string, path: string, options?: Parameters<TestDesk['send']>[2]): Promise<string>
}

export const RECEIVED = { receivedAt: '2026-11-24T09:00:00Z', receivedZone: 'Europe/Berlin', source: MARK }
