import type { Page } from '@vigie/desk/shapes'
import { get, type Query } from './client.js'

const LARGEST_PAGE = 200

/** All of a list, page after page: for an export, never for the screen. */
export async function allOf<T>(path: string, query: Query = {}): Promise<readonly T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const { data } = await get<Page<T>>(path, { ...query, limit: LARGEST_PAGE, cursor })
    items.push(...data.items)
    cursor = data.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}
