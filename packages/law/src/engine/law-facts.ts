import type {
  Causality,
  Country,
  Knowledge,
  Outcome,
  Potential,
  Problem,
  Regulation,
  RiskClass,
  Role,
} from '@vigie/facts'
import type { Day } from '@vigie/kernel'

/**
 * The facts that conditions of law may ask about, by path. One set describes one device in one incident, and at most
 * one field action, trend, supply interruption, request or operator at a time.
 */
export interface LawFactTypes {
  'device.kind': 'device' | 'ivd'
  'device.regulation': Regulation
  'device.riskClass': RiskClass
  'device.customMade': boolean
  'device.investigational': boolean
  'device.bloodOrInfectionScreening': boolean
  'device.markets': readonly Country[]
  'device.madeAvailableWhereUsed': boolean
  'device.discontinuedInGreatBritain': boolean
  'device.greatBritainRoute': 'UKCA' | 'CE'
  'device.liechtensteinRegime': 'EEA' | 'swiss-customs-treaty'
  'device.certifiedByNotifiedBody': boolean

  'event.country': Country
  'event.problems': readonly (Problem | '?')[]
  'event.useErrorFromDesign': boolean
  /** `?` as a member: there may be more that is not known. */
  'event.outcomes': readonly (Outcome | '?')[]
  'event.couldHaveLedTo': Potential
  'event.publicHealthThreat': boolean
  'event.forwardedByAuthority': boolean

  'assessment.causality': Causality
  'assessment.anticipated.consideredInRiskAnalysis': boolean
  'assessment.anticipated.documentedInRiskReport': boolean
  'assessment.anticipated.riskReducedAsFarAsPossible': boolean
  'assessment.anticipated.namedInInformation': boolean
  'assessment.expected.documentedInInformation': boolean
  'assessment.expected.quantifiedInTechnicalDocumentation': boolean
  'assessment.expected.acceptable': boolean
  'assessment.coveredByPeriodicSummary': boolean
  'investigation.concludedOn': Day

  'manufacturer.country': Country
  'authorisedRepresentative.country': Country
  'ukResponsiblePerson.country': Country
  'swissRepresentative.country': Country

  'awareness.remedialActionNeeded': boolean
  'report.initialSent': boolean

  'action.initiatedBy': Role
  'action.undertakenIn': readonly Country[]
  'action.preventsSeriousIncident': boolean
  'action.reasonConfinedToThirdCountryDevice': boolean
  'action.sameModelSoldInGreatBritain': boolean
  'action.urgent': boolean
  'action.begun': boolean
  'action.us.reducesRiskToHealth': boolean
  'action.us.remediesViolation': boolean
  'action.us.reportedUnder803': boolean
  'action.us.extended': boolean

  'trend.of': 'non-serious-incidents' | 'expected-side-effects' | 'expected-erroneous-results'
  'trend.significant': boolean
  'trend.couldAffectBenefitRisk': boolean
  'trend.countries': readonly Country[]

  'supply.seriousHarmForeseeable': boolean
  'supply.receivedFromSupplier': boolean
  'supply.exceptional': boolean

  'request.country': Country

  'operator.role': Role
  'operator.country': Country
  'operator.learnt': Knowledge
  'operator.actsForManufacturer': boolean
}

export type FactPath = keyof LawFactTypes

/** `null`: the fact does not apply. Absent: not known. Plain JSON, so that a fact set can be stored beside its result. */
export type LawFacts = { readonly [P in FactPath]?: LawFactTypes[P] | null | undefined }
