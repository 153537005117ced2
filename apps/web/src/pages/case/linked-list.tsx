import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { type Column, DataTable } from '../../parts/data-table.js'
import { Loading } from '../../parts/loading.js'
import { ProblemView } from '../../parts/problem-view.js'

interface Props<T> {
  readonly title: string
  readonly caption: string
  readonly query: UseQueryResult<readonly T[]>
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  readonly exportName: string
  readonly empty: ReactNode
}

/** One kind of thing that hangs on a case. */
export function LinkedList<T>({ title, query, empty, ...table }: Props<T>) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {query.isPending ? (
        <Loading />
      ) : query.isError ? (
        <ProblemView error={query.error} retry={() => void query.refetch()} />
      ) : (
        <DataTable {...table} rows={query.data} empty={<p>{empty}</p>} />
      )}
    </section>
  )
}
