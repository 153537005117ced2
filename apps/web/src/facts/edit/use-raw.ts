import { useState } from 'react'

/**
 * Keeps what is typed as it is typed, while the value made of it goes into the file: a line that is begun, a number that
 * is not finished. Follows the value when it is changed from elsewhere.
 */
export function useRaw<T>(
  value: T,
  textOf: (value: T) => string,
  valueOf: (text: string) => T,
): readonly [string, (text: string) => void] {
  const [raw, setRaw] = useState(() => textOf(value))
  const same = JSON.stringify(valueOf(raw)) === JSON.stringify(value)
  return [same ? raw : textOf(value), setRaw]
}
