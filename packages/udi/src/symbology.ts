/** What the symbology identifier says: GS1 element string, EAN/UPC, or nothing that helps. */
export type Carrier = 'gs1' | 'ean' | 'other'

/** Symbology identifiers of ISO/IEC 15424 that announce GS1 element strings. */
const GS1 = new Set([']C1', ']e0', ']e1', ']e2', ']d2', ']d5', ']Q3', ']Q5', ']J1', ']z1', ']z4'])
const EAN = new Set([']E0', ']E3', ']E4'])

/** Takes off the symbology identifier a scanner sends before the data: `]`, a letter and a modifier. */
export function takeSymbology(text: string): { readonly carrier: Carrier; readonly data: string } {
  if (!/^\][A-Za-z][0-9A-Za-z]/.test(text)) return { carrier: 'other', data: text }
  const mark = text.slice(0, 3)
  return { carrier: GS1.has(mark) ? 'gs1' : EAN.has(mark) ? 'ean' : 'other', data: text.slice(3) }
}
