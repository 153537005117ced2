import type { Branded } from '@vigie/kernel'
import type { Provenance } from '../provenance.js'

/** A code that exists in a release of the European Medical Device Nomenclature, for example `A01010101`. */
export type EmdnCode = Branded<string, 'EmdnCode'>

export interface EmdnEntry {
  readonly code: EmdnCode
  readonly term: string
  /** 1 (category) to 7. */
  readonly level: number
  /** Whether the code is at the end of its branch; only such codes should be assigned to a device. */
  readonly terminal: boolean
}

/** A release folder as data: rows `code|T when terminal|term`. */
export interface EmdnSource {
  readonly provenance: Provenance
  readonly rows: string
}
