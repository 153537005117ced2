import { authorityById, type Channel, channelFor } from '@vigie/codes'
import { type Report, textAt } from '@vigie/forms'
import type { Day } from '@vigie/kernel'

/** What goes to one authority, and how. */
export interface Handover {
  readonly channel: {
    readonly means: Channel['means'] | 'unknown'
    readonly name: string
    readonly certainty: string
    readonly source: string | null
    readonly note: string | null
  }
  /** Where reports go by e-mail. */
  readonly mail: { readonly to: string | null; readonly subject: string; readonly body: string } | null
  /** Where they go by a portal, a gateway or a national way. */
  readonly steps: readonly string[] | null
}

export interface HandoverFacts {
  readonly authority: string
  readonly authorityId: string | null
  readonly authorityReference: string | null
  readonly kind: string
  readonly report: Report
  /** Names of the files as they lie in the package. */
  readonly files: readonly string[]
  readonly sender: string
  readonly on: Day
}

/** The way to an authority by its record in the tables of codes, with the text of the mail or the steps of the portal. */
export function handoverOf(f: HandoverFacts): Handover {
  const authority = f.authorityId === null ? undefined : authorityById(f.authorityId)
  const channel = authority === undefined ? undefined : channelFor(authority, 'mir', f.on)
  if (channel === undefined) {
    return {
      channel: { means: 'unknown', name: f.authority, certainty: 'not-confirmed', source: null, note: null },
      mail: null,
      steps: [
        `How ${f.authority} takes incident reports is not known here: ask the authority, or look at its web site.`,
        ...afterwards(f),
      ],
    }
  }
  const about = {
    means: channel.means,
    name: channel.name,
    certainty: channel.certainty,
    source: channel.source,
    note: channel.note ?? null,
  }
  return channel.means === 'e-mail'
    ? { channel: about, mail: mailOf(f, channel), steps: null }
    : { channel: about, mail: null, steps: stepsOf(f, channel) }
}

const KINDS: Readonly<Record<string, string>> = {
  initial: 'Initial report',
  'follow-up': 'Follow-up report',
  combined: 'Combined initial and final report',
  final: 'Final report',
  reclassified: 'Follow-up report with another classification',
  'not-reportable': 'Final report on an incident that proved not reportable',
}

function factsOf(f: HandoverFacts): readonly (readonly [string, string | undefined])[] {
  const maker = Object.keys(f.report.fields).find(p => p.endsWith('/mfrDetails/mfrName'))
  return [
    ['Our reference', textAt(f.report, 'admin_info/mfrRef')],
    ['Your reference', f.authorityReference ?? undefined],
    ['Manufacturer', maker === undefined ? undefined : textAt(f.report, maker)],
    ['Device', textAt(f.report, 'device_info/brandName')],
    ['UDI-DI', textAt(f.report, 'device_info/udiDI')],
    ['Classification', textAt(f.report, 'admin_info/eventClassification')],
    ['Next report expected', textAt(f.report, 'admin_info/reportNextDate')],
  ]
}

function mailOf(f: HandoverFacts, channel: Channel): Handover['mail'] {
  const kind = KINDS[f.kind] ?? f.kind
  const facts = factsOf(f).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  const reference = textAt(f.report, 'admin_info/mfrRef') ?? ''
  const theirs = f.authorityReference === null ? '' : ` (your reference ${f.authorityReference})`
  return {
    to: channel.address ?? null,
    subject: `${kind} (MIR ${f.report.version}), our reference ${reference}${theirs}`,
    body: [
      'Dear Sir or Madam,',
      '',
      `please find attached the ${kind.charAt(0).toLowerCase()}${kind.slice(1)} on the incident below.`,
      '',
      ...facts,
      '',
      'Files:',
      ...f.files.map(name => `- ${name}`),
      '',
      'Please confirm the receipt and tell us your reference number.',
      '',
      'Yours faithfully',
      f.sender,
      '',
    ].join('\n'),
  }
}

function stepsOf(f: HandoverFacts, channel: Channel): readonly string[] {
  const wanted = channel.files
  const [xml = '', pdf = ''] = f.files
  const upload =
    wanted === undefined
      ? `Hand over ${xml}, and ${pdf} where a readable copy is asked for; which files it takes is not known here.`
      : `Hand over ${wanted.map(w => (w === 'XML' ? xml : pdf)).join(' and ')}.`
  return [
    `Open ${channel.name} and sign in with the account of the sender.`,
    `Choose an incident report (MIR): ${KINDS[f.kind] ?? f.kind}.`,
    ...(f.authorityReference === null ? [] : [`Give the number of the authority: ${f.authorityReference}.`]),
    upload,
    ...(channel.note === undefined ? [] : [channel.note]),
    ...afterwards(f),
  ]
}

const afterwards = (f: HandoverFacts): readonly string[] => [
  'Save the confirmation, with its date and time.',
  `Record here that it was sent to ${f.authority}, with the confirmation as proof: only then does the clock stop.`,
]
