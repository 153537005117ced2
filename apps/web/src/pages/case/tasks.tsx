import type { Simulation, Task } from '@vigie/desk/shapes'
import m from '#messages/case'
import { dayOrNone } from '../../clocks/why.js'
import { Badge } from '../../parts/badge.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { dayText } from '../../time/format.js'

const byText = (t: Task) => (t.by === null ? t.timing : dayText(t.by))

const TASK_COLUMNS: readonly Column<Task>[] = [
  {
    id: 'title',
    header: m.tasks.name,
    rowHeader: true,
    cell: t => (
      <>
        {t.title}
        {t.about !== null && <div className="quiet">{t.about}</div>}
        {!t.confirmed && (
          <Badge tone="warn" sign="▲">
            {m.tasks.unconfirmed}
          </Badge>
        )}
      </>
    ),
    text: t => (t.about === null ? t.title : `${t.title} (${t.about})`),
  },
  { id: 'by', header: m.tasks.by, cell: byText, text: byText },
  { id: 'to', header: m.tasks.to, cell: t => t.to, text: t => t.to },
  { id: 'owed', header: m.tasks.owedBy, cell: t => t.owedBy, text: t => t.owedBy },
  {
    id: 'law',
    header: m.tasks.law,
    cell: t => <span className="quiet">{t.citation}</span>,
    text: t => t.citation,
  },
]

export function Tasks({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{m.tasks.title}</h2>
      <DataTable
        caption={m.tasks.caption}
        columns={TASK_COLUMNS}
        rows={tasks}
        rowKey={t => JSON.stringify([t.rule, t.to, t.about, t.title])}
        exportName="tasks"
        empty={<p>{m.tasks.empty}</p>}
      />
    </section>
  )
}

const SIMULATION_COLUMNS: readonly Column<Simulation>[] = [
  { id: 'rule', header: m.simulations.rule, rowHeader: true, cell: s => s.title, text: s => s.title },
  { id: 'authority', header: m.simulations.authority, cell: s => s.authority, text: s => s.authority },
  {
    id: 'now',
    header: m.simulations.now,
    cell: s => dayOrNone(s.liveCeiling),
    text: s => s.liveCeiling ?? '',
  },
  { id: 'then', header: m.simulations.would, cell: s => dayOrNone(s.ceiling), text: s => s.ceiling ?? '' },
]

/** What a proposal of law would change, apart from what is due now. */
export function Simulations({ simulations }: { readonly simulations: readonly Simulation[] }) {
  return (
    <section aria-labelledby="simulations">
      <h2 id="simulations">{m.simulations.title}</h2>
      <DataTable
        caption={m.simulations.caption}
        columns={SIMULATION_COLUMNS}
        rows={simulations}
        rowKey={s => JSON.stringify([s.rule, s.authority, s.device])}
        exportName="proposals"
        empty={null}
      />
    </section>
  )
}
