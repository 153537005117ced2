import type { AuthorityRequest, SupplyInterruption, Trend } from '@vigie/facts'
import {
  type Awareness,
  type CaseFile,
  type FieldAction,
  type Knowledge,
  type Role,
  valueOf,
} from '@vigie/facts'
import type { Day, Moment } from '@vigie/kernel'
import type { Basis, Jurisdiction } from './rule.js'

/** The day a clock starts from, and how it was found. */
export interface DayZero {
  readonly day: Day
  readonly moment?: Moment
  readonly why: string
  /** True when the day is not in the facts and the strictest possible one was taken. */
  readonly assumed?: true
}

/** What a rule is applied to beside the device and the event. */
export interface Instance {
  readonly action?: FieldAction
  readonly trend?: Trend
  readonly supply?: SupplyInterruption
  readonly request?: AuthorityRequest
  readonly operator?: Awareness
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

/**
 * Whether what this person learnt counts as learnt by the manufacturer: its own people, and everybody who acts for it,
 * the representative or a subcontractor included when they handle complaints (MDCG 2023-3 Rev.2 Q15).
 * Where nobody said whether a representative or subcontractor does, it counts: that is the earlier day.
 */
export function countsForManufacturer(a: Awareness, file: CaseFile): 'yes' | 'no' | 'presumed' {
  if (a.by === 'manufacturer') return 'yes'
  const stated = valueOf(a.actsForManufacturer) ?? valueOf(mandateOf(a.by, file)?.handlesComplaints)
  if (stated !== undefined) return stated ? 'yes' : 'no'
  if (a.actsForManufacturer !== undefined) return 'presumed'
  return REPRESENTS.includes(a.by) ? 'presumed' : 'no'
}

const REPRESENTS: readonly Role[] = [
  'authorised-representative',
  'uk-responsible-person',
  'swiss-representative',
  'subcontractor',
]

function mandateOf(role: Role, file: CaseFile) {
  if (role === 'authorised-representative') return file.authorisedRepresentative
  if (role === 'uk-responsible-person') return file.ukResponsiblePerson
  return role === 'swiss-representative' ? file.swissRepresentative : undefined
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
  'new-information-learnt': 'new-information',
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
  const counted = file.awareness.filter(a => counts(a, file, jurisdiction))
  const restart = restartOf(file, counted)
  const fresh = restart === undefined ? counted : counted.filter(a => a.at.day >= restart.at.day)
  const wanted = KNOWLEDGE_OF[basis]
  const direct = wanted === undefined ? undefined : earliestOf(fresh.filter(a => a.of === wanted))
  if (direct !== undefined) return found(direct, file)
  if (basis === 'remedial-action-learnt' || basis === 'new-information-learnt') return undefined
  if (restart !== undefined) return found(restart, file)
  const first = earliestOf(counted.filter(a => STARTS_INCIDENT.includes(a.of)))
  return first === undefined ? assumedDay(file) : found(first, file)
}

function ofInstance(basis: Basis, file: CaseFile, i: Instance): DayZero | undefined | 'knowledge' {
  switch (basis) {
    case 'action-decided':
      return at(i.action?.decidedOn?.day, 'the day the field action was decided')
    case 'action-initiated':
      return at(i.action?.initiatedOn ?? i.action?.plannedStart, 'the day the action began or will begin')
    case 'action-planned-start':
      return at(i.action?.plannedStart ?? i.action?.initiatedOn, 'the day the action is to begin')
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

/** The new information that restarts the clock of an incident first judged not reportable. */
function restartOf(file: CaseFile, counted: readonly Awareness[]): Awareness | undefined {
  const judged = file.assessment?.judgedNotReportable
  if (judged === undefined) return undefined
  return earliestOf(counted.filter(a => a.of !== 'incident' && a.at.day >= judged.on))
}

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
  return { day: a.at.day, moment: a.at, why: `the day ${who} learnt of ${SUBJECT[a.of]}${presumed}` }
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
