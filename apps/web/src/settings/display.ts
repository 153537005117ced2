import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'
export interface Display {
  readonly theme: Theme
  readonly shortcuts: boolean
}

const KEY = 'vigie.display'
const DEFAULT: Display = { theme: 'system', shortcuts: true }
const listeners = new Set<() => void>()
let current = read()

/** What this browser keeps about its own looks; other settings are kept by the server. */
export function useDisplay(): readonly [Display, (change: Partial<Display>) => void] {
  return [
    useSyncExternalStore(
      listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      () => current,
    ),
    setDisplay,
  ]
}

export const display = (): Display => current

/** Puts the chosen colours on the document; called once before anything is drawn. */
export function applyDisplay(): void {
  const root = document.documentElement
  if (current.theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = current.theme
}

function setDisplay(change: Partial<Display>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // A browser that keeps nothing still shows it until the page is closed.
  }
  applyDisplay()
  for (const listener of listeners) listener()
}

function read(): Display {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return DEFAULT
    const theme = 'theme' in kept && (kept.theme === 'light' || kept.theme === 'dark') ? kept.theme : 'system'
    return { theme, shortcuts: !('shortcuts' in kept) || kept.shortcuts !== false }
  } catch {
    return DEFAULT
  }
}
