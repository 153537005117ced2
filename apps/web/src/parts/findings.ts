import type { FindingBody } from '@vigie/desk/shapes'
import { isProblem } from '../api/problem.js'

/** The id of the control for a path of the data, so that a finding can jump to it. */
export const fieldId = (path: string): string => `f-${path.replaceAll(/[^A-Za-z0-9]+/g, '-')}`

/** What is wrong at one path, in one text; undefined when nothing is. */
export function findingAt(error: unknown, path: string): string | undefined {
  if (!isProblem(error)) return undefined
  const found = error.findings.filter(f => f.path === path)
  return found.length === 0 ? undefined : found.map(f => `${f.message} ${f.mend}`).join(' ')
}

/** Brings the control of a finding into view and gives it the focus; the nearest one above when it has none itself. */
export function jumpTo(finding: Pick<FindingBody, 'path'>): boolean {
  for (let path = finding.path; path !== ''; path = path.replace(/(\.?[^.[\]]+|\[\d+\])$/, '')) {
    const target = document.getElementById(fieldId(path))
    if (target !== null) {
      for (let d = target.closest('details'); d !== null; d = d.parentElement?.closest('details') ?? null)
        d.open = true
      target.scrollIntoView({ block: 'center' })
      target.focus()
      return true
    }
  }
  return false
}
