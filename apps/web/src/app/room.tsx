import { useQuery } from '@tanstack/react-query'
import type { Room } from '@vigie/desk/shapes'
import { createContext, type ReactNode, useContext, useState } from 'react'
import app from '#messages/app'
import { get } from '../api/client.js'

interface Rooms {
  /** Those one may see: one's own and those of mandates. */
  readonly all: readonly Room[]
  /** The room the lists are narrowed to; undefined for all. */
  readonly chosen: string | undefined
  readonly choose: (tenantId: string | undefined) => void
}

const RoomContext = createContext<Rooms>({ all: [], chosen: undefined, choose: () => {} })
const KEY = 'vigie.room'

export const useRooms = () => useContext(RoomContext)

export function RoomProvider({ children }: { readonly children: ReactNode }) {
  const rooms = useQuery({
    queryKey: ['rooms'],
    queryFn: async () => (await get<{ items: readonly Room[] }>('/rooms')).data.items,
    staleTime: 300_000,
  })
  const [wanted, setWanted] = useState(() => sessionStorage.getItem(KEY) ?? undefined)
  const all = rooms.data ?? []
  const choose = (tenantId: string | undefined) => {
    if (tenantId === undefined) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, tenantId)
    setWanted(tenantId)
  }
  // A room that was chosen before and is gone narrows nothing.
  const chosen = all.some(r => r.tenantId === wanted) ? wanted : undefined
  return <RoomContext value={{ all, chosen, choose }}>{children}</RoomContext>
}

/** Which room's cases are shown. With one room there is nothing to choose. */
export function RoomSwitcher() {
  const { all, chosen, choose } = useRooms()
  const [only] = all
  if (only === undefined) return null
  if (all.length === 1) return <span className="room">{only.name}</span>
  return (
    <label className="room">
      <span className="unseen">{app.room}</span>
      <select value={chosen ?? ''} onChange={e => choose(e.target.value === '' ? undefined : e.target.value)}>
        <option value="">{app.allRooms}</option>
        {all.map(r => (
          <option key={r.tenantId} value={r.tenantId}>
            {r.name}
          </option>
        ))}
      </select>
    </label>
  )
}
