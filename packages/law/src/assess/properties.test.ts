import { parseCase } from '@vigie/facts'
import { type Day, day } from '@vigie/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from './assess.js'
import type { Assessment, ReportDue } from './result.js'

const AT = day('2026-11-25')

const someDay = fc
  .integer({ min: 0, max: 60 })
  .map(n => new Date(Date.UTC(2026, 8, 25 + n)).toISOString().slice(0, 10))

const yesNo = fc.constantFrom(true, false, 'unknown')
const country = fc.constantFrom(
  'DE',
  'FR',
  'PL',
  'IE',
  'IT',
  'NO',
  'XI',
  'GB',
  'UK',
  'CH',
  'LI',
  'TR',
  'US',
  'BR',
  'unknown',
)
const place = fc.constantFrom('DE', 'FR', 'IE', 'XI', 'GB', 'CH', 'US', 'TR')
const knowledge = fc.constantFrom(
  'incident',
  'death',
  'serious-deterioration',
  'serious-public-health-threat',
)
const who = fc.constantFrom(
  'manufacturer',
  'authorised-representative',
  'swiss-representative',
  'subcontractor',
)

const awareness = fc.record({ of: knowledge, at: someDay, by: who })
const problems = fc.constantFrom(
  ['malfunction'],
  ['use-error'],
  ['undesirable-side-effect'],
  ['erroneous-result'],
  'unknown',
)
const outcomes = fc.constantFrom(['death'], ['hospitalisation'], ['minor-harm'], ['no-harm'], 'unknown')

const event = fc.record(
  {
    country,
    problems,
    outcomes,
    couldHaveLedTo: fc.constantFrom('death', 'serious-deterioration', 'nothing-serious', 'unknown'),
    useErrorFromDesign: yesNo,
    publicHealthThreat: yesNo,
  },
  { requiredKeys: ['country'] },
)

const anyCase = fc.record({
  reference: fc.constant('R1'),
  manufacturer: fc.record({ name: fc.constant('Acme'), country: place }),
  devices: fc.tuple(
    fc.record(
      {
        name: fc.constant('Pump'),
        regulation: fc.constantFrom('MDR', 'IVDR', 'MDD'),
        markets: fc.uniqueArray(place, { minLength: 1 }),
      },
      { requiredKeys: ['name'] },
    ),
  ),
  event,
  awareness: fc.array(awareness, { maxLength: 4 }),
  assessment: fc.record(
    { causality: fc.constantFrom('established', 'possible', 'suspected', 'excluded', 'unknown') },
    { requiredKeys: [] },
  ),
})

function judge(json: unknown, at: Day = AT): Assessment {
  const parsed = parseCase(json)
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.findings))
  return assess(parsed.case, { at })
}

/** Whether the case asserts something without saying when it was learnt. */
function isUndated(json: { event: object; awareness: readonly { of: string }[] }, of: string): boolean {
  const told: Record<string, string> = {
    death: '"death"',
    'serious-deterioration': '"hospitalisation"',
    'serious-public-health-threat': '"publicHealthThreat":(true|"unknown")',
  }
  const pattern = told[of]
  if (pattern === undefined || json.awareness.some(a => a.of === of)) return false
  const outcomes = 'outcomes' in json.event ? json.event.outcomes : 'unknown'
  // Harm that may have happened counts from the first day too, until somebody says when it was learnt.
  if (outcomes === 'unknown' && of !== 'serious-public-health-threat') return true
  return new RegExp(pattern).test(JSON.stringify({ ...json.event, couldHaveLedTo: undefined }))
}

const initial = (a: Assessment) => a.reports.filter(r => r.kind === 'initial')
const keyOf = (r: ReportDue) => `${r.jurisdiction}|${r.authority}|${r.form}|${r.device}`

describe('for every case', () => {
  it('no ceiling lies before its target, and the governing clock ends first', () => {
    fc.assert(
      fc.property(anyCase, json => {
        for (const r of judge(json).reports) {
          if (r.target !== null && r.ceiling !== null) expect(r.ceiling >= r.target).toBe(true)
          const ends = r.clocks.flatMap(c => c.ceiling ?? [])
          if (ends.length > 0) expect(r.ceiling).toBe(ends.sort()[0])
          expect(r.clocks.filter(c => c.governs).length).toBe(ends.length > 0 ? 1 : 0)
        }
      }),
    )
  })

  it('further knowledge never moves a limit later and never removes a report', () => {
    fc.assert(
      fc.property(anyCase, awareness, (json, more) => {
        // A case that names a death without a day is read as "known at once"; the day may then be corrected to later.
        fc.pre(!isUndated(json, more.of))
        const before = initial(judge(json))
        const after = new Map(
          initial(judge({ ...json, awareness: [...json.awareness, more] })).map(r => [keyOf(r), r]),
        )
        for (const r of before) {
          const now = after.get(keyOf(r))
          expect(now, keyOf(r)).toBeDefined()
          const assumed = r.clocks.some(c => c.governs && c.assumed)
          if (r.ceiling !== null && !assumed)
            expect((now?.ceiling ?? '9999') <= r.ceiling, keyOf(r)).toBe(true)
        }
      }),
    )
  })

  it('forgetting a fact of the event never removes a report', () => {
    const parts = ['problems', 'outcomes', 'couldHaveLedTo', 'useErrorFromDesign', 'country'] as const
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...parts), (json, part) => {
        const forgotten = { ...json, event: { ...json.event, [part]: 'unknown' } }
        const after = new Set(initial(judge(forgotten)).map(r => r.jurisdiction))
        for (const r of initial(judge(json)))
          expect(after.has(r.jurisdiction), `${part} ${keyOf(r)}`).toBe(true)
      }),
    )
  })

  it('an answer that was settled stays when open questions are answered', () => {
    fc.assert(
      fc.property(anyCase, fc.record({ problems, outcomes, useErrorFromDesign: yesNo }), (json, answers) => {
        const open = Object.fromEntries(
          Object.entries(answers).filter(([key]) => {
            const now: unknown = json.event[key as keyof typeof json.event]
            return now === undefined || now === 'unknown'
          }),
        )
        const before = initial(judge(json)).filter(r => r.state === 'due')
        const after = new Set(initial(judge({ ...json, event: { ...json.event, ...open } })).map(keyOf))
        for (const r of before) expect(after.has(keyOf(r)), keyOf(r)).toBe(true)
      }),
    )
  })

  it('says for each jurisdiction either what is due or why nothing is', () => {
    fc.assert(
      fc.property(anyCase, json => {
        const a = judge(json)
        const spoken = new Set([...a.reports, ...a.notDue].map(x => x.jurisdiction))
        for (const j of ['EU', 'NI', 'TR', 'GB', 'CH', 'US'] as const) expect(spoken.has(j), j).toBe(true)
      }),
    )
  })

  it('asks at least one question when something is undetermined', () => {
    fc.assert(
      fc.property(anyCase, json => {
        const a = judge(json)
        const open = a.reports.some(
          r => r.state === 'undetermined' && !r.notes.some(n => n.includes('not in force')),
        )
        if (open) expect(a.questions.length).toBeGreaterThan(0)
      }),
    )
  })

  it('is the same however often it is asked', () => {
    fc.assert(
      fc.property(anyCase, json => {
        expect(judge(json)).toEqual(judge(json))
      }),
    )
  })
})
