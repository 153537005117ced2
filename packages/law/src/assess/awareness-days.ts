import type { CaseFile } from '@vigie/facts'
import type { Day } from '@vigie/kernel'
import { dayZero } from '../engine/day-zero.js'
import type { Jurisdiction } from '../engine/rule.js'

/** The two awareness days that a report states (MIR 7.3.1, 1.2.c and 1.2.d). Absent: the case does not give it. */
export interface AwarenessDays {
  /** The day the manufacturer learnt of the incident. */
  readonly incident?: Day
  /** The day it learnt what made an incident reportable that had been judged not reportable before. */
  readonly reportability?: Day
}

/**
 * The awareness days for a report in a jurisdiction, by the same counting as day 0 (MDCG 2023-3 Rev.2 Q14, Q15).
 * A day that the engine only assumes, because the case does not give one, is left out: a report states no guess.
 */
export function awarenessDays(file: CaseFile, jurisdiction: Jurisdiction): AwarenessDays {
  const { judgedNotReportable, ...assessment } = file.assessment ?? {}
  const first = dayZero('incident-learnt', { ...file, assessment }, {}, jurisdiction)
  const restarted =
    judgedNotReportable === undefined ? undefined : dayZero('incident-learnt', file, {}, jurisdiction)
  const known = (zero: typeof first) => (zero === undefined || zero.assumed ? undefined : zero.day)
  const [incident, reportability] = [known(first), known(restarted)]
  return {
    ...(incident === undefined ? {} : { incident }),
    ...(reportability === undefined || reportability === incident ? {} : { reportability }),
  }
}
