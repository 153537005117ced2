import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useTitle } from '../app/use-title.js'

interface Props {
  readonly title: string
  /** Beside the heading: what it is about, in a line. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

let shownBefore = false

/**
 * One page: its title in the document and as heading. On the way from one page to another the focus goes to the heading,
 * so that a screen reader says where one is.
 */
export function Page({ title, lead, actions, children }: Props) {
  useTitle(title)
  const [path] = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what makes it another page
  useEffect(() => {
    if (shownBefore) heading.current?.focus({ preventScroll: true })
    shownBefore = true
  }, [path])
  return (
    <>
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className="lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </header>
      {children}
    </>
  )
}
