import { type CaseFile, parseCase } from '@vigie/facts'
import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { explain, explainForCase } from './explain.js'
import { lawRecord, lawRecords } from './records.js'
import type { ConditionText } from './words.js'

const record = (id: string) => {
  const found = lawRecord(id)
  if (found === undefined) throw new RangeError(`no record ${id}`)
  return found
}

const caseOf = (event: object): CaseFile => {
  const parsed = parseCase({
    reference: 'R1',
    manufacturer: { name: 'Acme', country: 'DE' },
    devices: [{ name: 'Pump', regulation: 'MDR', riskClass: 'IIb', markets: ['DE'] }],
    event,
    awareness: [{ of: 'incident', at: '2026-11-23' }],
  })
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.findings))
  return parsed.case
}

const flat = (c: ConditionText): ConditionText[] => [c, ...c.parts.flatMap(flat)]
const at = day('2026-11-25')

describe('a record in words', () => {
  it('can be given for every record of the pack, without a hole in a sentence', () => {
    const texts = lawRecords().flatMap(r => {
      const said = explain(r)
      return [said.when, ...said.clocks.map(c => c.when)].flatMap(w => (w == null ? [] : flat(w)))
    })
    expect(texts.length).toBeGreaterThan(300)
    for (const { text } of texts) {
      expect(text).not.toBe('')
      expect(text).not.toMatch(/[{}]|\(\)|undefined/)
    }
  })

  it('names the conditions of Article 87(4)', () => {
    const { when } = explain(record('EU-VIG-02'))
    expect(when?.text).toBe('all of these hold:')
    expect(when?.parts.map(p => p.text)).toEqual([
      'it happened in [event.country]',
      'the device was made available there',
      'the device is not under clinical investigation outside its CE-marked purpose',
      'it is what EU-DEF-02 defines: "Serious incident"',
      'it is not shown to be an expected side-effect or expected erroneous result',
      'no agreement on periodic summary reports covers it',
      '"event.publicHealthThreat" is yes',
    ])
  })
})

describe('a record for a case', () => {
  const file = caseOf({ country: 'DE', problems: ['malfunction'], outcomes: ['death'] })

  it('answers every condition and names what is missing', () => {
    const [one] = explainForCase(record('EU-VIG-01'), file, at)
    expect(one).toMatchObject({ device: 'Pump', answer: 'unknown', missing: ['assessment.causality'] })
    for (const part of one?.when === undefined ? [] : flat(one.when)) expect(part.answer).toBeDefined()
  })

  it('gives what the case says of each fact', () => {
    const [one] = explainForCase(record('EU-VIG-03'), file, at)
    const facts = one?.when === undefined ? [] : flat(one.when).flatMap(p => p.facts ?? [])
    expect(facts).toContainEqual({ path: 'event.outcomes', value: 'death' })
    expect(facts).toContainEqual({ path: 'assessment.causality', value: null })
  })

  it('says nothing about a field action where there is none, nor about a note', () => {
    expect(explainForCase(record('EU-VIG-10'), file, at)).toEqual([])
    expect(explainForCase(record('EU-CNT-01'), file, at)).toEqual([])
  })
})
