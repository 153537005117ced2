import app from '#messages/app'

export interface NavItem {
  readonly href: string
  readonly label: string
  /** The second key after `g`. */
  readonly key: string
}

/** The main navigation, in the order of the day. A new page adds its line here and in `page-table.ts`. */
export const NAVIGATION: readonly NavItem[] = [
  { href: '/', label: app.nav.board, key: 'b' },
  { href: '/cases', label: app.nav.cases, key: 'c' },
  { href: '/settings', label: app.nav.settings, key: 's' },
]
