import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { rowsByPath } from '../../table/index-of.js'
import { mir721 } from '../7.2.1/table.js'
import { mir731 } from '../7.3.1/table.js'
import { countriesOf, countsIn, mirVariants, writtenCountry } from './index.js'

const TODAY = day('2026-11-23')
const { EU, NI, CH, GB } = mirVariants

describe('the middle column of similar incidents', () => {
  it('counts EEA, Türkiye and Northern Ireland for the Union', () => {
    const counted = countriesOf(EU.similarIncidents.region, TODAY)
    expect(counted).toHaveLength(32)
    expect(['TR', 'XI', 'IS', 'LI', 'NO', 'DE'].filter(c => !counted.includes(c))).toEqual([])
    expect(['CH', 'GB', 'US'].filter(c => counted.includes(c))).toEqual([])
    expect(countriesOf(NI.similarIncidents.region, TODAY)).toEqual(counted)
  })

  it('counts Switzerland too for Swissmedic, contrary to the Union', () => {
    const union = countriesOf(EU.similarIncidents.region, TODAY)
    expect(countriesOf(CH.similarIncidents.region, TODAY)).toEqual([...union, 'CH'].sort())
  })

  it('counts EEA, Switzerland and Turkey on the form for Great Britain', () => {
    const counted = countriesOf(GB.similarIncidents.region, TODAY)
    expect(counted).toHaveLength(32)
    expect(counted).toContain('CH')
    expect(counted).not.toContain('XI')
  })

  it('reads aliases, and leaves the United Kingdom open', () => {
    expect(countsIn(EU.similarIncidents.region, 'EL', TODAY)).toBe(true)
    expect(countsIn(EU.similarIncidents.region, 'UK', TODAY)).toBe(false)
    expect(countsIn(EU.territory, 'XI', TODAY)).toBe(false)
    expect(countsIn(NI.territory, 'XI', TODAY)).toBe(true)
  })
})

describe('who submits', () => {
  it('names the Swiss representative as "Other, please specify" with "CH Rep"', () => {
    expect(CH.submitter).toMatchObject({
      representative: 'swiss-representative',
      asSubmitter: { branch: 'reporterOther', otherText: 'CH Rep' },
      in133: 'authorised-representative',
      in134: 'swiss-representative',
    })
  })
})

describe('how countries are written', () => {
  it('keeps XI in 7.3.1 and writes GB in 7.2.1', () => {
    expect(writtenCountry(NI, 'XI')).toBe('XI')
    expect(writtenCountry(GB, 'XI')).toBe('GB')
    expect(writtenCountry(CH, 'EL')).toBe('GR')
    expect(writtenCountry(EU, 'UK')).toBe('GB')
  })
})

describe('every filling', () => {
  it('names only fields that its version has, under its place', () => {
    for (const variant of Object.values(mirVariants)) {
      const rows = rowsByPath(variant.version === '7.2.1' ? mir721 : mir731)
      for (const { paths, place, sentence, source } of variant.differences) {
        for (const path of paths)
          expect(rows.get(path)?.row.place.startsWith(place.slice(0, 5)), path).toBe(true)
        expect(sentence).toMatch(/^[A-Z].*\.$/)
        expect(source.length).toBeGreaterThan(10)
      }
    }
  })

  it('lets only countries stand as "other" that its list lacks', () => {
    for (const variant of Object.values(mirVariants)) {
      const row = rowsByPath(variant.version === '7.2.1' ? mir721 : mir731).get(
        'device_info/distribution/distributionEEA',
      )?.row
      const values = row?.kind === 'leaf' && row.type.base === 'string' ? (row.type.values ?? []) : []
      expect(values.length).toBeGreaterThan(30)
      expect(variant.markets.namedAsOther.filter(c => values.includes(c))).toEqual([])
    }
  })
})
