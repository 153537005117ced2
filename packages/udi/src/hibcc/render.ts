import type { LabelData } from '../result.js'
import { hibcCheckCharacter } from './check-character.js'

/** What {@link renderHibc} writes; dates as in {@link LabelData}. */
export type HibcContent = Pick<
  LabelData,
  'lot' | 'serial' | 'expiry' | 'expiryHour' | 'manufactured' | 'quantity'
> & { readonly lic: string; readonly pcn: string; readonly uom: number }

function date(c: HibcContent): string {
  const e = c.expiry
  if (e === undefined) return '7'
  const yymmdd = e.slice(2).replaceAll('-', '')
  if (e.length === 7) return `${e.slice(5, 7)}${e.slice(2, 4)}`
  return c.expiryHour === undefined ? `3${yymmdd}` : `4${yymmdd}${String(c.expiryHour).padStart(2, '0')}`
}

/**
 * Writes one HIBC code: primary data, secondary data with quantity, date and lot, then serial number and
 * manufacturing date after slashes, and the check character.
 *
 * @example renderHibc({ lic: 'A123', pcn: 'BJC5D6E7', uom: 1 }) // '+A123BJC5D6E71G'
 */
export function renderHibc(c: HibcContent): string {
  const parts = [`+${c.lic}${c.pcn}${c.uom}`]
  if (c.lot !== undefined || c.expiry !== undefined || c.quantity !== undefined) {
    const quantity = c.quantity === undefined ? '' : `9${String(c.quantity).padStart(5, '0')}`
    parts.push(`$$${quantity}${date(c)}${c.lot ?? ''}`)
  }
  if (c.serial !== undefined) parts.push(`S${c.serial}`)
  if (c.manufactured !== undefined) parts.push(`16D${c.manufactured.replaceAll('-', '')}`)
  const text = parts.join('/')
  return text + (hibcCheckCharacter(text) ?? '')
}
