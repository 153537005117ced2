import type { CaseFile, Device } from '@vigie/facts'
import type { Instance } from '../engine/instance.js'
import type { Scope } from '../engine/rule.js'

/** One thing rules are applied to: a device in an incident, a field action, a trend, ... */
export interface Subject {
  readonly scope: Scope
  readonly device: Device
  readonly deviceIndex: number
  readonly instance: Instance
  /** Index of the record in its list of the case file. */
  readonly index: number
  readonly about: string | null
}

/**
 * Everything in a case that rules apply to. A case without a word about an event, but with a field action or the
 * like, is not an incident of which nothing is known.
 */
export function subjectsOf(file: CaseFile): readonly Subject[] {
  const others = [
    ...file.fieldActions,
    ...file.trends,
    ...file.supplyInterruptions,
    ...file.authorityRequests,
  ]
  const hasEvent = file.event !== undefined || file.awareness.length > 0 || others.length === 0
  return file.devices.flatMap((device, deviceIndex) => {
    const one = (scope: Scope, instance: Instance, index: number, about: string | null): Subject => ({
      scope,
      device,
      deviceIndex,
      instance,
      index,
      about,
    })
    return [
      ...(hasEvent ? [one('incident', {}, 0, null)] : []),
      ...file.awareness.map((operator, i) => one('operator', { operator }, i, null)),
      ...file.fieldActions.map((action, i) => one('field-action', { action }, i, action.reference)),
      ...file.trends.map((trend, i) =>
        one('trend', { trend }, i, trend.reference ?? `trend of ${trend.detectedOn}`),
      ),
      ...file.supplyInterruptions.map((supply, i) =>
        one('supply', { supply }, i, supply.reference ?? 'supply interruption'),
      ),
      ...file.authorityRequests.map((request, i) =>
        one('request', { request }, i, `request of ${request.receivedOn}: ${request.asksFor}`),
      ),
    ]
  })
}
