import type { Row } from '@vigie/record'
import { readSignalDetails } from '../signal-details.js'
import { writtenMoment } from '../written-moment.js'
import type { ForwardDuty } from './duties.js'

export interface MailText {
  readonly subject: string
  readonly text: string
}

/** What the receiver of a forwarded signal reads: all that was told, when it was received, under which duty. */
export function mailText(
  signal: Row<'signals'>,
  deviceName: string | null,
  duty: ForwardDuty | undefined,
  withReporter: boolean,
): MailText {
  const d = readSignalDetails(signal.details)
  const line = (label: string, value: string | null | undefined) =>
    value == null || value === '' ? [] : [`${label}: ${value}`]
  const reporter = d.reporter
  const text = [
    duty === undefined
      ? 'We hand on to you what we received about a device.'
      : `We hand on to you what we received about a device (${duty.citation}).`,
    '',
    ...line('Our reference', signal.reference),
    ...line('Kind', signal.kind),
    ...line('Received', writtenMoment(Date.parse(signal.received_at), signal.received_zone)),
    ...line('Source', withReporter ? signal.source : undefined),
    ...line('Device', deviceName ?? d.deviceName),
    ...line('UDI-DI', signal.udi_di),
    ...line('Lot', signal.lot),
    ...line('Serial number', signal.serial),
    ...line('Day of the event', d.occurredOn),
    ...line('Country', d.country),
    ...line("Reporter's reference", signal.reporter_reference),
    ...(withReporter && reporter !== null
      ? [
          ...line('Reporter', reporter.name),
          ...line('Organisation', reporter.organisation),
          ...line('E-mail', reporter.email),
          ...line('Telephone', reporter.phone),
        ]
      : []),
    '',
    'What was reported:',
    '',
    ...(signal.text ?? '(no text)').split(/\r?\n/).map(l => `> ${l}`),
    '',
    'Please confirm that you received this message.',
    '',
  ].join('\n')
  const about = (signal.subject ?? `${signal.kind} ${signal.reference}`).replaceAll(/[\r\n]+/g, ' ')
  return { subject: `Forwarded: ${about} [${signal.reference}]`.slice(0, 250), text }
}
