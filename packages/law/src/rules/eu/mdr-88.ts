import { all, inSet, is, named } from '../../engine/condition.js'
import type { Rule } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'
import { article } from './mdr-87.js'

/** What makes a rise reportable, whatever the jurisdiction (MDR Art 88(1)). */
export const IS_REPORTABLE_TREND = all(
  named(
    'the rise is statistically significant',
    'the rise is not statistically significant',
    is('trend.significant', true),
  ),
  named(
    'it could change the balance of benefit and risk',
    'it cannot change the balance of benefit and risk',
    is('trend.couldAffectBenefitRisk', true),
  ),
)

/** MDR Art 88, IVDR Art 83: trend reporting. */
export const MDR_88: readonly Rule[] = [
  {
    id: 'EU-VIG-14',
    jurisdiction: 'EU',
    instruments: article('Art 88(1), Art 92(6)', 'Art 83(1), Art 87(6)'),
    title:
      'Report a statistically significant increase of incidents that are not serious, or of expected effects',
    scope: 'trend',
    owedBy: ['manufacturer'],
    when: all(
      IS_REPORTABLE_TREND,
      named(
        'incidents occurred in the EU or EEA',
        'none of the incidents occurred in the EU or EEA',
        inSet('trend.countries', 'eea'),
      ),
    ),
    duty: { type: 'report', form: 'TREND', kind: 'initial', channel: 'trend' },
    addressee: { resolve: 'authorities-of-trend', within: 'eea' },
    timing: 'The law counts no days; without undue delay once the trend is established',
    clocks: [],
    evidence: ['method, baseline and observation period from the PMS plan', 'trend report form', 'analysis'],
    status: 'in-force',
    certainty: 'verified',
    sources: [SOURCES.mdr, SOURCES.ivdr],
    reviewBy: REVIEW_BY,
  },
]
