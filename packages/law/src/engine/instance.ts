import type { AuthorityRequest, Awareness, FieldAction, SupplyInterruption, Trend } from '@vigie/facts'

/** What a rule is applied to beside the device and the event. */
export interface Instance {
  readonly action?: FieldAction
  readonly trend?: Trend
  readonly supply?: SupplyInterruption
  readonly request?: AuthorityRequest
  readonly operator?: Awareness
}
