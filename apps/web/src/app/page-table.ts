import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export interface PageEntry {
  readonly path: string
  readonly page: LazyExoticComponent<ComponentType>
}

type Load = () => Promise<{ readonly default: ComponentType }>
const page = (path: string, load: Load): PageEntry => ({ path, page: lazy(load) })

/** Every page by its address; each is a chunk of its own, loaded when it is first shown. The first match wins. */
export const PAGES: readonly PageEntry[] = [
  page('/', () => import('../pages/board/board-page.js')),
  page('/cases', () => import('../pages/cases/cases-page.js')),
  page('/cases/new', () => import('../pages/cases/new-case-page.js')),
  page('/cases/:id', () => import('../pages/case/case-page.js')),
  page('/settings', () => import('../pages/settings/settings-page.js')),
]
