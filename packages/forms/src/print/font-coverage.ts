/**
 * The characters a font has glyphs for and the name of its family, read from its `cmap` and `name` tables
 * (OpenType, formats 4 and 12, the two in use for Unicode).
 */
export interface FontFacts {
  readonly family: string
  readonly characters: ReadonlySet<number>
}

/** Reads a TrueType or OpenType font. Throws RangeError for anything else, font collections (`.ttc`) included. */
export function fontFacts(file: Uint8Array): FontFacts {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const signature = file.byteLength < 12 ? 0 : view.getUint32(0)
  if (signature !== 0x00010000 && signature !== 0x4f54544f)
    throw new RangeError('not a single TrueType or OpenType font')
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i
    tables.set(String.fromCharCode(...file.subarray(at, at + 4)), view.getUint32(at + 8))
  }
  const [cmap, name] = [tables.get('cmap'), tables.get('name')]
  if (cmap === undefined || name === undefined) throw new RangeError('a font without cmap or name table')
  return { family: familyName(view, name), characters: charactersOf(view, cmap) }
}

/** Typographic family (16) or family (1) in the Windows Unicode encoding. */
function familyName(view: DataView, at: number): string {
  const strings = at + view.getUint16(at + 4)
  const found = new Map<number, string>()
  for (let i = 0; i < view.getUint16(at + 2); i++) {
    const record = at + 6 + 12 * i
    if (view.getUint16(record) !== 3) continue
    const [length, offset] = [view.getUint16(record + 8), view.getUint16(record + 10)]
    const units = Array.from({ length: length / 2 }, (_, k) => view.getUint16(strings + offset + 2 * k))
    found.set(view.getUint16(record + 6), String.fromCharCode(...units))
  }
  const family = found.get(16) ?? found.get(1)
  if (family === undefined) throw new RangeError('a font without a family name')
  return family
}

function charactersOf(view: DataView, at: number): ReadonlySet<number> {
  const characters = new Set<number>()
  for (let i = 0; i < view.getUint16(at + 2); i++) {
    const platform = view.getUint16(at + 4 + 8 * i)
    if (platform !== 0 && platform !== 3) continue
    const table = at + view.getUint32(at + 8 + 8 * i)
    const format = view.getUint16(table)
    if (format === 4) addSegments(view, table, characters)
    if (format === 12) addGroups(view, table, characters)
  }
  return characters
}

function addSegments(view: DataView, at: number, characters: Set<number>): void {
  const size = view.getUint16(at + 6)
  const [ends, starts, deltas, ranges] = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size]
  for (let i = 0; i < size; i += 2) {
    const [start, end, delta] = [
      view.getUint16(starts + i),
      view.getUint16(ends + i),
      view.getUint16(deltas + i),
    ]
    const range = view.getUint16(ranges + i)
    for (let c = start; c <= end && c < 0xffff; c++) {
      const raw = range === 0 ? c : view.getUint16(ranges + i + range + 2 * (c - start))
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) characters.add(c)
    }
  }
}

function addGroups(view: DataView, at: number, characters: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i
    const [start, end, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)]
    for (let c = start; c <= end; c++) if (glyph + (c - start) !== 0) characters.add(c)
  }
}
