import { dayInZone } from '@vigie/kernel'
import { newId } from '@vigie/record'

/** A reference for what came without one: letter, day, six digits of chance, for example `S-20261125-7f3d2c`. */
export function newReference(letter: string, epochMs: number, zone: string): string {
  return `${letter}-${dayInZone(epochMs, zone).replaceAll('-', '')}-${newId(epochMs).slice(-6)}`
}
