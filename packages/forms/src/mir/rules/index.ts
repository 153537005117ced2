import type { Day, Finding } from '@vigie/kernel'
import type { Answer } from '../../report.js'
import type { FieldTable, ReportKey } from '../../table.js'
import { authorityCountry } from './authority-country.js'
import { awareness } from './awareness.js'
import { awarenessOfReportability } from './awareness-of-reportability.js'
import { blankFields } from './blank-fields.js'
import { certificates } from './certificates.js'
import { classificationAndCodes } from './classification-and-codes.js'
import { counts } from './counts.js'
import { datesInFuture } from './dates-in-future.js'
import { deviceClass } from './device-class.js'
import { deviceDates } from './device-dates.js'
import { email } from './email.js'
import { eventDates } from './event-dates.js'
import { imdrfCodes } from './imdrf-codes.js'
import { listTwins } from './list-twins.js'
import { ncaNumber } from './nca-number.js'
import { nextReport } from './next-report.js'
import { otherInWords } from './other-in-words.js'
import { registrationNumbers } from './registration-numbers.js'
import { riskAssessment } from './risk-assessment.js'
import { FilledForm, type Rule } from './rule.js'
import { similarNumbers } from './similar-numbers.js'
import { similarPeriods } from './similar-periods.js'
import { submitter } from './submitter.js'
import { textLength } from './text-length.js'
import { udi } from './udi.js'
import { wantedAnswers } from './wanted-answers.js'

/** The business rules of the MIR, for every version. A rule about a field that a version lacks finds nothing there. */
export const mirRules: readonly Rule[] = [
  blankFields,
  eventDates,
  awareness,
  awarenessOfReportability,
  datesInFuture,
  nextReport,
  ncaNumber,
  authorityCountry,
  submitter,
  registrationNumbers,
  email,
  listTwins,
  udi,
  certificates,
  deviceDates,
  deviceClass,
  imdrfCodes,
  classificationAndCodes,
  counts,
  otherInWords,
  riskAssessment,
  similarPeriods,
  similarNumbers,
  textLength,
  wantedAnswers,
]

/** All findings of all business rules, in the order of the rules. */
export function checkRules(
  table: FieldTable,
  answers: ReadonlyMap<string, Answer>,
  type: ReportKey | undefined,
  today: Day | undefined,
): readonly Finding[] {
  const form = new FilledForm(table, answers, type, today)
  const findings: Finding[] = []
  const add = (finding: Finding) => void findings.push(finding)
  for (const rule of mirRules) rule.check(form, add)
  return findings
}
