import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedFonts } from './fonts.js'
import { BREAK, printableLine, printableLines, printableString } from './printable.js'

const fonts = shippedFonts()
const line = (text: string) => printableLine(text, fonts, {})

describe('a text made printable', () => {
  it('leaves Latin, Greek and Cyrillic text and common signs as they are', () => {
    const text = 'Größe ≤ 4 µm, ⌀ 2 mm → ✓; Ασθενής; Пациент; naïve; e\u0301; «»„“ № € ™'
    expect(line(text)).toEqual([text])
  })

  it('writes what no font has by number, neighbours together', () => {
    expect(line('pump 你好 A')).toEqual(['pump ', { u: 'U+4F60 U+597D' }, ' A'])
  })

  it('writes control, direction and invisible characters by number: none can hide or turn the text round', () => {
    expect(line('a\u0000b')).toEqual(['a', { u: 'U+0000' }, 'b'])
    expect(line('a\u202eb\u2066\u200b\ufeff')).toEqual([
      'a',
      { u: 'U+202E' },
      'b',
      { u: 'U+2066 U+200B U+FEFF' },
    ])
    expect(line('0123\u200d456')).toEqual(['0123', { u: 'U+200D' }, '456'])
    expect(line('\ud800x')).toEqual([{ u: 'U+D800' }, 'x'])
    expect(line('\ue000')).toEqual([{ u: 'U+E000' }])
  })

  it('keeps a few marks on a letter and writes the rest by number', () => {
    expect(line(`Z${'\u0335'.repeat(5)}`)).toEqual([`Z${'\u0335'.repeat(3)}`, { u: 'U+0335 U+0335' }])
    expect(line('\u0301')).toEqual([{ u: 'U+0301' }])
  })

  it('shows emoji by their numbers and drops only the signs that choose a look', () => {
    expect(line('™\ufe0f')).toEqual(['™'])
    expect(line('👩\u200d🔬')).toEqual([{ u: 'U+1F469 U+200D U+1F52C' }])
  })

  it('makes lines of all the line ends in use', () => {
    expect(printableLines('a\r\nb\rc\n\nd\u2028e', fonts)).toEqual([['a'], ['b'], ['c'], [], ['d'], ['e']])
  })

  it('lets a long word break, and only a long one', () => {
    expect(line('x'.repeat(40))).toEqual(['x'.repeat(40)])
    expect(line('x'.repeat(41))[0]).toContain(BREAK)
    expect(line(`short ${'ж'.repeat(41)} short`)[0]).toMatch(/^short ж{8}\ue000/)
  })

  it('loses no character whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const shown = printableString(text, fonts)
        const restored = shown
          .replace(/\[(U\+[^\]]*)\]/g, (_, numbers: string) =>
            numbers
              .split(' ')
              .map(n => String.fromCodePoint(Number.parseInt(n.slice(2), 16)))
              .join(''),
          )
          .replace(/\s/gu, '')
        // Brackets and U+ in the text itself would be read as notation.
        fc.pre(!/[[\]]|U\+/.test(text))
        expect(restored).toBe(text.replace(/[\ufe00-\ufe0f]/g, '').replace(/[\s\u0085]/gu, ''))
      }),
    )
  })
})
