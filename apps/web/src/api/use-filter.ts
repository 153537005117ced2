import { useSearchParams } from 'wouter'

/** A filter that stands in the address of the page. To change it goes back to the first page of the list. */
export function useFilter(name: string): readonly [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams()
  const set = (value: string) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before)
        next.delete('cursor')
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [search.get(name) ?? '', set]
}
