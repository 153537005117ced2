import type { Json } from '@vigie/kernel'
import type { Row } from '@vigie/record'
import { readSignalDetails } from '../signal-details.js'
import { writtenMoment } from '../written-moment.js'
import { Sourced } from './sourced.js'

const LONGEST = 4000
const named = (s: Row<'signals'>) => `Signal ${s.reference}`

/** Who learnt of the incident, when: one entry for each signal, the first first. Every day 0 comes from these. */
export function awarenessOf(signals: readonly Row<'signals'>[]): Sourced {
  const out = new Sourced('file')
  const entries = [...signals]
    .sort((a, b) => Date.parse(a.received_at) - Date.parse(b.received_at))
    .map((s): Json => {
      const { receivedAs } = readSignalDetails(s.details)
      return {
        of: 'incident',
        at: writtenMoment(Date.parse(s.received_at), s.received_zone),
        by: receivedAs,
        note: `${named(s)}, ${s.source}`,
      }
    })
  out.plain('awareness', entries, signals.map(named).join(', '))
  return out
}

/** What the signals say of the event. Where two of them differ the fact is left open. */
export function eventOf(signals: readonly Row<'signals'>[]): Sourced {
  const out = new Sourced('file.event')
  const [first] = signals
  if (first === undefined) return out
  const text = (first.text ?? '').trim()
  if (text.length > LONGEST) {
    out.open.push(
      `The text of ${first.reference} has more than ${LONGEST} characters: write a description of the event.`,
    )
  } else out.plain('description', text, named(first))
  const all = signals.map(s => ({ s, d: readSignalDetails(s.details) }))
  const agreed = (name: 'country' | 'occurredOn') => {
    const said = all.filter(({ d }) => d[name] !== null)
    const values = new Set(said.map(({ d }) => d[name]))
    if (values.size > 1) out.open.push(`The signals differ in ${name}: ${[...values].join(', ')}.`)
    const [one] = said
    return values.size === 1 && one !== undefined ? { value: one.d[name], source: named(one.s) } : undefined
  }
  const country = agreed('country')
  if (country !== undefined) out.fact('country', country.value, country.source)
  const day = agreed('occurredOn')
  if (day !== undefined) out.plain('from', day.value, day.source)
  const reported = all.find(({ d }) => d.reporter !== null)
  if (reported !== undefined) addReporter(out, reported.s, reported.d.reporter)
  return out
}

function addReporter(
  out: Sourced,
  signal: Row<'signals'>,
  reporter: ReturnType<typeof readSignalDetails>['reporter'],
): void {
  if (reporter === null) return
  if (reporter.role === undefined) {
    out.open.push(
      `Say who reported ${signal.reference}: a healthcare professional, a patient, a lay user or another.`,
    )
    return
  }
  const { name, organisation, email, phone, country, role } = reporter
  const short = (text: string | undefined, key: string, max: number) =>
    text === undefined || text.length > max ? {} : { [key]: text }
  const value = {
    role,
    ...short(organisation, 'facility', 200),
    ...short(signal.reporter_reference ?? undefined, 'facilityReportNumber', 50),
    ...short(name, 'lastName', 50),
    ...short(email, 'email', 255),
    ...short(phone, 'phone', 50),
    ...(country === undefined ? {} : { country }),
  }
  out.plain('reporter', value, named(signal))
}
