import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../', import.meta.url))
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.tsx'))

/** Texts that a person would read, standing in JSX in place of the catalogue: between tags, or in an attribute. */
function textsIn(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  // A tag's end, letters that begin a text, then the next tag or expression: types and arrows do not look like this.
  const between = [...code.matchAll(/(?<![=\s])>\s*([A-Za-z][^<>{}=;()]*?)\s*(?=<[/A-Za-z]|\{)/g)].map(
    m => m[1] ?? '',
  )
  const inAttributes = [
    ...code.matchAll(/\s(?:aria-label|title|placeholder|alt|label|caption|header)="([^"]*[A-Za-z][^"]*)"/g),
  ].map(m => m[1] ?? '')
  return [...between.filter(text => text !== 'return'), ...inAttributes]
}

it('finds what it looks for', () => {
  expect(textsIn('<p>Hello you</p>')).toEqual(['Hello you'])
  expect(textsIn('<p>\n  Hello {name}\n</p>')).toEqual(['Hello'])
  expect(textsIn('<a title="Go there" alt="">{m.x}</a>')).toEqual(['Go there'])
  expect(textsIn('const f = (x: Map<string, Row>) => x; <p className="a">{m.x}</p>')).toEqual([])
})

it('no page and no part holds a text of its own', () => {
  expect(files.length).toBeGreaterThan(15)
  const found = files.flatMap(f => textsIn(readFileSync(`${SRC}${f}`, 'utf8')).map(text => `${f}: ${text}`))
  expect(found).toEqual([])
})

it('no element has a style of its own: the policy of the server forbids it', () => {
  const styled = files.filter(f => /\sstyle=/.test(readFileSync(`${SRC}${f}`, 'utf8')))
  expect(styled).toEqual([])
})
