import { readdirSync, readFileSync } from 'node:fs'
import { type FontFacts, fontFacts } from './font-coverage.js'

/** The fonts of a print, in the order in which they are tried. */
export interface PrintFonts {
  readonly files: readonly Uint8Array[]
  readonly families: readonly string[]
  /** For each character the families that have a glyph for it in every cut, as bits. */
  readonly familiesFor: (codePoint: number) => number
}

/**
 * Fonts from their bytes. The first family sets the text; the others lend the characters it lacks.
 * Throws RangeError for a file that is not a single font, for no font, or for more than 31 families.
 */
export function printFonts(files: readonly Uint8Array[]): PrintFonts {
  const cuts = new Map<string, FontFacts[]>()
  for (const file of files) {
    const facts = fontFacts(file)
    cuts.set(facts.family, [...(cuts.get(facts.family) ?? []), facts])
  }
  if (cuts.size === 0 || cuts.size > 31)
    throw new RangeError(`a print needs 1 to 31 font families, not ${cuts.size}`)
  const sets = [...cuts.values()]
  return {
    files,
    families: [...cuts.keys()],
    familiesFor: c =>
      sets.reduce((bits, cut, i) => (cut.every(f => f.characters.has(c)) ? bits | (1 << i) : bits), 0),
  }
}

/** The order of the font files: the text font first, the others by name. */
function rank(name: string): string {
  return name.startsWith('NotoSans-') ? `0${name}` : `1${name}`
}

/** All fonts of a folder that holds `NotoSans-Regular.ttf`, that family first, the others by file name. */
export function readFonts(folder: URL): PrintFonts {
  const names = readdirSync(folder).filter(name => /\.(ttf|otf)$/i.test(name))
  names.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return printFonts(names.map(name => readFileSync(new URL(name, folder))))
}

let shipped: PrintFonts | undefined

/** The fonts that this package carries in its folder `fonts/`, read once. A bundle passes its own copy to {@link readFonts}. */
export function shippedFonts(): PrintFonts {
  shipped ??= readFonts(new URL('../../fonts/', import.meta.url))
  return shipped
}
