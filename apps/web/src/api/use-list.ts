import { useQuery } from '@tanstack/react-query'
import type { Page } from '@vigie/desk/shapes'
import { useLocation, useSearchParams } from 'wouter'
import { get, type Query, withQuery } from './client.js'
import { allOf } from './pages.js'

/**
 * A page of a list. The cursor stands in the address of the page, so that back and reload work; `first` and `next` are
 * the addresses for the table.
 */
export function useList<T, P extends Page<T> = Page<T>>(
  key: readonly unknown[],
  path: string,
  query: Query = {},
  options: { readonly refetchInterval?: number | false } = {},
) {
  const [location] = useLocation()
  const [search] = useSearchParams()
  const cursor = search.get('cursor') ?? undefined
  const list = useQuery({
    queryKey: [...key, path, query, cursor],
    queryFn: async ({ signal }) => (await get<P>(path, { ...query, cursor }, signal)).data,
    placeholderData: before => before,
    ...options,
  })
  const hrefWith = (at: string | undefined) => {
    const next = new URLSearchParams(search)
    next.delete('cursor')
    return withQuery(location, { ...Object.fromEntries(next), cursor: at })
  }
  return {
    ...list,
    rows: list.data?.items ?? [],
    first: cursor === undefined ? undefined : hrefWith(undefined),
    next: list.data?.nextCursor == null ? undefined : hrefWith(list.data.nextCursor),
    all: () => allOf<T>(path, query),
  }
}
