import { describe, expect, it } from 'vitest'
import { checkEmdnCode } from './check.js'
import { emdn, parseEmdnCode } from './emdn.js'

const release = emdn()
const found = (code: string) => checkEmdnCode(code).map(f => f.code)

describe('EMDN version 2', () => {
  it('has the counted codes per level, and the terminal ones', () => {
    expect(release.entries).toHaveLength(8454)
    const perLevel = [1, 2, 3, 4, 5, 6, 7].map(l => release.entries.filter(e => e.level === l).length)
    expect(perLevel).toEqual([23, 180, 926, 2017, 2795, 2142, 371])
    expect(release.entries.filter(e => e.terminal)).toHaveLength(6722)
  })

  it('has a parent for every code below a category, and calls exactly the ends of branches terminal', () => {
    for (const e of release.entries) {
      expect(release.parent(e.code)?.level).toBe(e.level === 1 ? undefined : e.level - 1)
      expect(e.terminal).toBe(release.children(e.code).length === 0)
    }
  })

  it('walks from the category down', () => {
    expect(release.path('A01010101').map(e => e.code)).toEqual(['A', 'A01', 'A0101', 'A010101', 'A01010101'])
    expect(release.path('E01')).toEqual([])
    expect(release.parent('E01')).toBeUndefined()
    expect(parseEmdnCode('a01')).toBeUndefined()
    expect(parseEmdnCode('A01')).toBe('A01')
  })
})

describe('checkEmdnCode', () => {
  it.each([
    ['A0101010101', []],
    ['A01', ['EMDN-NOT-TERMINAL']],
    ['a0101010101', ['EMDN-WRITTEN']],
    ['A 01.01', ['EMDN-WRITTEN', 'EMDN-NOT-TERMINAL']],
    ['E01', ['EMDN-UNKNOWN']],
    ['', ['EMDN-UNKNOWN']],
  ])('%s', (code, expected) => {
    expect(found(code)).toEqual(expected)
  })

  it('names the nearest group of a code that does not exist', () => {
    expect(checkEmdnCode('A010177')[0]?.mend).toContain('A0101 (NEEDLES FOR INFUSION AND SAMPLING)')
  })
})
