import { day } from '@vigie/kernel'
import { all, inSet, is, named, not } from '../../engine/condition.js'
import type { Instrument, Rule } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const APPLIES = day('2025-01-10')

const article10a = (paragraph: string): [Instrument] => [
  { name: 'Regulation (EU) 2024/1860', citation: `MDR/IVDR Art 10a${paragraph}`, effectiveFrom: APPLIES },
]

const HARM = named(
  'serious harm or a risk to patients or public health is reasonably foreseeable',
  'no serious harm or risk to patients or public health is foreseeable',
  is('supply.seriousHarmForeseeable', true),
)

const NOT_CUSTOM_MADE = named(
  'the device is not custom-made',
  'the device is custom-made',
  not(is('device.customMade', true)),
)

const ON_UNION_MARKET = named(
  'the device is on the Union market',
  'the device is not on the Union market',
  inSet('device.markets', 'union-market'),
)

const common = {
  jurisdiction: 'EU',
  scope: 'supply',
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.mdcg2024],
  reviewBy: REVIEW_BY,
} as const

/** MDR and IVDR Art 10a: notice of an interruption or end of supply. */
export const MDR_10A: readonly Rule[] = [
  {
    ...common,
    id: 'EU-SUP-01',
    instruments: article10a('(1)'),
    title: 'Give notice of an interruption or end of supply',
    owedBy: ['manufacturer'],
    when: all(
      ON_UNION_MARKET,
      NOT_CUSTOM_MADE,
      HARM,
      named(
        'you are the manufacturer, not an operator who received the notice',
        'you received the notice from your supplier',
        not(is('supply.receivedFromSupplier', true)),
      ),
    ),
    duty: { type: 'report', form: 'SUPPLY', kind: 'notice', channel: 'none' },
    addressee: { resolve: 'authority-of-manufacturer-place' },
    timing:
      'At least 6 months before the interruption; in exceptional circumstances, or when that day is past, without undue delay',
    clocks: [
      {
        id: 'six-months-before',
        when: not(is('supply.exceptional', true)),
        basis: 'supply-begins',
        amount: 6,
        unit: 'month',
        direction: 'before',
        rounding: 'none',
      },
    ],
    evidence: ['MDCG 2024-16 form', 'list of recipients', 'reasons'],
    note: 'Operators, health institutions and professionals supplied directly are told too. The duty cannot be delegated; the authorised representative may transmit. An interruption of more than about 60 days counts (MDCG 2024-16).',
  },
  {
    ...common,
    id: 'EU-SUP-02',
    instruments: article10a('(3)'),
    title: 'Pass the notice on, unchanged, to those you supply directly',
    owedBy: ['importer', 'distributor'],
    when: all(
      ON_UNION_MARKET,
      named(
        'you received the notice from your supplier',
        'you did not receive a notice from your supplier',
        is('supply.receivedFromSupplier', true),
      ),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['users and customers'] },
    timing: 'Without undue delay',
    clocks: [],
    evidence: ['forward log'],
  },
]
