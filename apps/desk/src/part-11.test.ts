import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)
/** Lines of the checklist, by group and how many each has. */
const GROUPS = { ID: 7, AT: 7, SG: 6, RC: 6, PC: 8 }
const IDS = Object.entries(GROUPS).flatMap(([group, n]) =>
  Array.from({ length: n }, (_, i) => `${group}-${i + 1}`),
)

interface Row {
  readonly id: string
  readonly shownBy: readonly { readonly file: string; readonly title: string }[]
  readonly missing: string
}

const page = readFileSync(new URL('docs/use/part-11.md', ROOT), 'utf8')
const rows = page
  .split('\n')
  .filter(line => /^\| [A-Z]{2}-\d+ \|/.test(line))
  .map((line): Row => {
    const [, id = '', , tests = '', missing = ''] = line.split('|').map(cell => cell.trim())
    const named = tests === '' ? [] : tests.split('<br>')
    const shownBy = named.map(text => {
      const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(text) ?? []
      return { file, title }
    })
    return { id, shownBy, missing }
  })

/** Whether a file has a test of this title that runs: not one that is skipped or still to do. */
function hasTest(file: string, title: string): boolean {
  const url = new URL(file, ROOT)
  if (file === '' || !existsSync(url)) return false
  const source = readFileSync(url, 'utf8')
  const quoted = [`'${title}'`, `"${title}"`].filter(q => source.includes(q))
  return quoted.some(q => new RegExp(`\\b(it|test)(\\.each\\([^\\n]*\\))?\\(\\s*${escaped(q)}`).test(source))
}
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe('the page on Part 11', () => {
  it('has every line of the checklist once, in order', () => {
    expect(rows.map(r => r.id)).toEqual(IDS)
  })

  it.each(rows.map(r => [r.id, r] as const))(
    '%s names tests that exist, or says why there is none',
    (_id, row) => {
      for (const { file, title } of row.shownBy)
        expect([file, title, hasTest(file, title)]).toEqual([file, title, true])
      if (row.shownBy.length === 0) expect(row.missing.length).toBeGreaterThan(20)
    },
  )

  it('claims no more than it may, and would notice a test that went away', () => {
    expect(page).toMatch(/Part 11-capable/)
    expect(page.replace('It is not "compliant"', '')).not.toMatch(/compliant|certified|guarantee/i)
    expect(hasTest('apps/desk/src/part-11.test.ts', 'no such test')).toBe(false)
    expect(hasTest('apps/desk/src/no-such.test.ts', 'has every line of the checklist once, in order')).toBe(
      false,
    )
    expect(hasTest('apps/desk/src/part-11.test.ts', 'has every line of the checklist once, in order')).toBe(
      true,
    )
  })
})
