import { existsSync, readFileSync } from 'node:fs'
import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { COUNTRIES, country, countryOf, parseCountry } from './country.js'
import { LANGUAGES } from './language.js'
import { inMir721Distribution, MIR_721_DISTRIBUTION, MIR_721_DISTRIBUTION_ALL } from './mir-distribution.js'
import { isMember, membersOf } from './set.js'

const TODAY = day('2026-11-23')
const SCHEMA = new URL(
  '../../../../../shared/reference/mir/schema/incident-Initial-v7.2.1.xsd',
  import.meta.url,
)

describe('countries', () => {
  it('lists ISO 3166-1 and two codes beside it', () => {
    expect(COUNTRIES.filter(c => c.iso)).toHaveLength(249)
    expect(COUNTRIES.filter(c => !c.iso).map(c => c.name)).toEqual(['Northern Ireland', 'Kosovo'])
    expect(new Set(COUNTRIES.map(c => c.name)).size).toBe(COUNTRIES.length)
  })

  it('reads the aliases of Greece and the United Kingdom', () => {
    expect(parseCountry('EL')).toBe('GR')
    expect(parseCountry('UK')).toBe('GB')
    expect(countryOf('GR')).toEqual({ code: 'GR', name: 'Greece', iso: true, aliases: ['EL'] })
    for (const no of ['', 'el', 'ZZ', 'DEU', 'constructor']) expect(parseCountry(no)).toBeUndefined()
    expect(() => country('ZZ')).toThrow(RangeError)
  })
})

describe('sets of countries by day', () => {
  it('counts the members', () => {
    expect(membersOf('eu', TODAY)).toHaveLength(27)
    expect(membersOf('eea', TODAY)).toHaveLength(30)
    expect(membersOf('union-market', TODAY)).toHaveLength(32)
    expect(membersOf('eu', day('2019-06-01'))).toContain('GB')
  })

  it('lets the United Kingdom leave the Union and later the market, where Northern Ireland stays', () => {
    expect(isMember('UK', 'eu', day('2020-01-31'))).toBe(true)
    expect(isMember('UK', 'eu', day('2020-02-01'))).toBe(false)
    expect(isMember('GB', 'union-market', day('2020-12-31'))).toBe(true)
    expect(isMember('GB', 'union-market', day('2021-01-01'))).toBe(false)
    expect(isMember('XI', 'union-market', day('2021-01-01'))).toBe(true)
    expect(isMember('EL', 'eea', TODAY)).toBe(true)
    expect(isMember('CH', 'union-market', TODAY)).toBe(false)
    expect(isMember('ZZ', 'eu', TODAY)).toBe(false)
  })
})

it('offers the 33 boxes of MIR 7.2.1, without Northern Ireland', () => {
  expect(MIR_721_DISTRIBUTION).toHaveLength(33)
  expect(inMir721Distribution('EL')).toBe(true)
  expect(inMir721Distribution('XI')).toBe(false)
})

const values = (type: string): string[] => {
  const xsd = readFileSync(SCHEMA, 'utf8')
  const body = new RegExp(`simpleType name="${type}"[\\s\\S]*?</xsd:simpleType>`).exec(xsd)?.[0] ?? ''
  return [...body.matchAll(/enumeration value="([^"]*)"/g)].map(m => m[1] ?? '')
}

const absent = !existsSync(SCHEMA)
if (absent) console.log('skipped: the official MIR 7.2.1 schema is not beside the repository')
describe.skipIf(absent)('against the official MIR 7.2.1 schema', () => {
  it('has the same countries', () => {
    const ours = COUNTRIES.filter(c => c.iso).map(c => String(c.code))
    expect(values('isoCountryT').sort()).toEqual(ours.sort())
  })

  it('has the same boxes and the languages used here', () => {
    expect(values('distributionEEAT')).toEqual(MIR_721_DISTRIBUTION)
    expect(values('distribution_allT')).toEqual([MIR_721_DISTRIBUTION_ALL])
    expect(values('isoLanguageT')).toEqual(expect.arrayContaining(Object.keys(LANGUAGES)))
  })
})
