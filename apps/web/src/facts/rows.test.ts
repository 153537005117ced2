import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rowsOf } from './rows.js'
import { shapeOf } from './shape.js'

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'))
const shape = shapeOf(read('docs/case.schema.json'))
const file = read('examples/insulin-pump-cyber-netherlands.json')
const rows = rowsOf({ key: 'case', shape, required: true, description: undefined }, file, [])
const row = (name: string) => rows.find(r => r.name === name)

it('tells the facts of a case in words', () => {
  expect(row('Who learnt it, and when › When')?.text).toBe('Thu 12 Nov 2026 08:45 Europe/Amsterdam')
  expect(row('What happened › Public health threat')).toMatchObject({ state: 'unknown', text: 'Not known' })
  expect(row('What happened › Could have led to')?.text).toBe('It could have led to a death.')
  expect(row('What happened › Patient › Age')?.text).toBe('41 years')
  expect(row('Devices › Markets')?.text).toBe('NL, BE, DE, AT, XI, CH')
  expect(row('Devices › Active')?.text).toBe('Yes')
})

it('leaves nothing out: every leaf of the file is in a row', () => {
  const leaves = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]
  const { $schema: _, ...facts } = file
  expect(leaves(facts).length).toBeGreaterThan(60)
  const texts = rows.map(r => r.text).join('\n')
  for (const text of leaves(facts).filter(t => t.length > 12 && !t.includes('2026-') && !t.includes('-'))) {
    expect(texts).toContain(text)
  }
})
