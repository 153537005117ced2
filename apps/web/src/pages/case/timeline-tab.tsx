import type { AuditEvent } from '@vigie/desk/shapes'
import m from '#messages/case'
import conflict from '#messages/parts'
import { stepsOf } from '../../api/merge.js'
import { useList } from '../../api/use-list.js'
import { nameOf } from '../../facts/names.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { Loading } from '../../parts/loading.js'
import { ProblemView } from '../../parts/problem-view.js'
import { useWho } from '../../session/session.js'
import { instantText } from '../../time/format.js'
import { caseKey } from './case-data.js'

/** Every change of the case and of its duties, with who, when, why, before and after. */
export function TimelineTab({ caseId }: { readonly caseId: string }) {
  const { zone } = useWho()
  const list = useList<AuditEvent>([...caseKey(caseId), 'history'], `/cases/${caseId}/history`)
  if (list.isPending) return <Loading />
  if (list.isError) return <ProblemView error={list.error} retry={() => void list.refetch()} />
  const what = (e: AuditEvent) =>
    `${m.timeline.actions[e.action]}: ${m.timeline.entities[e.entity] ?? e.entity}`
  const columns: readonly Column<AuditEvent>[] = [
    {
      id: 'when',
      header: m.timeline.when,
      narrow: true,
      cell: e => instantText(e.at, zone),
      text: e => e.at,
    },
    {
      id: 'what',
      header: m.timeline.what,
      rowHeader: true,
      cell: what,
      text: what,
    },
    {
      id: 'who',
      header: m.timeline.who,
      cell: e => e.actorName ?? m.timeline.somebody,
      text: e => e.actorName ?? e.actorId,
    },
    { id: 'why', header: m.timeline.why, cell: e => e.reason ?? '', text: e => e.reason ?? '' },
    { id: 'seq', header: m.timeline.seq, narrow: true, cell: e => e.seq, text: e => String(e.seq) },
  ]
  return (
    <DataTable
      caption={m.timeline.caption}
      columns={columns}
      rows={list.rows}
      rowKey={e => String(e.seq)}
      exportName="timeline"
      all={list.all}
      first={list.first}
      next={list.next}
      detail={e => (e.changes.length === 0 ? null : <Changes event={e} />)}
      detailLabel={e => m.timeline.changes(e.seq)}
      empty={<p>{m.timeline.empty}</p>}
    />
  )
}

function Changes({ event }: { readonly event: AuditEvent }) {
  return (
    <dl className="facts">
      {event.changes.map(c => (
        <div key={c.path} className="change">
          <dt>{stepsOf(c.path).map(nameOf).join(' › ')}</dt>
          <dd className="value">
            {event.action === 'change' && `${shown(c.before)} → `}
            {shown(c.after)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const shown = (value: unknown): string =>
  value === undefined || value === null
    ? conflict.conflict.empty
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, 1)
