import { country } from '@vigie/codes'
import { day } from '@vigie/kernel'
import { all, any, type Condition, is, named, not, unless } from '../../engine/condition.js'
import type { Clock, Instrument, Rule } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const US = country('US')

const part806 = (section: string): [Instrument] => [
  { name: '21 CFR part 806', citation: `21 CFR ${section}`, effectiveFrom: day('1998-05-18') },
]

const CARRIED_OUT_IN_US: Condition = named(
  'the correction or removal is carried out in the United States',
  'the correction or removal is not carried out in the United States',
  is('action.undertakenIn', US),
)

const AGAINST_A_RISK: Condition = named(
  'it reduces a risk to health or remedies a violation that may present one',
  'it neither reduces a risk to health nor remedies a violation that may present one',
  any(is('action.us.reducesRiskToHealth', true), is('action.us.remediesViolation', true)),
)

const tenWorkingDays = (basis: Clock['basis'], id: string): Clock => ({
  id,
  basis,
  amount: 10,
  unit: 'working-day',
  direction: 'after',
  rounding: 'none',
  calendar: 'US-federal',
})

const common = {
  jurisdiction: 'US',
  scope: 'field-action',
  owedBy: ['manufacturer', 'importer'],
  addressee: { resolve: 'authority', country: 'US' },
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.cfr806],
  reviewBy: REVIEW_BY,
} as const

/** 21 CFR part 806: reports of corrections and removals. */
export const CFR_806: readonly Rule[] = [
  {
    ...common,
    id: 'US-COR-01',
    instruments: part806('806.10(b), (f)'),
    title: 'Report a correction or removal',
    when: all(
      CARRIED_OUT_IN_US,
      AGAINST_A_RISK,
      unless(
        'it has not been reported under part 803',
        'it has been reported under part 803 already (21 CFR 806.10(f))',
        not(is('action.us.reportedUnder803', true)),
      ),
    ),
    duty: { type: 'report', form: 'FDA-806', kind: 'initial', channel: 'us-806' },
    timing: '10 working days after initiating the correction or removal',
    clocks: [tenWorkingDays('action-initiated', 'initiated')],
    evidence: ['report with its 13 items'],
  },
  {
    ...common,
    id: 'US-COR-02',
    instruments: part806('806.10(d)'),
    title: 'Amend the report when the action is extended to further lots',
    when: all(
      CARRIED_OUT_IN_US,
      AGAINST_A_RISK,
      named(
        'the action was extended to further lots',
        'the action was not extended to further lots',
        is('action.us.extended', true),
      ),
    ),
    duty: { type: 'report', form: 'FDA-806', kind: 'amendment', channel: 'us-806' },
    timing: '10 working days after initiating the extension',
    clocks: [tenWorkingDays('action-extended', 'extended')],
    evidence: ['amendment'],
  },
  {
    ...common,
    id: 'US-COR-04',
    instruments: part806('806.20'),
    title: 'Decide whether the correction or removal must be reported; if not, keep a record with the reason',
    when: all(
      named(
        'the device is marketed in the United States',
        'the device is not marketed in the United States',
        any(is('device.markets', US), is('action.undertakenIn', US)),
      ),
      not(all(CARRIED_OUT_IN_US, AGAINST_A_RISK)),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['own records'] },
    timing: 'When the action is initiated; kept for 2 years beyond the expected life of the device',
    clocks: [],
    evidence: ['record with justification'],
  },
]
