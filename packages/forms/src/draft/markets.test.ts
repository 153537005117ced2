import { describe, expect, it } from 'vitest'
import type { DraftRequest } from './context.js'
import { CH, codes, draft, GB, said } from './draft-of.test.helper.js'

const markets = (list: readonly string[], request: Partial<DraftRequest> = {}) => {
  const d = draft({ device: { markets: list } }, request)
  return [
    said(d, 'distributionEEA').join(' '),
    said(d, 'distribution_all').join(),
    said(d, 'otherCountries').join(),
  ]
}

describe('the markets', () => {
  const EEA =
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')

  it('are ticked where the form of the version has them and named where not', () => {
    const sold = ['US', 'CH', 'GB', 'XI', 'TR', 'DE']
    expect(markets(sold)).toEqual(['DE TR XI', '', 'Great Britain;Switzerland;United States'])
    expect(markets(sold, CH)).toEqual(markets(sold))
    expect(markets(sold, GB)).toEqual(['CH DE GB TR', '', 'Northern Ireland;United States'])
  })

  it('are "all" only if all of them, and Great Britain is ticked beside', () => {
    const all = [...EEA, 'CH', 'TR', 'GB']
    expect(markets(all, GB)).toEqual(['GB', 'All EEA, Switzerland and Turkey', ''])
    expect(
      markets(
        all.filter(c => c !== 'LI'),
        GB,
      )[1],
    ).toBe('')
    expect(markets([...EEA, 'TR', 'XI'])[1]).toBe('')
  })

  it('ask which part of the United Kingdom is meant', () => {
    const d = draft({ device: { markets: ['UK'] } })
    expect(codes(d.missing)).toContain('WHICH-PART')
    expect(said(d, 'otherCountries')).toEqual(['United Kingdom'])
  })
})
