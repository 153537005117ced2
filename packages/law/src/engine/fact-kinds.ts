import {
  CAUSALITIES,
  KNOWLEDGE,
  OUTCOMES,
  POTENTIALS,
  PROBLEMS,
  REGULATIONS,
  RISK_CLASSES,
  ROLES,
} from '@vigie/facts'
import type { FactPath } from './law-facts.js'

/** What values a fact can have: yes or no, a country, a day, or one of these words. */
export type FactKind = 'yes-no' | 'country' | 'day' | readonly string[]

const words = (vocabulary: object) => Object.keys(vocabulary)

/** The kind of every fact that a condition may name. Law packs read from files are checked against it. */
export const FACT_KINDS: { readonly [P in FactPath]: FactKind } = {
  'device.kind': ['device', 'ivd'],
  'device.regulation': words(REGULATIONS),
  'device.riskClass': [...new Set(Object.values(RISK_CLASSES).flat())],
  'device.customMade': 'yes-no',
  'device.investigational': 'yes-no',
  'device.bloodOrInfectionScreening': 'yes-no',
  'device.markets': 'country',
  'device.madeAvailableWhereUsed': 'yes-no',
  'device.discontinuedInGreatBritain': 'yes-no',
  'device.greatBritainRoute': ['UKCA', 'CE'],
  'device.liechtensteinRegime': ['EEA', 'swiss-customs-treaty'],
  'device.certifiedByNotifiedBody': 'yes-no',
  'event.country': 'country',
  'event.problems': words(PROBLEMS),
  'event.useErrorFromDesign': 'yes-no',
  'event.outcomes': words(OUTCOMES),
  'event.couldHaveLedTo': words(POTENTIALS),
  'event.publicHealthThreat': 'yes-no',
  'event.forwardedByAuthority': 'yes-no',
  'assessment.causality': words(CAUSALITIES),
  'assessment.anticipated.consideredInRiskAnalysis': 'yes-no',
  'assessment.anticipated.documentedInRiskReport': 'yes-no',
  'assessment.anticipated.riskReducedAsFarAsPossible': 'yes-no',
  'assessment.anticipated.namedInInformation': 'yes-no',
  'assessment.expected.documentedInInformation': 'yes-no',
  'assessment.expected.quantifiedInTechnicalDocumentation': 'yes-no',
  'assessment.expected.acceptable': 'yes-no',
  'assessment.coveredByPeriodicSummary': 'yes-no',
  'investigation.concludedOn': 'day',
  'manufacturer.country': 'country',
  'authorisedRepresentative.country': 'country',
  'ukResponsiblePerson.country': 'country',
  'swissRepresentative.country': 'country',
  'awareness.remedialActionNeeded': 'yes-no',
  'report.initialSent': 'yes-no',
  'action.initiatedBy': words(ROLES),
  'action.undertakenIn': 'country',
  'action.preventsSeriousIncident': 'yes-no',
  'action.reasonConfinedToThirdCountryDevice': 'yes-no',
  'action.sameModelSoldInGreatBritain': 'yes-no',
  'action.urgent': 'yes-no',
  'action.begun': 'yes-no',
  'action.us.reducesRiskToHealth': 'yes-no',
  'action.us.remediesViolation': 'yes-no',
  'action.us.reportedUnder803': 'yes-no',
  'action.us.extended': 'yes-no',
  'trend.of': ['non-serious-incidents', 'expected-side-effects', 'expected-erroneous-results'],
  'trend.significant': 'yes-no',
  'trend.couldAffectBenefitRisk': 'yes-no',
  'trend.countries': 'country',
  'supply.seriousHarmForeseeable': 'yes-no',
  'supply.receivedFromSupplier': 'yes-no',
  'supply.exceptional': 'yes-no',
  'request.country': 'country',
  'operator.role': words(ROLES),
  'operator.country': 'country',
  'operator.learnt': words(KNOWLEDGE),
  'operator.actsForManufacturer': 'yes-no',
}

/** Whether a condition may compare the fact with this value. */
export function fitsFact(path: FactPath, value: string | boolean): boolean {
  const kind = FACT_KINDS[path]
  if (kind === 'yes-no') return typeof value === 'boolean'
  if (typeof value === 'boolean') return false
  if (kind === 'country') return /^[A-Z]{2}$/.test(value)
  return kind === 'day' || kind.includes(value)
}

export function isFactPath(text: string): text is FactPath {
  return Object.hasOwn(FACT_KINDS, text)
}
