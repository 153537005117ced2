import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseCase } from '@vigie/facts'
import { describe, expect, it } from 'vitest'
import { checkMir } from '../mir/check.js'
import { writeMir } from '../mir/read.js'
import { draftMir } from './draft.js'
import { about, CH, codes, draft, EU, GB, NI, said } from './draft-of.test.helper.js'

describe('patient and reporter', () => {
  it('round weight and height to whole numbers in 7.3.1 only, and say so', () => {
    const event = { patient: { weightKg: 71.5, heightCm: 170.2 } }
    expect(said(draft({ event }), 'massKG')).toEqual(['72'])
    expect(codes(draft({ event }).notes).filter(c => c === 'ROUNDED')).toHaveLength(2)
    expect(said(draft({ event }, GB), 'massKG')).toEqual(['71.5'])
    const tiny = draft({ event: { patient: { weightKg: 0.42 } } })
    expect([said(tiny, 'massKG'), codes(tiny.notes)]).toEqual([[], ['SAME-DAY', 'TOO-SMALL']])
  })

  it('write Northern Ireland as the form of the version can', () => {
    const event = { country: 'XI', reporter: { role: 'patient', country: 'XI' } }
    expect(said(draft({ event }, NI), 'healthcareFacilityCountry')).toEqual(['XI'])
    expect(said(draft({ event }, GB), 'healthcareFacilityCountry')).toEqual(['GB'])
  })

  it('never take the country of the reporter from the event', () => {
    const d = draft({ event: { reporter: { role: 'patient' } } })
    expect(d.missing.map(f => f.mend)).toContain('Add event.reporter.country to the case.')
  })
})

it('leaves a class that is not settled missing, and refuses one that the form does not have', () => {
  const open = draft({}, { classification: 'undetermined' })
  expect([said(open, 'eventClassification'), about(open.missing, '1.2.g').map(f => f.severity)]).toEqual([
    [],
    ['blocks'],
  ])
  expect(codes(draft({}, { classification: 'Severe' }).missing)).toContain('DOES-NOT-FIT')
})

it('is told when the report goes elsewhere than the incident happened', () => {
  expect(codes(draft({ event: { country: 'FR' } }).notes)).toContain('OTHER-COUNTRY')
  expect(codes(draft({ event: { country: 'LI' } }, CH).notes)).not.toContain('OTHER-COUNTRY')
})

it('refuses a device that the case does not have', () => {
  expect(() => draft({}, { device: 1 })).toThrow(RangeError)
})

const schema = fileURLToPath(
  new URL('../../../../../shared/reference/mir/schema/incident-InitialFinal-v7.2.1.xsd', import.meta.url),
)
const example = new URL('../../../../examples/glucose-sensor-great-britain.json', import.meta.url)

describe('a complete case for Great Britain', () => {
  const parsed = parseCase(JSON.parse(readFileSync(example, 'utf8')))
  if (!parsed.ok) throw new Error('the example is no case')
  const { report, missing } = draftMir(parsed.case, { ...EU, ...GB, kind: 'initial+final' })
  const xml = writeMir({
    ...report,
    attributes: { ...report.attributes, sCreateTimeStamp: '2026-10-05T09:00:00Z' },
  })

  it('lacks nothing, and the draft is valid by the rules of the official schema', () => {
    expect(missing).toEqual([])
    expect(checkMir(new TextEncoder().encode(xml))).toMatchObject({ schemaValid: true, schemaFindings: [] })
  })

  const ready = existsSync(schema) && spawnSync('xmllint', ['--version']).error === undefined
  if (!ready) console.warn(`Skipped: xmllint or the official schema ${schema} is not there`)
  it.skipIf(!ready)('is valid by the official schema itself', () => {
    expect(() =>
      execFileSync('xmllint', ['--noout', '--schema', schema, '-'], { input: xml, stdio: 'pipe' }),
    ).not.toThrow()
  })
})
