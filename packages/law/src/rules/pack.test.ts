import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../engine/condition.js'
import { operatorOf } from '../engine/operators/index.js'
import { readyLaw } from '../engine/pack.js'
import { QUESTIONS } from '../engine/questions.js'
import { BUILT_IN_PACK } from './index.js'

const { rules, definitions, notes } = BUILT_IN_PACK
const records = [...rules, ...definitions, ...notes]
const law = readyLaw(BUILT_IN_PACK)

function factsIn(condition: Condition): string[] {
  const operator = operatorOf(condition)
  return [...operator.facts(condition), ...operator.parts(condition, law.surroundings).flatMap(factsIn)]
}

describe('the shipped law pack', () => {
  it('gives every record an id of its own', () => {
    expect(new Set(records.map(r => r.id)).size).toBe(records.length)
  })

  it('names each id after its jurisdiction', () => {
    for (const r of records) expect(r.id.startsWith(`${r.jurisdiction}-`), r.id).toBe(true)
  })

  it('cites a text, a source and a day of review for every record', () => {
    for (const r of records) {
      expect(r.sources.length, r.id).toBeGreaterThan(0)
      expect(r.reviewBy > '2026-11-23', r.id).toBe(true)
      const citations = 'instruments' in r ? r.instruments.map(i => i.citation) : [r.citation]
      for (const c of citations) expect(c.length, r.id).toBeGreaterThan(5)
    }
  })

  it('orders dates', () => {
    for (const r of rules) {
      for (const i of r.instruments) expect((i.effectiveTo ?? '9999') > i.effectiveFrom, r.id).toBe(true)
    }
  })

  it('has a question, or a place in the case, for every fact a condition asks about', () => {
    const alwaysThere =
      /^(awareness|report|request|operator\.(role|learnt|actsForManufacturer)|trend\.of|action\.(initiatedBy|us\.extended)|investigation|device\.customMade)/
    const asked = new Set(
      rules.flatMap(r => [r.when, ...r.clocks.flatMap(c => c.when ?? [])].flatMap(factsIn)),
    )
    expect(asked.size).toBeGreaterThan(30)
    expect([...asked].filter(path => !(path in QUESTIONS) && !alwaysThere.test(path))).toEqual([])
  })

  it('never cites reg 44ZF for the British duty to report incidents', () => {
    for (const r of rules.filter(r => r.jurisdiction === 'GB')) {
      for (const i of r.instruments) expect(i.citation).not.toMatch(/44ZF\b/)
    }
  })

  it('keeps dates of law inside the rule records', () => {
    const root = fileURLToPath(new URL('..', import.meta.url))
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      f =>
        f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.endsWith('testing.ts') && !f.startsWith('rules'),
    )
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) {
      const text = readFileSync(join(root, file), 'utf8')
      expect(text, file).not.toMatch(/day\('\d{4}/)
    }
  })

  it('refuses a definition that is not there', () => {
    const broken = { ...BUILT_IN_PACK, definitions: [] }
    expect(() => readyLaw(broken)).toThrow('no definition')
  })
})
