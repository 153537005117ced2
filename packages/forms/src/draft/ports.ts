import { emdn } from '@vigie/codes'
import { issuingEntityOf, issuingEntityOfBasic } from '@vigie/udi'
import type { DraftPorts } from './context.js'

/** The look-ups of this project: identifiers by their syntax, terms from the shipped release of the EMDN. */
export const shippedPorts: DraftPorts = {
  issuingEntity: issuingEntityOf,
  issuingEntityOfBasic,
  emdnTerm: code => emdn().get(code)?.term,
}
