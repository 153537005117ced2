import type { Clock, Page as PageOf } from '@vigie/desk/shapes'
import { Link } from 'wouter'
import m from '#messages/board'
import cases from '#messages/cases'
import { useList } from '../../api/use-list.js'
import { useLive } from '../../api/use-live.js'
import { useRooms } from '../../app/room.js'
import { reportName, Why } from '../../clocks/why.js'
import { DataTable } from '../../parts/data-table.js'
import { Loading } from '../../parts/loading.js'
import { Page } from '../../parts/page.js'
import { ProblemView } from '../../parts/problem-view.js'
import { useWho } from '../../session/session.js'
import { dayText } from '../../time/format.js'
import { boardColumns } from './board-columns.js'
import { BoardFilters, useBoardChoices, useBoardFilters } from './board-filters.js'

const BOARD = ['board']
type BoardPageOf = PageOf<Clock> & { readonly today: string }

/** Every clock that runs in the rooms one may see: overdue and nearest first. */
export default function BoardPage() {
  const who = useWho()
  const { all: rooms } = useRooms()
  const filters = useBoardFilters()
  const list = useList<Clock, BoardPageOf>(BOARD, '/board', filters.query)
  const live = useLive('/board/events', BOARD)
  const choices = useBoardChoices(filters.query.manufacturer).data
  const personName = (id: string | null) =>
    id === null ? m.nobody : id === who.personId ? m.me : (choices?.people.find(p => p.id === id)?.name ?? id)
  const overdue = list.rows.filter(c => c.overdue).length
  return (
    <Page
      title={m.title}
      lead={
        list.data !== undefined && (
          <>
            {m.today(dayText(list.data.today))} {overdue > 0 && <strong>{m.overdueCount(overdue)}</strong>}{' '}
            {live ? m.live : m.polling}
          </>
        )
      }
      actions={
        <Link className="button button-primary" href="/cases/new">
          {cases.newCase}
        </Link>
      }
    >
      <BoardFilters filters={filters} />
      {list.isPending ? (
        <Loading />
      ) : list.isError ? (
        <ProblemView error={list.error} retry={() => void list.refetch()} />
      ) : (
        <DataTable
          caption={m.caption}
          columns={boardColumns({ personName, severalRooms: rooms.length > 1 })}
          rows={list.rows}
          rowKey={c => c.obligationId}
          exportName={`board-${list.data.today}`}
          all={list.all}
          first={list.first}
          next={list.next}
          detail={c => <ClockDetail clock={c} />}
          detailLabel={c => m.whyOf(reportName(c.report), c.caseReference)}
          empty={filters.narrowed ? <p>{m.emptyFiltered}</p> : <EmptyBoard />}
        />
      )}
    </Page>
  )
}

function ClockDetail({ clock }: { readonly clock: Clock }) {
  const isOpen = clock.outcome === 'undetermined' || clock.report.classification === 'undetermined'
  return (
    <>
      {isOpen && (
        <p>
          <Link href={`/cases/${clock.caseId}?tab=questions`}>{m.openQuestions}</Link>
        </p>
      )}
      <Why report={clock.report} />
    </>
  )
}

function EmptyBoard() {
  return (
    <>
      <h2>{m.emptyTitle}</h2>
      <p>{m.empty}</p>
      <Link className="button button-primary" href="/cases/new">
        {cases.newCase}
      </Link>
    </>
  )
}
