import type { Day, Finding } from '@vigie/kernel'
import type { CaseFile } from '../case.js'
import { dateOrder, futureDates, judgement, zones } from './dates.js'
import { eventFacts } from './event.js'
import { deviceClasses, doubles, places } from './people-and-devices.js'

/**
 * What cannot be true together in a case, and what lies in the future of `today`.
 * A contradiction never stops the assessment: the stricter reading is used and said so.
 */
export function contradictions(file: CaseFile, today: Day): Finding[] {
  return [
    ...futureDates(file, today),
    ...dateOrder(file),
    ...deviceClasses(file),
    ...eventFacts(file),
    ...zones(file),
    ...places(file),
    ...judgement(file),
    ...doubles(file),
  ]
}
