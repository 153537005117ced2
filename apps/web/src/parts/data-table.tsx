import { type ReactNode, useId, useState } from 'react'
import { Link } from 'wouter'
import m from '#messages/parts'
import { Button } from './button.js'
import { csvOf, saveFile } from './export.js'
import { useSay } from './toast.js'

export interface Column<T> {
  readonly id: string
  readonly header: string
  readonly cell: (row: T) => ReactNode
  /** The cell as plain text, for the export. */
  readonly text: (row: T) => string
  /** The address that sorts by this column. */
  readonly sortHref?: string
  readonly sorted?: 'ascending' | 'descending' | undefined
  /** The cell names its row. */
  readonly rowHeader?: boolean
  readonly narrow?: boolean
}

interface Props<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  /** In place of the table when there is nothing: what would be here, and how it gets here. */
  readonly empty: ReactNode
  /** Name of the exported file, without ending. */
  readonly exportName: string
  /** All rows, of all pages, for the export; the rows shown when absent. */
  readonly all?: () => Promise<readonly T[]>
  /** Addresses of the first and the next page. */
  readonly first?: string | undefined
  readonly next?: string | undefined
  /** More about a row, shown below it when somebody opens it; null where there is no more. */
  readonly detail?: (row: T) => ReactNode
  /** What the button that opens it says. */
  readonly detailLabel?: (row: T) => string
}

/** A list as a plain table: paged and sorted by the server, by links. */
export function DataTable<T>(props: Props<T>) {
  const { caption, columns, rows, rowKey, empty, detail } = props
  if (rows.length === 0 && props.first === undefined) return <div className="empty">{empty}</div>
  return (
    <div className="table-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {detail !== undefined && (
                <th scope="col" className="opener">
                  <span className="unseen">{m.table.more}</span>
                </th>
              )}
              {columns.map(c => (
                <th key={c.id} scope="col" aria-sort={c.sorted} className={narrow(c)}>
                  {c.sortHref === undefined ? c.header : <Link href={c.sortHref}>{c.header}</Link>}
                </th>
              ))}
            </tr>
          </thead>
          {rows.map(row => (
            <TableRow key={rowKey(row)} row={row} {...props} />
          ))}
        </table>
      </section>
      <TableFoot {...props} />
    </div>
  )
}

const narrow = (column: { readonly narrow?: boolean }) => (column.narrow === true ? 'narrow' : undefined)

function TableRow<T>({ row, columns, detail, detailLabel }: Props<T> & { readonly row: T }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const more = detail?.(row) ?? null
  return (
    <tbody>
      <tr>
        {detail !== undefined && (
          <td className="opener">
            {more !== null && (
              <button
                type="button"
                aria-expanded={open}
                aria-controls={open ? id : undefined}
                aria-label={detailLabel?.(row) ?? m.table.more}
                onClick={() => setOpen(!open)}
              >
                {open ? '▾' : '▸'}
              </button>
            )}
          </td>
        )}
        {columns.map(c =>
          c.rowHeader === true ? (
            <th key={c.id} scope="row" className={narrow(c)}>
              {c.cell(row)}
            </th>
          ) : (
            <td key={c.id} className={narrow(c)}>
              {c.cell(row)}
            </td>
          ),
        )}
      </tr>
      {open && (
        <tr className="detail" id={id}>
          <td />
          <td colSpan={columns.length}>{more}</td>
        </tr>
      )}
    </tbody>
  )
}

function TableFoot<T>({ columns, rows, exportName, all, first, next }: Props<T>) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const save = async (kind: 'csv' | 'json') => {
    setBusy(true)
    try {
      const everything = all === undefined ? rows : await all()
      if (kind === 'json') {
        saveFile(`${exportName}.json`, 'application/json', `${JSON.stringify(everything, null, 2)}\n`)
      } else {
        const written = columns.map(c => ({ header: c.header, text: c.text }))
        saveFile(`${exportName}.csv`, 'text/csv;charset=utf-8', csvOf(written, everything))
      }
      say(m.table.exported(everything.length))
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="table-foot">
      <span className="quiet">{m.table.rows(rows.length)}</span>
      {(first !== undefined || next !== undefined) && (
        <nav aria-label={m.table.paging} className="paging">
          {first !== undefined && <Link href={first}>{m.table.first}</Link>}
          {next !== undefined && (
            <Link href={next} rel="next">
              {m.table.next}
            </Link>
          )}
        </nav>
      )}
      <span className="spacer" />
      <Button kind="quiet" busy={busy ? m.table.exporting : undefined} onClick={() => void save('csv')}>
        {m.table.exportCsv}
      </Button>
      <Button kind="quiet" busy={busy ? m.table.exporting : undefined} onClick={() => void save('json')}>
        {m.table.exportJson}
      </Button>
    </div>
  )
}
