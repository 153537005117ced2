import { describe, expect, it } from 'vitest'
import { emdn } from './emdn.js'
import { searchEmdn } from './search.js'

const codes = (words: string) => searchEmdn(words, { limit: 5 }).map(h => String(h.code))

describe('searchEmdn', () => {
  it.each([
    ['pacemaker', 'J0101'],
    ['syringe', 'A02'],
    ['hip prosthesis', 'P0908'],
    ['plaster', 'M05'],
    ['blood glucose meter', 'W0201060102'],
    ['blood presure monitor', 'Z12030203'],
    ['hearing aid', 'Y2145'],
    ['wheelchair', 'Y1221'],
    ['contact lenses', 'Q021004'],
    ['defibrillator', 'Z120305'],
    ['covid', 'W01050411'],
    ['j01', 'J01'],
  ])('%s', (words, code) => {
    expect(codes(words)).toContain(code)
  })

  it('keeps to the ends of branches when asked', () => {
    const hits = searchEmdn('needles', { terminalOnly: true })
    expect(hits).toHaveLength(20)
    expect(hits.every(h => h.terminal && emdn().get(h.code)?.terminal)).toBe(true)
    expect(hits[0]?.path.length).toBeGreaterThan(1)
  })

  it('gives nothing for words that say nothing', () => {
    for (const nothing of ['', '?', 'xyzzyx']) expect(codes(nothing)).toEqual([])
  })
})
