import { addDays, type Day } from '@vigie/kernel'

/** What makes one invented case; days count back from today. */
export interface Story {
  readonly reference: string
  readonly title: string
  readonly manufacturer: string
  readonly device: string
  readonly country: string
  readonly outcomes: readonly string[] | 'unknown'
  readonly couldHaveLedTo?: string
  readonly causality?: 'established' | 'possible' | 'suspected' | 'excluded'
  readonly publicHealthThreat?: 'yes'
  /** Days since the maker learnt of it. */
  readonly learnt: number
  readonly text: string
  /** Reports that went out: days ago and, where there is one, the receipt. */
  readonly sent?: readonly { readonly to: string; readonly ago: number; readonly proof?: string }[]
}

/** The case file of a story, as the facts package reads it. */
export function caseFileOf(story: Story, today: Day): object {
  const day = (ago: number) => addDays(today, -ago)
  return {
    reference: story.reference,
    notes: 'Invented for the demo.',
    manufacturer: { name: story.manufacturer, country: 'DE', srn: 'DE-MF-000012345' },
    swissRepresentative: { name: 'Alpstein Medtech AG', country: 'CH', submitsReports: 'yes' },
    ukResponsiblePerson: { name: 'Severn Device Services Ltd', country: 'GB', submitsReports: 'no' },
    devices: [
      {
        name: story.device,
        regulation: 'MDR',
        riskClass: 'IIb',
        markets: ['DE', 'FR', 'IE', 'NL', 'GB', 'CH'],
        greatBritainRoute: 'CE',
      },
    ],
    event: {
      description: story.text,
      country: story.country,
      from: day(story.learnt + 2),
      problems: ['malfunction'],
      outcomes: story.outcomes,
      ...(story.couldHaveLedTo === undefined ? {} : { couldHaveLedTo: story.couldHaveLedTo }),
      publicHealthThreat: story.publicHealthThreat ?? 'no',
    },
    awareness: [{ of: 'incident', at: `${day(story.learnt)}T10:15[Europe/Berlin]`, by: 'manufacturer' }],
    ...(story.causality === undefined ? {} : { assessment: { causality: story.causality } }),
    ...(story.sent === undefined
      ? {}
      : {
          sentReports: story.sent.map(({ to, ago, proof }) => ({
            to,
            kind: 'initial',
            on: day(ago),
            ...(proof === undefined ? {} : { proof }),
          })),
        }),
  }
}
