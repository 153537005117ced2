import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as codes from './index.js'

const page = readFileSync(new URL('../../../docs/use/codes.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^(\S.*?) \/\/ => (.*)$/gm)].map(m => [m[1] ?? '', m[2] ?? ''] as const)

describe('the page on codes', () => {
  it('lists exactly the findings of this package', () => {
    const rows = [codes.imdrfFindings, codes.emdnFindings].flatMap(c =>
      Object.entries(c.kinds).map(([name, k]) => `| \`${c.area}-${name}\` | ${k.severity} | ${k.about} |`),
    )
    expect(page.split('\n').filter(line => /^\| `[A-Z]+-/.test(line))).toEqual(rows)
  })

  it('has examples', () => expect(examples.length).toBeGreaterThan(15))

  it.each(examples)('%s', (expression, result) => {
    // oxlint-disable-next-line no-new-func -- the examples are those of our own page
    const run = new Function(...Object.keys(codes), `return ${expression}`)
    expect(run(...Object.values(codes))).toEqual(JSON.parse(result))
  })
})
