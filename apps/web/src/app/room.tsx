import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Room } from '@vigie/desk/shapes'
import { createContext, type ReactNode, useContext } from 'react'
import app from '#messages/app'
import { get, put } from '../api/client.js'
import { useSay } from '../parts/toast.js'
import { SESSION, useWho } from '../session/session.js'

interface Rooms {
  /** Those one may see: one's own and those of memberships and mandates. */
  readonly all: readonly Room[]
  /** The room the lists are narrowed to; undefined for all that one may see from here. */
  readonly chosen: string | undefined
}

const RoomContext = createContext<Rooms>({ all: [], chosen: undefined })

export const useRooms = () => useContext(RoomContext)

export function RoomProvider({ children }: { readonly children: ReactNode }) {
  const who = useWho()
  const rooms = useQuery({
    queryKey: ['rooms'],
    queryFn: async () => (await get<{ items: readonly Room[] }>('/rooms')).data.items,
    staleTime: 300_000,
  })
  const chosen = who.room === who.tenantId ? undefined : who.room
  // Nobody keeps cases in the room of the installation; it has its place among the settings.
  const all = (rooms.data ?? []).filter(r => r.kind !== 'installation' || r.tenantId === who.tenantId)
  return <RoomContext value={{ all, chosen }}>{children}</RoomContext>
}

/** Where one looks; the server keeps it with the session, so that all windows of a person agree. */
export function RoomSwitcher() {
  const who = useWho()
  const { all } = useRooms()
  const client = useQueryClient()
  const say = useSay()
  if (all.length < 2) return <span className="room">{who.tenantName}</span>
  const hasMandates = all.some(r => r.via === 'mandate' && r.mandate?.representativeTenantId === who.tenantId)
  const enter = async (tenantId: string) => {
    try {
      await put('/session/room', { body: { tenantId } })
      await client.invalidateQueries({ queryKey: SESSION })
      await client.invalidateQueries()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <label className="room">
      <span className="unseen">{app.room}</span>
      <select value={who.room} onChange={e => void enter(e.target.value)}>
        {all.map(r => (
          <option key={r.tenantId} value={r.tenantId}>
            {r.tenantId === who.tenantId && hasMandates ? app.allRooms(r.name) : r.name}
          </option>
        ))}
      </select>
    </label>
  )
}
