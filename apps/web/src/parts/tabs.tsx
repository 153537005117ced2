import { Link } from 'wouter'

export interface Tab {
  readonly id: string
  readonly label: string
  readonly href: string
  /** How many things are there. */
  readonly count?: number | undefined
}

/** The parts of a page as links: each has an address of its own, so that back, reload and sharing work. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(t => (
          <li key={t.id}>
            <Link href={t.href} aria-current={t.id === current ? 'page' : undefined}>
              {t.label}
              {t.count !== undefined && <span className="count">{t.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
