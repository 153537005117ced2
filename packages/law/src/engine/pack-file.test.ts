import { describe, expect, it } from 'vitest'
import { BUILT_IN_PACK } from '../rules/index.js'
import { parsePack } from './pack-file.js'

const asJson = (): { rules: Record<string, unknown>[]; definitions: unknown[] } & Record<string, unknown> =>
  JSON.parse(JSON.stringify(BUILT_IN_PACK))

const faults = (json: unknown) => {
  const parsed = parsePack(json)
  return parsed.ok ? [] : parsed.findings.map(f => f.message)
}

describe('a law pack as a file', () => {
  it('reads back what ships, the same to the letter', () => {
    const parsed = parsePack(asJson())
    expect(parsed.ok ? parsed.pack : parsed.findings).toEqual(BUILT_IN_PACK)
  })

  it.each([
    ['an operator that does not exist', { op: 'maybe', of: [] }],
    ['a fact that does not exist', { op: 'is', fact: 'event.mood', value: true }],
    ['a value the fact cannot have', { op: 'is', fact: 'event.outcomes', value: 'doom' }],
    ['a yes-no fact compared with a word', { op: 'is', fact: 'device.customMade', value: 'yes' }],
    ['a set that does not exist', { op: 'in-set', fact: 'event.country', set: 'world' }],
    ['a definition that does not exist', { op: 'defined', id: 'EU-DEF-99' }],
    ['a condition without parts', { op: 'all', of: [] }],
  ])('refuses %s', (_, when) => {
    const json = asJson()
    json.rules[0] = { ...json.rules[0], when }
    expect(faults(json).length).toBeGreaterThan(0)
  })

  it('refuses days that do not exist, unknown names and ids used twice', () => {
    const json = asJson()
    expect(faults({ ...json, rules: [{ ...json.rules[0], reviewBy: '2026-02-31' }] })[0]).toContain(
      'not a day',
    )
    expect(faults({ ...json, extra: 1 })).toHaveLength(1)
    expect(faults({ ...json, rules: [...json.rules, json.rules[0]] })[0]).toContain('used twice')
  })
})
