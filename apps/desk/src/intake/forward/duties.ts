import { parseCase } from '@vigie/facts'
import { parseDay } from '@vigie/kernel'
import { assess, type Law, lawRecord, type Party } from '@vigie/law'
import type { Row } from '@vigie/record'
import { readSignalDetails } from '../signal-details.js'
import { writtenMoment } from '../written-moment.js'

/** Somebody who must be told of a signal. */
export interface ForwardDuty {
  readonly rule: string
  readonly title: string
  readonly citation: string
  readonly addressee: Party
  readonly by: string | null
  readonly timing: string
  readonly why: string
  readonly confirmed: boolean
}

/**
 * To whom the one who received a signal must hand it on, as the law in use says for its role. The law is asked with
 * what is known now: who received it, when. Nothing for a manufacturer.
 */
export function forwardDuties(law: Law, signal: Row<'signals'>, today: string): readonly ForwardDuty[] {
  const { receivedAs } = readSignalDetails(signal.details)
  const at = parseDay(today)
  const parsed = parseCase({
    reference: signal.reference.slice(0, 50),
    manufacturer: { name: 'the manufacturer', country: 'DE' },
    devices: [{ name: 'the device' }],
    awareness: [
      {
        of: 'incident',
        at: writtenMoment(Date.parse(signal.received_at), signal.received_zone),
        by: receivedAs,
      },
    ],
  })
  if (!parsed.ok || at === undefined) return []
  return assess(parsed.case, { at, law })
    .tasks.filter(t => t.state === 'due')
    .flatMap(task => {
      const found = lawRecord(task.rule, law)
      if (found?.type !== 'rule' || found.record.scope !== 'operator') return []
      const { addressee } = found.record
      if (addressee.resolve !== 'parties') return []
      return addressee.parties.map(party => ({
        rule: task.rule,
        title: task.title,
        citation: task.citation,
        addressee: party,
        by: task.by,
        timing: task.timing,
        why: task.why,
        confirmed: task.confirmed,
      }))
    })
}
