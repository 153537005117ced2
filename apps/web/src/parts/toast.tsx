import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const SayContext = createContext<(text: string) => void>(() => {})

/** Says something that happened, on the screen and to a screen reader, without taking the focus. */
export const useSay = () => useContext(SayContext)

const SHOWN_FOR = 6_000

/** The live region. It is on the page from the start: a region that appears with its text is often not read. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly text: string; readonly n: number }>()
  const say = useCallback((text: string) => {
    setSaid(before => ({ text, n: (before?.n ?? 0) + 1 }))
    setTimeout(() => setSaid(now => (now?.text === text ? undefined : now)), SHOWN_FOR)
  }, [])
  return (
    <SayContext value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {said !== undefined && (
          <p key={said.n} className="toast">
            {said.text}
          </p>
        )}
      </div>
    </SayContext>
  )
}
