/** A decimal number as a whole one, halves upwards (away from zero); undefined if it is whole already or no number. */
export function roundedDecimal(text: string): string | undefined {
  const m = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim())
  const [, sign = '', whole = '', fraction] = m ?? []
  if (m === null || fraction === undefined || (whole === '' && fraction === '')) return undefined
  const up = (fraction[0] ?? '0') >= '5' ? 1n : 0n
  const rounded = BigInt(whole === '' ? '0' : whole) + up
  return sign === '-' && rounded !== 0n ? `-${rounded}` : `${rounded}`
}
