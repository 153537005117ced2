import { country } from '@vigie/codes'
import { day } from '@vigie/kernel'
import { all, any, type Condition, defined, is, named, not, oneOf } from '../../engine/condition.js'
import type { Clock, Instrument, Rule } from '../../engine/rule.js'
import { HEALTH_DETERIORATED, SOMEBODY_DIED } from '../conditions.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const US = country('US')

const part803 = (section: string): [Instrument] => [
  { name: '21 CFR part 803', citation: `21 CFR ${section}`, effectiveFrom: day('2015-08-14') },
]

const MARKETED_IN_US: Condition = named(
  'the device is marketed in the United States',
  'the device is not marketed in the United States',
  any(is('device.markets', US), all(is('event.country', US), is('device.madeAvailableWhereUsed', true))),
)

const MAY_HAVE_CAUSED: Condition = named(
  'the device may have caused or contributed to it',
  'the device did not cause or contribute to it (21 CFR 803.20(c)(2): keep the reasoning)',
  all(defined('US-DEF-01'), oneOf('assessment.causality', ['established', 'possible', 'suspected'])),
)

const MALFUNCTION_COULD_HARM: Condition = all(
  oneOf('event.problems', [
    'malfunction',
    'deterioration',
    'erroneous-result',
    'inadequate-information',
    'security-compromise',
  ]),
  oneOf('event.couldHaveLedTo', ['death', 'serious-deterioration']),
)

const REPORTABLE: Condition = all(
  MARKETED_IN_US,
  MAY_HAVE_CAUSED,
  named(
    'there was a death, a serious injury, or a malfunction that could cause one if it recurred',
    'there was neither a death nor a serious injury, nor a malfunction that could cause one if it recurred',
    any(SOMEBODY_DIED, HEALTH_DETERIORATED, MALFUNCTION_COULD_HARM),
  ),
)

const days30 = (
  classification: NonNullable<Clock['classification']>,
  when: Condition,
  id: string,
): Clock => ({
  id,
  classification,
  when,
  basis: 'incident-learnt',
  amount: 30,
  unit: 'calendar-day',
  direction: 'after',
  rounding: 'none',
})

const common = {
  jurisdiction: 'US',
  owedBy: ['manufacturer'],
  addressee: { resolve: 'authority', country: 'US' },
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.cfr803],
  reviewBy: REVIEW_BY,
} as const

const IMPORTER_LEARNT: Condition = all(
  named('an importer learnt of it', 'no importer learnt of it', is('operator.role', 'importer')),
  named('in the United States', 'outside the United States', is('operator.country', US)),
)
const FACILITY_LEARNT: Condition = all(
  named(
    'a user facility learnt of it',
    'no user facility learnt of it',
    is('operator.role', 'health-institution'),
  ),
  named('in the United States', 'outside the United States', is('operator.country', US)),
)

const AFTER_LEARNING = { basis: 'operator-learnt', direction: 'after', rounding: 'none' } as const

const FACILITY_CLOCK: Clock = {
  ...AFTER_LEARNING,
  id: 'facility',
  amount: 10,
  unit: 'working-day',
  calendar: 'US-federal',
}

/** 21 CFR part 803: medical device reporting. */
export const CFR_803: readonly Rule[] = [
  {
    ...common,
    id: 'US-MDR-01',
    scope: 'incident',
    instruments: part803('803.50(a), 803.10(c)(1)'),
    title: 'Report a death, a serious injury, or a malfunction that could cause one',
    when: REPORTABLE,
    duty: { type: 'report', form: 'FDA-3500A', kind: 'initial', channel: 'us-803' },
    timing: '30 calendar days after the day of becoming aware',
    clocks: [
      days30('Death', SOMEBODY_DIED, 'death'),
      days30('Serious injury', HEALTH_DETERIORATED, 'serious-injury'),
      days30('Malfunction', MALFUNCTION_COULD_HARM, 'malfunction'),
    ],
    evidence: ['reporting decision', 'event file', 'eMDR acknowledgement'],
    note: 'Events abroad count when the device is also marketed in the United States. A serious injury is narrower than a serious deterioration of health; the wider reading is used.',
  },
  {
    ...common,
    id: 'US-MDR-02',
    scope: 'incident',
    instruments: part803('803.53, 803.10(c)(2)'),
    title: 'Report within five work days when remedial action is needed',
    when: all(
      MARKETED_IN_US,
      named(
        'remedial action is needed to prevent an unreasonable risk of substantial harm',
        'nobody found that remedial action is needed to prevent an unreasonable risk of substantial harm',
        is('awareness.remedialActionNeeded', true),
      ),
    ),
    duty: { type: 'report', form: 'FDA-3500A', kind: '5-day', channel: 'us-803' },
    timing: '5 work days after the day of becoming aware',
    clocks: [
      {
        id: 'five-work-days',
        basis: 'remedial-action-learnt',
        amount: 5,
        unit: 'working-day',
        direction: 'after',
        rounding: 'none',
        calendar: 'US-federal',
      },
    ],
    evidence: ['5-day report'],
    note: 'Also on a written request of the FDA. The clock starts with a person who has management, supervisory or regulatory responsibility (21 CFR 803.3).',
  },
  {
    ...common,
    id: 'US-MDR-03',
    scope: 'operator',
    instruments: part803('803.56'),
    title: 'Send a supplement with new or changed information',
    when: all(
      named(
        'new information came in after the report',
        'no new information came in after the report',
        all(is('operator.learnt', 'new-information'), is('operator.actsForManufacturer', true)),
      ),
      REPORTABLE,
    ),
    duty: { type: 'report', form: 'FDA-3500A', kind: 'supplement', channel: 'us-803' },
    timing: '30 calendar days after receipt',
    clocks: [{ ...AFTER_LEARNING, id: 'supplement', amount: 30, unit: 'calendar-day' }],
    evidence: ['supplemental report'],
  },
  {
    ...common,
    id: 'US-MDR-02-request',
    scope: 'request',
    instruments: part803('803.53(b)'),
    title: 'Answer the FDA; a written request for 5-day reports sets 5 work days',
    when: named('the FDA asks', 'the FDA does not ask', is('request.country', US)),
    duty: { type: 'task' },
    timing: 'As stated in the request',
    clocks: [{ ...AFTER_LEARNING, id: 'stated', basis: 'request-due', amount: 0, unit: 'calendar-day' }],
    evidence: ['log of what was delivered'],
  },
  {
    ...common,
    id: 'US-MDR-04',
    scope: 'operator',
    owedBy: ['importer'],
    instruments: part803('803.40(a)'),
    title: 'US importer: report a death or serious injury to the FDA and the manufacturer',
    when: all(IMPORTER_LEARNT, MARKETED_IN_US, MAY_HAVE_CAUSED, any(SOMEBODY_DIED, HEALTH_DETERIORATED)),
    duty: { type: 'report', form: 'FDA-3500A', kind: 'importer report', channel: 'us-803' },
    timing: '30 calendar days after the day of becoming aware',
    clocks: [{ ...AFTER_LEARNING, id: 'importer', amount: 30, unit: 'calendar-day' }],
    evidence: ['importer report to FDA and manufacturer'],
  },
  {
    ...common,
    id: 'US-MDR-05',
    scope: 'operator',
    owedBy: ['importer'],
    instruments: part803('803.40(b)'),
    title: 'US importer: report a malfunction to the manufacturer',
    when: all(IMPORTER_LEARNT, MARKETED_IN_US, MALFUNCTION_COULD_HARM),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['manufacturer'] },
    timing: '30 calendar days after the day of becoming aware',
    clocks: [{ ...AFTER_LEARNING, id: 'importer-malfunction', amount: 30, unit: 'calendar-day' }],
    evidence: ['importer report to the manufacturer'],
  },
  {
    ...common,
    id: 'US-MDR-06',
    scope: 'operator',
    owedBy: ['health-institution'],
    instruments: part803('803.30(a)(1)'),
    title: 'US user facility: report a death to the FDA and the manufacturer',
    when: all(FACILITY_LEARNT, MARKETED_IN_US, MAY_HAVE_CAUSED, SOMEBODY_DIED),
    duty: { type: 'task' },
    timing: '10 work days after the day of becoming aware; a summary each 1 January',
    clocks: [FACILITY_CLOCK],
    evidence: ['user facility report', 'annual summary'],
  },
  {
    ...common,
    id: 'US-MDR-06-injury',
    scope: 'operator',
    owedBy: ['health-institution'],
    instruments: part803('803.30(a)(2)'),
    title:
      'US user facility: report a serious injury to the manufacturer, to the FDA only if it is not known',
    when: all(FACILITY_LEARNT, MARKETED_IN_US, MAY_HAVE_CAUSED, HEALTH_DETERIORATED, not(SOMEBODY_DIED)),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['manufacturer'] },
    timing: '10 work days after the day of becoming aware; a summary each 1 January',
    clocks: [FACILITY_CLOCK],
    evidence: ['user facility report', 'annual summary'],
  },
]
