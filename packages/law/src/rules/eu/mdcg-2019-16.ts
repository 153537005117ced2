import { day } from '@vigie/kernel'
import { all, inSet, named, oneOf } from '../../engine/condition.js'
import type { Rule } from '../../engine/rule.js'
import { REVIEW_BY } from '../sources.js'

const PUBLISHED = day('2020-07-01')

/** MDCG 2019-16 Rev.1: cybersecurity. A weakness that has harmed nobody is no incident, but it can call for a field action. */
export const MDCG_2019_16: readonly Rule[] = [
  {
    id: 'EU-CYB-01',
    jurisdiction: 'EU',
    instruments: [
      {
        name: 'MDCG 2019-16 Rev.1',
        citation: 'MDCG 2019-16 Rev.1; MDR Art 2(68), Annex I 17.2',
        effectiveFrom: PUBLISHED,
      },
    ],
    title:
      'Decide whether the weakness can lead to serious harm, and if so on a field safety corrective action; keep the decision',
    scope: 'incident',
    owedBy: ['manufacturer'],
    when: all(
      named(
        'a weakness in security was found or used',
        'no weakness in security is concerned',
        oneOf('event.problems', ['security-vulnerability', 'security-compromise']),
      ),
      named(
        'the device is on the Union market',
        'the device is not on the Union market',
        inSet('device.markets', 'union-market'),
      ),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['own records'] },
    timing: 'Without undue delay; the day of the decision starts the duties of a field action',
    clocks: [],
    evidence: ['hazard analysis', 'decision with date and reason'],
    status: 'guidance',
    certainty: 'not-confirmed',
    note: 'The Cyber Resilience Act does not reach devices under the MDR and IVDR.',
    sources: [{ title: 'MDCG 2019-16 Rev.1, cybersecurity of medical devices', date: PUBLISHED }],
    reviewBy: REVIEW_BY,
  },
]
