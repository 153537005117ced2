import { SERIOUS_DETERIORATION } from '@vigie/facts'
import { all, any, defined, is, named, oneOf } from '../../engine/condition.js'
import type { Definition } from '../../engine/rule.js'
import { DEVICE_PROBLEMS } from '../conditions.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

/** Definitions of reg 44ZC UK MDR 2002, where they differ from the Union's. */
export const GB_DEFINITIONS: readonly Definition[] = [
  {
    id: 'GB-DEF-INCIDENT',
    jurisdiction: 'GB',
    title: 'Incident (Great Britain)',
    citation: 'reg 44ZC UK MDR 2002',
    text: 'Close to the Union’s definition: malfunction, deterioration, use error caused by ergonomic features or information, inadequate information, or a reportable side-effect, for all devices.',
    condition: any(
      oneOf('event.problems', [...DEVICE_PROBLEMS, 'undesirable-side-effect']),
      all(is('event.problems', 'use-error'), is('event.useErrorFromDesign', true)),
    ),
    certainty: 'secondary-source',
    sources: [SOURCES.si2024],
    reviewBy: REVIEW_BY,
  },
  {
    id: 'GB-DEF-SERIOUS',
    jurisdiction: 'GB',
    title: 'Serious incident (Great Britain)',
    citation: 'reg 44ZC UK MDR 2002',
    text: 'An incident that led, might have led or might lead to a death, a serious deterioration of health (self-administered intervention included) or a serious public health threat. For a use error the deterioration need not have occurred. That an expected side-effect is exempt is not confirmed for Great Britain, so it is not applied.',
    condition: all(
      named(
        'something was wrong with the device, its information or its design for use ({event.problems})',
        'it was no incident in the sense of the law ({event.problems})',
        defined('GB-DEF-INCIDENT'),
      ),
      named(
        '{harm}',
        'it neither led nor could have led to death, serious deterioration of health or a public health threat',
        any(
          is('event.outcomes', 'death'),
          oneOf('event.outcomes', SERIOUS_DETERIORATION),
          oneOf('event.couldHaveLedTo', ['death', 'serious-deterioration']),
          is('event.publicHealthThreat', true),
        ),
      ),
      named(
        'a link with the device is {assessment.causality}',
        'a link with the device is excluded',
        oneOf('assessment.causality', ['established', 'possible', 'suspected']),
      ),
    ),
    certainty: 'secondary-source',
    sources: [SOURCES.si2024],
    reviewBy: REVIEW_BY,
  },
]
