import type { Json } from '@vigie/kernel'

const KINDS = {
  'clock-near': 'A date comes near',
  'clock-over': 'A date is over',
  'clock-moved': 'A clock moved',
  'sending-failed': 'A message was not sent',
  alarm: 'Alarm',
} as const

/** A notification as one plain sentence: references and dates, no personal data. */
export function sentenceOf(kind: keyof typeof KINDS, details: Json): string {
  const text = (name: string): string => {
    const value =
      typeof details === 'object' && details !== null && name in details ? Reflect.get(details, name) : ''
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  if (kind === 'clock-near' || kind === 'clock-over') {
    const to = text('authority') === '' ? text('jurisdiction') : text('authority')
    return `${KINDS[kind]}: ${text('caseReference')}, ${text('which')} ${text('date')}, to ${to} (${text('daysLeft')} days left).`
  }
  if (kind === 'clock-moved') return `${KINDS[kind]}: ${text('caseReference')}. ${text('because')}`
  if (kind === 'sending-failed') return `${KINDS[kind]} (${text('fault')}); look at the outbox.`
  return `${KINDS[kind]}: ${text('alarm')} ${text('first')}`.trim()
}
