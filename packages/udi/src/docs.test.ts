import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as udi from './index.js'

const page = readFileSync(new URL('../../../docs/use/udi.md', import.meta.url), 'utf8')

it('the page lists exactly the words of the catalogue', () => {
  const listed = [...page.matchAll(/^\| `([^`]+)` \| `(UDI-[A-Z_]+)` \| (.+) \|$/gm)].map(m => m.slice(1, 4))
  const kinds = Object.entries(udi.udiFindings.kinds)
  const inOrder = [
    ...kinds.filter(([, k]) => k.severity === 'blocks'),
    ...kinds.filter(([, k]) => k.severity !== 'blocks'),
  ]
  expect(listed).toEqual(inOrder.map(([name, k]) => [udi.classWord(`UDI-${name}`), `UDI-${name}`, k.about]))
})

const examples = [...page.matchAll(/```ts\n([^]*?)```/g)]
  .flatMap(m => (m[1] ?? '').trim().split('\n'))
  .map(line => [line.slice(0, line.lastIndexOf(' // ')), line.slice(line.lastIndexOf(' // ') + 4)] as const)

it('the page has examples', () => expect(examples.length).toBeGreaterThan(20))

/** Runs an expression of our own page with the public functions in reach. */
function run(text: string | undefined): unknown {
  // oxlint-disable-next-line no-new-func
  return new Function(...Object.keys(udi), `return (${text})`)(...Object.values(udi))
}

it.each(examples)('%s', (code, answer) => expect(run(code)).toEqual(run(answer)))
