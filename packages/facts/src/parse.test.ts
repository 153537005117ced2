import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseJsonSchema, parseCase, parseCaseText } from './parse.js'

const smallest = {
  reference: 'R2026/1',
  manufacturer: { name: 'Acme', country: 'DE' },
  devices: [{ name: 'Pump' }],
}

const faults = (json: unknown) => {
  const parsed = parseCase(json)
  return parsed.ok ? [] : parsed.findings.map(f => `${f.path}: ${f.code} ${f.message} ${f.mend}`)
}

describe('reading a case', () => {
  it('needs little', () => {
    expect(faults(smallest)).toEqual([])
  })

  it('takes a fact as value, unknown, or with its source', () => {
    for (const country of [
      'DE',
      null,
      'unknown',
      { value: 'DE', source: 'e-mail' },
      { state: 'asked', askedOn: '2026-11-20' },
    ]) {
      expect(faults({ ...smallest, event: { country } }), JSON.stringify(country)).toEqual([])
    }
  })

  it('takes "unknown" in a text as the answer, never as the text', () => {
    const udiDi = (given: unknown) => {
      const parsed = parseCase({ ...smallest, devices: [{ name: 'Pump', udiDi: given }] })
      return parsed.ok ? parsed.case.devices[0]?.udiDi : parsed.findings.map(f => `${f.path} ${f.message}`)
    }
    expect(udiDi('09521234500018')).toEqual({ state: 'known', value: '09521234500018' })
    expect([udiDi('unknown'), udiDi(null)]).toEqual([{ state: 'unknown' }, { state: 'unknown' }])
    expect(udiDi({ value: 'not-applicable' })).toEqual([
      'devices[0].udiDi.value "unknown" and "not-applicable" go into "state", not into "value".',
    ])
  })

  it('names every fault at once, with the way out', () => {
    const found = faults({
      reference: 'R1',
      manufacturer: { name: 'Acme', country: 'Germany' },
      devices: [{ name: 'Pump', regulaton: 'MDR', markets: ['DE', 'XQ'] }],
      event: { from: '2026-02-31', outcomes: ['dead'], country: { value: 'D' } },
      awareness: [{ of: 'incident', at: '2026-11-23T16:05' }],
    })
    expect(found.sort()).toMatchInlineSnapshot(`
      [
        "awareness[0].at: CASE-SHAPE "2026-11-23T16:05" has a time but neither an offset such as +01:00 nor a zone such as [Europe/Berlin]. Correct the value. "vigie schema case" prints what is allowed at each place.",
        "devices[0].markets[1]: CASE-SHAPE "XQ" is not a country code (two letters, e.g. DE, GB, CH; XI for Northern Ireland). Correct the value. "vigie schema case" prints what is allowed at each place.",
        "devices[0].regulaton: CASE-UNKNOWN-KEY "regulaton" is not a name the case schema knows here. Did you mean "regulation"?",
        "event.country.value: CASE-SHAPE "D" is not a country code (two letters, e.g. DE, GB, CH; XI for Northern Ireland). Correct the value. "vigie schema case" prints what is allowed at each place.",
        "event.from: CASE-SHAPE "2026-02-31" is not a day of the calendar (YYYY-MM-DD). Correct the value. "vigie schema case" prints what is allowed at each place.",
        "event.outcomes[0]: CASE-SHAPE "dead" is not one of "death", "life-threatening", "permanent-impairment", "temporary-impairment", "hospitalisation", "intervention", "chronic-disease", "foetal-harm", "serious-deterioration", "minor-harm", "no-harm". Correct the value. "vigie schema case" prints what is allowed at each place.",
        "manufacturer.country: CASE-SHAPE "Germany" is not a country code (two letters, e.g. DE, GB, CH; XI for Northern Ireland). Correct the value. "vigie schema case" prints what is allowed at each place.",
      ]
    `)
  })

  it('says where text is not JSON', () => {
    const parsed = parseCaseText('{"reference": ')
    expect(parsed.ok ? '' : parsed.findings[0]?.code).toBe('CASE-JSON')
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), json => void parseCase(json)))
    fc.assert(fc.property(fc.string(), text => void parseCaseText(text)))
  })

  it('publishes its schema', () => {
    const schema = caseJsonSchema()
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' })
    expect(JSON.stringify(schema).length).toBeGreaterThan(5000)
  })
})
