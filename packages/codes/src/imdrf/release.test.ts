import { describe, expect, it } from 'vitest'
import type { ImdrfAnnex, ImdrfEntry } from './entry.js'
import { IMDRF_RELEASES, imdrf, parseImdrfCode, parseImdrfRelease } from './release.js'

const release = imdrf()
const annexes: readonly ImdrfAnnex[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
const count = (annex: ImdrfAnnex, fits: (e: ImdrfEntry) => boolean) =>
  release.entries(annex).filter(fits).length
const codes = (entries: readonly ImdrfEntry[]) => entries.map(e => String(e.code))
const modified = (e: ImdrfEntry) => e.officialStatus.includes('Modified')

describe('IMDRF release 2025', () => {
  it('has the counted rows: 1,891 codes', () => {
    const sizes = annexes.map(a => release.entries(a).length)
    expect(sizes).toEqual([491, 32, 158, 45, 784, 78, 303])
    expect(sizes.reduce((a, b) => a + b)).toBe(1891)
    const pairs = release.entries('E').map(e => Math.max(1, e.parents.length))
    expect(pairs.reduce((a, b) => a + b)).toBe(946)
  })

  it('meets the published figures of change: new, modified, retired in this release', () => {
    const figures = annexes.map(a => [
      count(a, e => e.status === 'new'),
      count(a, modified),
      count(a, e => e.replacement?.since === '2025'),
    ])
    expect(figures).toEqual([
      [3, 16, 3],
      [7, 0, 1],
      [0, 13, 0],
      [0, 3, 0],
      [19, 13, 3],
      [6, 8, 1],
      [2, 3, 0],
    ])
  })

  it('knows every retired code and where to go from there', () => {
    const advice = annexes.flatMap(a => release.entries(a)).filter(e => e.status === 'retired')
    expect(codes(advice).sort()).toEqual(
      'A0202 A0203 A0204 A071205 B08 E0138 E0753 E1026 E2107 F1006 G04081'.split(' '),
    )
    for (const e of advice)
      for (const to of e.replacement?.codes ?? []) expect(release.get(to)?.selectable, to).toBe(true)
  })

  it('has the codes that came between 2022 and 2025', () => {
    const added =
      'A0107 A020505 A0416 A050408 A050409 A0514 A072203 A0723 A150106 A210107 A2205 A2206 A2501 ' +
      'B25 B26 B27 B28 B29 B30 B31 B32 C0109 C0210 C0708 C1701 C2301 C2302 C24 D1401 D1402 D20 D21 ' +
      'F0802 F1008 F1009 F1010 F1910 F2307 F2308 F2309 F2601 F29 F30 F31 ' +
      'G0200804 G0201208 G02041 G03014 G03015 G03016 G0400501'
    for (const code of added.split(' ')) expect(release.get(code)?.code).toBe(code)
  })

  it('lets nobody choose the headings of annexes E and G', () => {
    for (const annex of ['E', 'G'] as const) {
      const headings = release.entries(annex).filter(e => e.status === 'not-selectable')
      expect(codes(headings)).toEqual(codes(release.roots(annex)))
    }
    expect(release.roots('E')).toHaveLength(24)
    expect(release.roots('G')).toHaveLength(7)
    expect(release.get('E24')?.officialStatus).toBe('Not selectable, Modified (editorial)')
  })

  it('lists a code of annex E under each of its parents', () => {
    expect(release.get('E0104')?.parents).toEqual(['E01', 'E05'])
    expect(release.paths('E0103').map(codes)).toEqual([
      ['E01', 'E0103'],
      ['E23', 'E2338', 'E0103'],
    ])
    expect(codes(release.children('E2338'))).toContain('E0103')
    expect(release.get('E1707')?.parents).toEqual(['E23'])
  })

  it('walks up and down', () => {
    expect(codes(release.path('A050401'))).toEqual(['A05', 'A0504', 'A050401'])
    expect(codes(release.children('F01'))).toEqual(['F0101', 'F0102', 'F0103'])
    expect(codes(release.path('G0200804'))).toEqual(['G02', 'G02008', 'G0200804'])
    expect(release.path('X1')).toEqual([])
    expect(release.children('A050401')).toEqual([])
  })

  it('reads codes and releases only as they are written', () => {
    for (const no of ['', 'a05', 'A5', ' A05', 'A', 'constructor', 'H01'])
      expect(parseImdrfCode(no)).toBeUndefined()
    expect(parseImdrfCode('A0501')).toBe('A0501')
    expect(parseImdrfRelease('2025')).toBe('2025')
    expect(parseImdrfRelease('2026')).toBeUndefined()
    expect(IMDRF_RELEASES).toEqual(['2025'])
    expect(imdrf('2025')).toBe(release)
  })

  it('gives every child a level one below its parent by its own digits', () => {
    for (const a of annexes)
      for (const e of release.entries(a)) {
        const [first] = e.parents
        if (first !== undefined && e.code.startsWith(first))
          expect(release.get(first)?.level).toBe(e.level - 1)
      }
  })
})
