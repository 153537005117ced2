import { useQuery } from '@tanstack/react-query'
import type { BoardChoices } from '@vigie/desk/shapes'
import m from '#messages/board'
import { get } from '../../api/client.js'
import { useFilter } from '../../api/use-filter.js'
import { useRooms } from '../../app/room.js'
import { Filter } from '../../parts/filter.js'
import { useWho } from '../../session/session.js'

const STATES = ['overdue', 'due', 'undetermined'] as const
const same = (values: readonly string[]) => values.map(value => ({ value, label: value }))

/** What the board is narrowed to; it stands in the address of the page. */
export function useBoardFilters() {
  const { chosen } = useRooms()
  const [manufacturer, setManufacturer] = useFilter('manufacturer')
  const [authority, setAuthority] = useFilter('authority')
  const [riskClass, setClass] = useFilter('class')
  const [person, setPerson] = useFilter('person')
  const [state, setState] = useFilter('state')
  return {
    query: {
      manufacturer: manufacturer === '' ? chosen : manufacturer,
      authority,
      class: riskClass,
      person,
      state,
    },
    set: { setManufacturer, setAuthority, setClass, setPerson, setState },
    manufacturer,
    narrowed: [manufacturer, authority, riskClass, person, state].some(v => v !== ''),
  }
}

/** Who may own the cases on the board, by id. */
export function useBoardChoices(manufacturer: string | undefined) {
  return useQuery({
    queryKey: ['board', 'choices', manufacturer],
    queryFn: async () => (await get<BoardChoices>('/board/choices', { manufacturer })).data,
  })
}

export function BoardFilters({ filters }: { readonly filters: ReturnType<typeof useBoardFilters> }) {
  const who = useWho()
  const { all: rooms, chosen } = useRooms()
  const { query, set } = filters
  const choices = useBoardChoices(query.manufacturer).data
  const people = (choices?.people ?? []).filter(p => p.id !== who.personId)
  return (
    <div className="filters">
      {rooms.length > 1 && chosen === undefined && (
        <Filter
          label={m.manufacturer}
          value={filters.manufacturer}
          onChange={set.setManufacturer}
          any={m.any}
          options={rooms.map(r => ({ value: r.tenantId, label: r.name }))}
        />
      )}
      <Filter
        label={m.authority}
        value={query.authority}
        onChange={set.setAuthority}
        any={m.any}
        options={same(choices?.authorities ?? [])}
      />
      <Filter
        label={m.class}
        value={query.class}
        onChange={set.setClass}
        any={m.any}
        options={same(choices?.classes ?? [])}
      />
      <Filter
        label={m.person}
        value={query.person}
        onChange={set.setPerson}
        any={m.everybody}
        options={[
          { value: who.personId, label: m.me },
          ...people.map(p => ({ value: p.id, label: p.name ?? p.id })),
        ]}
      />
      <Filter
        label={m.state}
        value={query.state}
        onChange={set.setState}
        any={m.any}
        options={STATES.map(s => ({ value: s, label: m.states[s] }))}
      />
    </div>
  )
}
