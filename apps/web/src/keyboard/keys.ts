import type { NavItem } from '../app/navigation.js'

export type Action =
  | { readonly do: 'go'; readonly href: string }
  | { readonly do: 'search' }
  | { readonly do: 'list' }
  | { readonly do: 'wait' }

const PATIENCE = 1_500

/** Reads keys one after another: `g` and a letter within a moment, `/`, `?`. Undefined when a key means nothing. */
export function keyReader(items: readonly NavItem[], now: () => number) {
  let waitingSince: number | undefined
  return (key: string): Action | undefined => {
    const waits = waitingSince !== undefined && now() - waitingSince < PATIENCE
    waitingSince = undefined
    if (waits) {
      const item = items.find(i => i.key === key)
      return item === undefined ? undefined : { do: 'go', href: item.href }
    }
    if (key === 'g') {
      waitingSince = now()
      return { do: 'wait' }
    }
    return key === '/' ? { do: 'search' } : key === '?' ? { do: 'list' } : undefined
  }
}
