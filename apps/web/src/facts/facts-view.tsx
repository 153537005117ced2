import m from '#messages/facts'
import { Badge } from '../parts/badge.js'
import { type Column, DataTable } from '../parts/data-table.js'
import { dayText } from '../time/format.js'
import { nameOf } from './names.js'
import { getAt, pathText } from './path.js'
import { type FactRow, momentText, rowsOf } from './rows.js'
import type { Field } from './shape.js'

const isGroup = ({ shape }: Field) =>
  shape.kind === 'group' || shape.kind === 'open' || (shape.kind === 'list' && shape.of.kind === 'group')

/** The facts of a case, subject by subject: what is said, how sure, by whom, learnt when. */
export function FactsView({ fields, file }: { readonly fields: readonly Field[]; readonly file: unknown }) {
  const plain = fields.filter(f => !isGroup(f))
  const general = plain.flatMap(f => rowsOf(f, getAt(file, [f.key]), [f.key], [nameOf(f.key)]))
  return (
    <>
      <Subject name={m.general} rows={general} />
      {fields.filter(isGroup).map(f => (
        <Subject key={f.key} name={nameOf(f.key)} rows={rowsOf(f, getAt(file, [f.key]), [f.key])} />
      ))}
    </>
  )
}

function Subject({ name, rows }: { readonly name: string; readonly rows: readonly FactRow[] }) {
  if (rows.length === 0) return null
  const columns: readonly Column<FactRow>[] = [
    { id: 'fact', header: m.fact, rowHeader: true, cell: r => r.name, text: r => r.name },
    {
      id: 'value',
      header: m.value,
      cell: r => (r.state === 'known' ? <span className="value">{r.text}</span> : <Missing row={r} />),
      text: r => r.text,
    },
    { id: 'source', header: m.source, cell: r => r.source ?? '', text: r => r.source ?? '' },
    {
      id: 'learnt',
      header: m.learnt,
      cell: r => (r.learnt === undefined ? '' : momentText(r.learnt)),
      text: r => r.learnt ?? '',
    },
  ]
  const hasSources = rows.some(r => r.source !== undefined || r.learnt !== undefined)
  return (
    <section className="subject">
      <h2>{name}</h2>
      <DataTable
        caption={m.caption(name)}
        columns={hasSources ? columns : columns.slice(0, 2)}
        rows={rows}
        rowKey={r => pathText(r.path)}
        exportName={`facts-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`}
        empty={null}
      />
    </section>
  )
}

function Missing({ row }: { readonly row: FactRow }) {
  const text = row.askedOn === undefined ? row.text : m.askedOnDay(dayText(row.askedOn))
  return (
    <Badge
      tone={row.state === 'not-applicable' ? 'neutral' : 'open'}
      sign={row.state === 'not-applicable' ? '–' : '?'}
    >
      {text}
    </Badge>
  )
}
