import { valueFault } from './lexical.js'

/** Whether libxml2 takes a text for a value of a built-in type. */
type Takes = (text: string) => boolean

const INTEGER = { base: 'integer' } as const
export const isInteger: Takes = text => valueFault(INTEGER, text) === undefined

/** Types without a width: as `xsd:integer`, with blanks around and up to 24 digits, on one side of zero. */
const onSide =
  (side: (value: bigint) => boolean): Takes =>
  text =>
    isInteger(text) && side(BigInt(text.trim().replace('+', '')))

/** Types of so many bits. For these libxml2 takes no blanks around, and no sign where there can be none. */
const signed = (bits: number): Takes => {
  const limit = 2n ** BigInt(bits - 1)
  return text => {
    if (!/^[+-]?[0-9]+$/.test(text) || !isInteger(text)) return false
    const value = BigInt(text.replace('+', ''))
    return value >= -limit && value < limit
  }
}
const unsigned = (bits: number): Takes => {
  const limit = 2n ** BigInt(bits)
  return text => /^[0-9]+$/.test(text) && isInteger(text) && BigInt(text) < limit
}

/** The built-in types that XML Schema derives from `xsd:integer` (part 2, section 3), as libxml2 reads them. */
export const DERIVED_INTEGERS: ReadonlyMap<string, Takes> = new Map<string, Takes>([
  ['nonPositiveInteger', onSide(v => v <= 0n)],
  ['negativeInteger', onSide(v => v < 0n)],
  ['nonNegativeInteger', onSide(v => v >= 0n)],
  ['positiveInteger', onSide(v => v > 0n)],
  ['long', signed(64)],
  ['int', signed(32)],
  ['short', signed(16)],
  ['byte', signed(8)],
  ['unsignedLong', unsigned(64)],
  ['unsignedInt', unsigned(32)],
  ['unsignedShort', unsigned(16)],
  ['unsignedByte', unsigned(8)],
])
