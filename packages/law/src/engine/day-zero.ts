import { type Awareness, type CaseFile, type Knowledge, type Role, valueOf } from '@vigie/facts'
import type { Day, Moment } from '@vigie/kernel'
import { countsForManufacturer } from './acts-for-manufacturer.js'
import { agreementDay } from './agreement.js'
import type { Instance } from './instance.js'
import type { Basis, Jurisdiction } from './rule.js'

/** The day a clock starts from, and how it was found. */
export interface DayZero {
  readonly day: Day
  readonly moment?: Moment
  readonly why: string
  /** True when the day is not in the facts and the strictest possible one was taken. */
  readonly assumed?: true
  /** Index of the awareness entry whose counting for the manufacturer is only presumed. */
  readonly presumed?: number
}

const NAMES: Partial<Record<Role, string>> = {
  manufacturer: 'the manufacturer',
  'authorised-representative': 'the authorised representative',
  'uk-responsible-person': 'the UK Responsible Person',
  'swiss-representative': 'the Swiss representative',
  importer: 'the importer',
  distributor: 'the distributor',
  subcontractor: 'a subcontractor',
}

const STARTS_INCIDENT: readonly Knowledge[] = [
  'incident',
  'death',
  'serious-deterioration',
  'serious-public-health-threat',
]

const KNOWLEDGE_OF: Partial<Record<Basis, Knowledge>> = {
  'death-learnt': 'death',
  'serious-deterioration-learnt': 'serious-deterioration',
  'public-health-threat-learnt': 'serious-public-health-threat',
  'remedial-action-learnt': 'remedial-action-needed',
}

/**
 * Day 0 for a basis, or undefined when nothing in the case gives one.
 *
 * Of several people who learnt the same thing the earliest counts. An incident first judged not reportable, with the
 * reason kept, starts on the day of the new information instead (MDCG 2023-3 Rev.2 Q14); what was known when it was
 * judged does not start a clock again.
 */
export function dayZero(
  basis: Basis,
  file: CaseFile,
  instance: Instance,
  jurisdiction: Jurisdiction,
): DayZero | undefined {
  const other = ofInstance(basis, file, instance)
  if (other !== 'knowledge') return other
  const counted = file.awareness.filter(a => counts(a, file, jurisdiction) && isFitFor(a, basis))
  const restart = restartOf(file, counted)
  const fresh = restart === undefined ? counted : counted.filter(a => a.at.day >= restart.at.day)
  const wanted = KNOWLEDGE_OF[basis]
  const direct = wanted === undefined ? undefined : earliestOf(fresh.filter(a => a.of === wanted))
  if (direct !== undefined) return found(direct, file)
  if (basis === 'remedial-action-learnt') return undefined
  if (restart !== undefined) return found(restart, file)
  const first = earliestOf(counted.filter(a => STARTS_INCIDENT.includes(a.of)))
  const strictest = assumedDay(file)
  if (first === undefined) return strictest
  // Where only presumption makes somebody count, an earlier day on which others knew stays the strictest one.
  const certain = counted.some(
    a => countsForManufacturer(a, file) === 'yes' && STARTS_INCIDENT.includes(a.of),
  )
  return !certain && strictest !== undefined && strictest.day < first.at.day ? strictest : found(first, file)
}

/** The US five-day report starts with a person who has responsibility (21 CFR 803.3). */
function isFitFor(a: Awareness, basis: Basis): boolean {
  return basis !== 'remedial-action-learnt' || valueOf(a.regulatoryResponsibility) !== false
}

function ofInstance(basis: Basis, file: CaseFile, i: Instance): DayZero | undefined | 'knowledge' {
  switch (basis) {
    case 'action-decided':
      return at(i.action?.decidedOn?.day, 'the day the field action was decided')
    case 'action-initiated':
      return i.action?.initiatedOn === undefined
        ? at(i.action?.plannedStart, 'the day the action is to begin')
        : at(i.action.initiatedOn, 'the day the action began')
    case 'action-planned-start':
      return i.action?.plannedStart === undefined
        ? at(i.action?.initiatedOn, 'the day the action began')
        : at(i.action.plannedStart, 'the day the action is to begin')
    case 'action-extended':
      return at(i.action?.us?.extendedOn, 'the day the action was extended')
    case 'trend-detected':
      return at(i.trend?.detectedOn, 'the day the trend was established')
    case 'supply-begins':
      return at(i.supply?.begins, 'the day the interruption is expected to begin')
    case 'request-received':
      return at(i.request?.receivedOn, 'the day the request was received')
    case 'request-due':
      return at(i.request?.dueOn, 'the day the authority set')
    case 'operator-learnt':
      return at(i.operator?.at.day, 'the day it was learnt')
    case 'periodic-summary-due':
      return at(agreementDay(file), 'the day agreed for the next periodic summary')
    case 'next-report-promised':
      return at(file.report?.nextReportOn, 'the day promised in section 1.2.f')
    default:
      return 'knowledge'
  }
}

const at = (day: Day | undefined, why: string): DayZero | undefined =>
  day === undefined ? undefined : { day, why }

function counts(a: Awareness, file: CaseFile, jurisdiction: Jurisdiction): boolean {
  // In Switzerland the representative itself owes the report (MedDO Art 66(2bis)), so its own knowledge counts.
  if (jurisdiction === 'CH' && a.by === 'swiss-representative') return true
  return countsForManufacturer(a, file) !== 'no'
}

/**
 * The new information that restarts the clock of an incident first judged not reportable. There is none when the
 * judgement came before anybody knew, or although the serious outcome was known already: then the first day stands.
 */
function restartOf(file: CaseFile, counted: readonly Awareness[]): Awareness | undefined {
  const judged = file.assessment?.judgedNotReportable
  if (judged === undefined) return undefined
  const first = earliestOf(counted.filter(a => STARTS_INCIDENT.includes(a.of)))
  const knewBetter = counted.some(a => SERIOUS_KNOWLEDGE.includes(a.of) && a.at.day < judged.on)
  if (first === undefined || judged.on < first.at.day || knewBetter) return undefined
  return earliestOf(counted.filter(a => RESTARTS.includes(a.of) && a.at.day >= judged.on))
}

const SERIOUS_KNOWLEDGE: readonly Knowledge[] = [
  'death',
  'serious-deterioration',
  'serious-public-health-threat',
]
const RESTARTS: readonly Knowledge[] = [...SERIOUS_KNOWLEDGE, 'reportability']

function earliestOf(list: readonly Awareness[]): Awareness | undefined {
  return list.reduce<Awareness | undefined>(
    (best, a) => (best === undefined || a.at.day < best.at.day ? a : best),
    undefined,
  )
}

function found(a: Awareness, file: CaseFile): DayZero {
  const who = NAMES[a.by] ?? 'somebody acting for the manufacturer'
  const presumed =
    countsForManufacturer(a, file) === 'presumed'
      ? ' (taken to act for the manufacturer, because the case does not say)'
      : ''
  return {
    day: a.at.day,
    moment: a.at,
    why: `the day ${who} learnt of ${SUBJECT[a.of]}${presumed}`,
    ...(presumed === '' ? {} : { presumed: file.awareness.indexOf(a) }),
  }
}

const SUBJECT: Record<Knowledge, string> = {
  incident: 'the incident',
  reportability: 'the new information that makes it reportable',
  death: 'the death',
  'serious-deterioration': 'the serious deterioration',
  'serious-public-health-threat': 'the threat',
  'remedial-action-needed': 'the need for remedial action',
  'new-information': 'the new information',
}

/** Nobody who counts is known to have learnt of it: the strictest day there can be. */
function assumedDay(file: CaseFile): DayZero | undefined {
  const others = earliestOf(file.awareness.filter(a => STARTS_INCIDENT.includes(a.of)))
  if (others !== undefined) {
    return {
      day: others.at.day,
      moment: others.at,
      assumed: true,
      why: `the day ${NAMES[others.by] ?? 'somebody else'} learnt of it, because the case does not say when the manufacturer did`,
    }
  }
  const event = file.event?.from
  return event === undefined
    ? undefined
    : {
        day: event,
        assumed: true,
        why: 'the first possible day of the event, because the case does not say when the manufacturer learnt of it',
      }
}
