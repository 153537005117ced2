import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { formFindings, mirRules, readFindings, schemaFindings, xmlFindings } from './index.js'

const page = readFileSync(new URL('../../../docs/use/check-a-mir.md', import.meta.url), 'utf8')

interface Kind {
  readonly severity: string
  readonly about: string
}

const rows = (area: string, kinds: Readonly<Record<string, Kind>>) =>
  Object.entries(kinds).map(([name, k]) => `| \`${area}-${name}\` | ${k.severity} | ${k.about} |`)

/** The tables of the page, as the catalogues have them. */
function expected(): readonly string[] {
  const rules = mirRules.flatMap(r => rows('MIR', r.kinds))
  return [
    ...rows('XML', xmlFindings.kinds),
    ...rows('FORM', formFindings.kinds),
    ...rows('SCHEMA', schemaFindings.kinds),
    ...rules,
    ...rows('READ', readFindings.kinds),
  ]
}

it('the page lists exactly the findings of the catalogues, in their order', () => {
  const listed = page.match(/^\| `[A-Z]+-[A-Z-]+` \|.*$/gm)
  expect(listed).toEqual(expected())
})

it('the page names every rule with its source', () => {
  for (const rule of mirRules) expect(page).toContain(`- \`${rule.id}\`: ${rule.source}.`)
})

it('codes are not used twice', () => {
  const codes = expected().map(line => line.split('`')[1])
  expect(new Set(codes).size).toBe(codes.length)
})
