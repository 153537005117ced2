import type { Case } from '@vigie/desk/shapes'
import { Link, useSearchParams } from 'wouter'
import m from '#messages/cases'
import { useFilter } from '../../api/use-filter.js'
import { useList } from '../../api/use-list.js'
import { useRooms } from '../../app/room.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { Filter } from '../../parts/filter.js'
import { Loading } from '../../parts/loading.js'
import { Page } from '../../parts/page.js'
import { ProblemView } from '../../parts/problem-view.js'
import { useWho } from '../../session/session.js'
import { CaseState } from './case-state.js'

const STATES = ['open', 'assessed', 'reported', 'closed'] as const satisfies readonly Case['state'][]

export default function CasesPage() {
  const who = useWho()
  const { all: rooms, chosen } = useRooms()
  const [search] = useSearchParams()
  const q = search.get('q') ?? ''
  const [state, setState] = useFilter('state')
  const [ownerId, setOwner] = useFilter('ownerId')
  const list = useList<Case>(['cases'], '/cases', { tenantId: chosen, state, ownerId, q })
  const narrowed = state !== '' || ownerId !== '' || q !== ''
  const ownerText = (c: Case) => (c.owner === null ? m.nobody : c.owner.id === who.personId ? m.me : m.other)
  const columns: Column<Case>[] = [
    {
      id: 'reference',
      header: m.reference,
      rowHeader: true,
      cell: c => <Link href={`/cases/${c.id}`}>{c.reference}</Link>,
      text: c => c.reference,
    },
    { id: 'title', header: m.caseTitle, cell: c => c.title, text: c => c.title },
    {
      id: 'state',
      header: m.state,
      narrow: true,
      cell: c => <CaseState state={c.state} />,
      text: c => m.states[c.state],
    },
    { id: 'owner', header: m.owner, narrow: true, cell: ownerText, text: ownerText },
  ]
  const nameOfRoom = (c: Case) => rooms.find(r => r.tenantId === c.tenantId)?.name ?? ''
  if (rooms.length > 1) columns.push({ id: 'room', header: m.room, cell: nameOfRoom, text: nameOfRoom })
  return (
    <Page
      title={m.title}
      lead={
        q !== '' && (
          <>
            {m.found(q)} · <Link href="/cases">{m.endSearch}</Link>
          </>
        )
      }
      actions={
        <Link className="button button-primary" href="/cases/new">
          {m.newCase}
        </Link>
      }
    >
      <div className="filters">
        <Filter
          label={m.state}
          value={state}
          onChange={setState}
          any={m.anyState}
          options={STATES.map(s => ({ value: s, label: m.states[s] }))}
        />
        <Filter
          label={m.owner}
          value={ownerId}
          onChange={setOwner}
          any={m.anyone}
          options={[{ value: who.personId, label: m.mine }]}
        />
      </div>
      {list.isPending ? (
        <Loading />
      ) : list.isError ? (
        <ProblemView error={list.error} retry={() => void list.refetch()} />
      ) : (
        <DataTable
          caption={m.caption}
          columns={columns}
          rows={list.rows}
          rowKey={c => c.id}
          exportName="cases"
          all={list.all}
          first={list.first}
          next={list.next}
          empty={
            narrowed ? (
              <p>{m.emptyFiltered}</p>
            ) : (
              <>
                <h2>{m.emptyTitle}</h2>
                <p>{m.empty}</p>
                <Link className="button button-primary" href="/cases/new">
                  {m.newCase}
                </Link>
              </>
            )
          }
        />
      )}
    </Page>
  )
}
