import { oneOf } from '../../engine/condition.js'
import type { Definition } from '../../engine/rule.js'
import { DEVICE_PROBLEMS } from '../conditions.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

/** 21 CFR 803.3: what counts as caused or contributed to. */
export const US_DEFINITIONS: readonly Definition[] = [
  {
    id: 'US-DEF-01',
    jurisdiction: 'US',
    title: 'Caused or contributed',
    citation: '21 CFR 803.3',
    text: 'Failure, malfunction, improper design, manufacture or labeling, or user error, whatever the cause of the error.',
    condition: oneOf('event.problems', [
      ...DEVICE_PROBLEMS,
      'undesirable-side-effect',
      'use-error',
      'abnormal-use',
    ]),
    certainty: 'verified',
    sources: [SOURCES.cfr803],
    reviewBy: REVIEW_BY,
  },
]
