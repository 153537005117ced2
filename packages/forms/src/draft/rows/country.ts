import { writtenCountry } from '../../mir/variants/index.js'
import type { DraftContext } from '../context.js'
import { valuesOf } from '../table-facts.js'

/**
 * A country as the field writes it. The lists of the forms are ISO 3166-1: an address in Northern Ireland, or in a
 * part of the United Kingdom that is left open, is `GB` there, unless the list has `XI` of its own.
 */
export function countryText(x: DraftContext, path: string, code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  const written = writtenCountry(x.target, code)
  return written === 'XI' && valuesOf(x.table, path)?.includes('XI') === false ? 'GB' : written
}
