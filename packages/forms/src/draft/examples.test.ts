import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { contradictions, parseCaseText } from '@vigie/facts'
import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { leavesOf } from '../table/index-of.js'
import type { Draft, DraftRequest } from './context.js'
import { draftMir } from './draft.js'

const folder = fileURLToPath(new URL('../../../../examples/', import.meta.url))

export function exampleCase(name: string) {
  const parsed = parseCaseText(readFileSync(`${folder}${name}.json`, 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings, null, 2))
  return parsed.case
}

const found = (list: Draft['missing']) => list.map(f => `${f.place}  ${f.severity}  ${f.message} ${f.mend}`)

/** A draft as a person would read it aloud: what stands where, what is missing, what to look at. */
function readable(draft: Draft): string {
  const lines = leavesOf(draft.table).flatMap(({ path, row }) => {
    const answer = draft.report.fields[path]
    if (answer === undefined) return []
    const said = answer.state === 'answered' ? answer.texts.join(' | ') : `(${answer.state})`
    return [`${row.place}  ${row.label}: ${said}`]
  })
  return [...lines, '', 'Missing', ...found(draft.missing), '', 'Notes', ...found(draft.notes), ''].join('\n')
}

const GOLDEN: Readonly<Record<string, readonly [string, DraftRequest]>> = {
  'infusion-pump-EU-initial': [
    'infusion-pump-death-germany',
    {
      device: 0,
      for: 'EU',
      authority: { name: 'BfArM', country: 'DE' },
      kind: 'initial',
      classification: 'Death',
      reportDate: day('2026-11-24'),
      awareness: { incident: day('2026-11-18') },
    },
  ],
  'infusion-pump-EU-final': [
    'infusion-pump-death-germany',
    {
      device: 0,
      for: 'EU',
      authority: { name: 'BfArM', country: 'DE' },
      kind: 'final-reportable',
      classification: 'Death',
      reportDate: day('2026-12-18'),
      awareness: { incident: day('2026-11-18') },
    },
  ],
  'hiv-assay-EU-follow-up': [
    'hiv-assay-false-negative-spain',
    {
      device: 0,
      for: 'EU',
      authority: { name: 'AEMPS', country: 'ES', eudamedActorId: 'ES-CA-009' },
      kind: 'follow-up',
      classification: 'Serious public health threat',
      reportDate: day('2026-11-20'),
      awareness: { incident: day('2026-10-19') },
    },
  ],
  'incubator-CH-initial': [
    'incubator-near-miss-switzerland',
    {
      device: 0,
      for: 'CH',
      authority: { name: 'Swissmedic', country: 'CH' },
      kind: 'initial',
      classification: 'All other reportable incidents',
      reportDate: day('2026-11-18'),
      awareness: { incident: day('2026-11-06') },
    },
  ],
  'stapler-NI-initial': [
    'stapler-bleeding-northern-ireland',
    {
      device: 0,
      for: 'NI',
      authority: { name: 'MHRA', country: 'XI' },
      kind: 'initial',
      classification: 'All other reportable incidents',
      reportDate: day('2026-11-17'),
      awareness: { incident: day('2026-11-04') },
    },
  ],
  'glucose-sensor-GB-initial-and-final': [
    'glucose-sensor-great-britain',
    {
      device: 0,
      for: 'GB',
      authority: { name: 'MHRA', country: 'GB' },
      kind: 'initial+final',
      classification: 'All other reportable incidents',
      reportDate: day('2026-10-05'),
      awareness: { incident: day('2026-09-23') },
    },
  ],
  'defibrillator-EU-late-knowledge': [
    'defibrillator-late-death-france',
    {
      device: 0,
      for: 'EU',
      authority: { name: 'ANSM', country: 'FR', eudamedActorId: 'FR-CA-008' },
      kind: 'initial',
      classification: 'Death',
      reportDate: day('2026-07-09'),
      awareness: { incident: day('2026-06-01'), reportability: day('2026-07-01') },
    },
  ],
  'insulin-pump-EU-initial': [
    'insulin-pump-cyber-netherlands',
    {
      device: 0,
      for: 'EU',
      authority: { name: 'IGJ', country: 'NL' },
      kind: 'initial',
      classification: 'All other reportable incidents',
      reportDate: day('2026-11-20'),
      awareness: { incident: day('2026-11-12') },
    },
  ],
}

describe('the example cases', () => {
  const files = readdirSync(folder).filter(f => f.endsWith('.json'))

  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(7))

  it.each(files)('%s is a case without faults, and names its schema in the first line', file => {
    const text = readFileSync(`${folder}${file}`, 'utf8')
    expect(text.split('\n')[1]?.trim()).toBe('"$schema": "../docs/case.schema.json",')
    expect(contradictions(exampleCase(file.replace('.json', '')), day('2026-11-23'))).toEqual([])
  })

  it.each(Object.entries(GOLDEN))('drafts %s', async (name, [file, request]) => {
    const draft = draftMir(exampleCase(file), request)
    await expect(readable(draft)).toMatchFileSnapshot(`./golden/${name}.txt`)
  })

  it('are all drafted at least once', () => {
    const drafted = Object.values(GOLDEN).map(([file]) => `${file}.json`)
    expect(files.filter(f => !drafted.includes(f))).toEqual([])
  })
})
