import { SERIOUS_DETERIORATION } from '@vigie/facts'
import { all, any, defined, is, named, not, oneOf } from '../../engine/condition.js'
import type { Definition } from '../../engine/rule.js'
import { DEVICE_PROBLEMS } from '../conditions.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const SERIOUS_POTENTIAL = ['death', 'serious-deterioration'] as const

/** Definitions of MDR Art 2 and IVDR Art 2 that decide whether an incident is reportable. */
export const EU_DEFINITIONS: readonly Definition[] = [
  {
    id: 'EU-DEF-01',
    jurisdiction: 'EU',
    title: 'Incident',
    citation: 'MDR Art 2(64); IVDR Art 2(67); MDCG 2023-3 Rev.2 Q5, Q6',
    text: 'A malfunction or deterioration of the characteristics or performance of a device on the market, a use error caused by its ergonomic features, inadequate information from the manufacturer, and under the MDR an undesirable side-effect. Abnormal use is no incident.',
    condition: any(
      oneOf('event.problems', DEVICE_PROBLEMS),
      all(is('event.problems', 'undesirable-side-effect'), is('device.kind', 'device')),
      all(is('event.problems', 'use-error'), is('event.useErrorFromDesign', true)),
    ),
    certainty: 'verified',
    sources: [SOURCES.mdr, SOURCES.ivdr, SOURCES.mdcg2023],
    reviewBy: REVIEW_BY,
  },
  {
    id: 'EU-DEF-02',
    jurisdiction: 'EU',
    title: 'Serious incident',
    citation: 'MDR Art 2(65); IVDR Art 2(68); MDCG 2023-3 Rev.2 Q2',
    text: 'An incident that directly or indirectly led, might have led or might lead to a death, a serious deterioration of a person’s health, or a serious public health threat, where a causal link is established, reasonably possible or suspected.',
    condition: all(
      named(
        'something was wrong with the device, its information or its design for use ({event.problems})',
        'it was no incident in the sense of the law ({event.problems})',
        defined('EU-DEF-01'),
      ),
      named(
        '{harm}',
        'it neither led nor could have led to death, serious deterioration of health or a public health threat',
        any(
          is('event.outcomes', 'death'),
          oneOf('event.outcomes', SERIOUS_DETERIORATION),
          oneOf('event.couldHaveLedTo', SERIOUS_POTENTIAL),
          is('event.publicHealthThreat', true),
        ),
      ),
      named(
        'a link with the device is {assessment.causality}',
        'a link with the device is excluded',
        oneOf('assessment.causality', ['established', 'possible', 'suspected']),
      ),
    ),
    certainty: 'verified',
    sources: [SOURCES.mdr, SOURCES.ivdr, SOURCES.mdcg2023],
    reviewBy: REVIEW_BY,
  },
  {
    id: 'EU-DEF-08',
    jurisdiction: 'EU',
    title: 'Anticipated serious deterioration',
    citation: 'MDCG 2023-3 Rev.2 Q12',
    text: 'The condition was considered in the risk analysis and documented in the risk management report, and either the risk was shown to be reduced as far as possible or it is named in the information supplied. Without the whole proof the deterioration is unanticipated.',
    condition: all(
      is('assessment.anticipated.consideredInRiskAnalysis', true),
      is('assessment.anticipated.documentedInRiskReport', true),
      any(
        is('assessment.anticipated.riskReducedAsFarAsPossible', true),
        is('assessment.anticipated.namedInInformation', true),
      ),
    ),
    certainty: 'verified',
    sources: [SOURCES.mdcg2023],
    reviewBy: REVIEW_BY,
  },
  {
    id: 'EU-DEF-13',
    jurisdiction: 'EU',
    title: 'Expected side-effect or expected erroneous result',
    citation: 'MDR Art 87(1)(a); IVDR Art 82(1)(a); MDCG 2023-3 Rev.2 Q9, Q10',
    text: 'A side-effect (MDR) or an erroneous result (IVDR) that is clearly documented in the product information, quantified in the technical documentation and acceptable goes to trend reporting instead. What cannot be shown before the deadline is reported.',
    condition: all(
      any(
        all(is('device.kind', 'device'), is('event.problems', 'undesirable-side-effect')),
        all(is('device.kind', 'ivd'), is('event.problems', 'erroneous-result')),
      ),
      not(
        oneOf('event.problems', [
          'malfunction',
          'deterioration',
          'inadequate-information',
          'security-compromise',
          'falsified',
          'use-error',
        ]),
      ),
      is('assessment.expected.documentedInInformation', true),
      is('assessment.expected.quantifiedInTechnicalDocumentation', true),
      is('assessment.expected.acceptable', true),
    ),
    certainty: 'verified',
    sources: [SOURCES.mdr, SOURCES.ivdr, SOURCES.mdcg2023],
    reviewBy: REVIEW_BY,
  },
]
