import { country, isMember, stateOf } from '@vigie/codes'
import {
  type CaseFile,
  type Country,
  type Device,
  type Fact,
  type Outcome,
  type Problem,
  SERIOUS_DETERIORATION,
  valueOf,
} from '@vigie/facts'
import type { Day } from '@vigie/kernel'
import { countsForManufacturer } from './acts-for-manufacturer.js'
import { agreementFor } from './agreement.js'
import type { Instance } from './instance.js'
import type { FactPath, LawFacts, LawFactTypes } from './law-facts.js'

type Draft = { -readonly [P in FactPath]?: LawFactTypes[P] | null | undefined }

/** What a fact says to the law: its value, `null` for "does not apply", undefined for not known. */
function say<T>(fact: Fact<T> | undefined): T | null | undefined {
  if (fact === undefined) return undefined
  return fact.state === 'known' ? fact.value : fact.state === 'not-applicable' ? null : undefined
}

/** As {@link say}, with the reading of a fact that nobody mentions; one that is said to be unknown stays open. */
function sayOr<T>(fact: Fact<T> | undefined, absent: T | undefined): T | null | undefined {
  return fact === undefined ? absent : say(fact)
}

/** A fact that always applies to an event: "does not apply" is read as not known. */
function sayAlways<T>(fact: Fact<T> | undefined): T | undefined {
  return say(fact) ?? undefined
}

/**
 * The facts of one device in a case, as conditions see them, with what follows from them at once.
 *
 * Three readings are made here and nowhere else:
 * - A public health threat that nobody mentions is not asserted; one that is said to be unknown stays open.
 * - Where nobody was harmed, the link to the device is possible unless it was excluded: there is no harm to link yet.
 * - A device that was used in a market, whose markets nobody listed, was made available there.
 */
export function factsOf(file: CaseFile, device: Device, instance: Instance, on: Day): LawFacts {
  const facts: Draft = {}
  deviceFacts(facts, device)
  eventFacts(facts, file)
  assessmentFacts(facts, file, on)
  openContradictedProblems(facts)
  peopleFacts(facts, file)
  instanceFacts(facts, file, instance)
  facts['device.madeAvailableWhereUsed'] = madeAvailable(facts, device, on)
  return facts
}

function deviceFacts(facts: Draft, device: Device): void {
  const regulation = say(device.regulation)
  const isIvd = say(device.isIvd)
  facts['device.regulation'] = regulation
  facts['device.kind'] =
    regulation == null
      ? isIvd == null
        ? undefined
        : isIvd
          ? 'ivd'
          : 'device'
      : regulation === 'IVDR' || regulation === 'IVDD'
        ? 'ivd'
        : 'device'
  facts['device.riskClass'] = say(device.riskClass)
  facts['device.customMade'] = sayOr(device.customMade, valueOf(device.riskClass) === 'custom-made')
  facts['device.investigational'] = sayOr(device.investigational, false)
  facts['device.bloodOrInfectionScreening'] = say(device.bloodOrInfectionScreening)
  facts['device.markets'] = expand(say(device.markets))
  facts['device.discontinuedInGreatBritain'] = sayOr(device.discontinuedInGreatBritainBeforeJune2025, false)
  facts['device.greatBritainRoute'] = say(device.greatBritainRoute)
  facts['device.liechtensteinRegime'] = say(device.liechtensteinRegime)
  facts['device.certifiedByNotifiedBody'] =
    device.notifiedBodies === undefined ? undefined : device.notifiedBodies.length > 0
}

/** `UK` in a list of places means both of its parts: the wider reading. A territory is read as its state. */
function expand(countries: readonly Country[] | null | undefined): readonly Country[] | null | undefined {
  return countries?.flatMap(c => (c === 'UK' ? [country('GB'), country('XI')] : [stateOf(c)]))
}

const HARM: readonly Outcome[] = ['death', ...SERIOUS_DETERIORATION, 'minor-harm']

function eventFacts(facts: Draft, file: CaseFile): void {
  const event = file.event
  const country = sayAlways(event?.country)
  facts['event.country'] = country === undefined || country === 'UK' ? country : stateOf(country)
  facts['event.problems'] = real(sayAlways(event?.problems), 'no-device-problem')
  facts['event.useErrorFromDesign'] = say(event?.useErrorFromDesign)
  const learnt = (of: string) => file.awareness.some(a => a.of === of)
  const outcomes = sayAlways(event?.outcomes)
  const also: (Outcome | '?')[] = [
    ...(learnt('death') ? (['death'] as const) : []),
    ...(learnt('serious-deterioration') ? (['serious-deterioration'] as const) : []),
  ]
  // What somebody learnt is certain even where the outcomes are not known; there may be more.
  facts['event.outcomes'] =
    also.length === 0
      ? real(outcomes, 'no-harm')
      : real([...new Set([...(outcomes ?? ['?' as const]), ...also])], 'no-harm')
  facts['event.couldHaveLedTo'] = say(event?.couldHaveLedTo)
  facts['event.publicHealthThreat'] =
    learnt('serious-public-health-threat') || sayOr(event?.publicHealthThreat, false)
  facts['event.forwardedByAuthority'] = sayOr(
    event?.forwardedByAuthority,
    file.awareness.some(a => a.by === 'competent-authority') ? undefined : false,
  )
  facts['awareness.remedialActionNeeded'] = learnt('remedial-action-needed')
  facts['report.initialSent'] = file.sentReports.some(r => r.kind === 'initial' && r.to === country)
}

/** Problems that are no incident by themselves, although people came to harm by the device. */
const NO_INCIDENT: readonly Problem[] = ['no-device-problem', 'security-vulnerability']

/**
 * Where the problems named make no incident but the case says that the device harmed somebody, or that there is a
 * threat, something is missing from the problems: the stricter reading of a contradiction.
 */
function openContradictedProblems(facts: Draft): void {
  const problems = facts['event.problems']
  if (problems == null || !problems.every(p => p !== '?' && NO_INCIDENT.includes(p))) return
  const harmed = facts['event.outcomes']?.some(o => o !== '?' && HARM.includes(o)) === true
  const linked = facts['assessment.causality'] != null && facts['assessment.causality'] !== 'excluded'
  const vulnerable = problems.includes('security-vulnerability')
  if ((harmed && (linked || vulnerable)) || facts['event.publicHealthThreat'] === true) {
    facts['event.problems'] = [...problems, '?']
  }
}

/** A list without its "nothing" member when it names something too: the stricter reading of a contradiction. */
function real<T extends Outcome | Problem | '?'>(
  list: readonly T[] | null | undefined,
  nothing: T,
): readonly T[] | null | undefined {
  return list == null || list.length < 2 ? list : list.filter(x => x !== nothing)
}

function assessmentFacts(facts: Draft, file: CaseFile, on: Day): void {
  const { assessment, investigation } = file
  const outcomes = facts['event.outcomes']
  const harmed = outcomes?.some(o => o === '?' || HARM.includes(o))
  const isNotAsked = assessment?.causality === undefined || assessment.causality.state === 'not-applicable'
  facts['assessment.causality'] =
    sayAlways(assessment?.causality) ?? (isNotAsked && harmed === false ? 'possible' : undefined)
  const anticipated = assessment?.anticipated
  facts['assessment.anticipated.consideredInRiskAnalysis'] = say(anticipated?.consideredInRiskAnalysis)
  facts['assessment.anticipated.documentedInRiskReport'] = say(anticipated?.documentedInRiskReport)
  facts['assessment.anticipated.riskReducedAsFarAsPossible'] = say(anticipated?.riskReducedAsFarAsPossible)
  facts['assessment.anticipated.namedInInformation'] = say(anticipated?.namedInInformation)
  const expected = assessment?.expected
  facts['assessment.expected.documentedInInformation'] = say(expected?.documentedInInformation)
  facts['assessment.expected.quantifiedInTechnicalDocumentation'] = say(
    expected?.quantifiedInTechnicalDocumentation,
  )
  facts['assessment.expected.acceptable'] = say(expected?.acceptable)
  facts['assessment.coveredByPeriodicSummary'] = sayOr(agreementFor(file, on)?.coversThisIncident, false)
  facts['investigation.concludedOn'] = investigation?.concludedOn ?? null
}

function peopleFacts(facts: Draft, file: CaseFile): void {
  facts['manufacturer.country'] = file.manufacturer.country
  facts['authorisedRepresentative.country'] = file.authorisedRepresentative?.country ?? null
  facts['ukResponsiblePerson.country'] = file.ukResponsiblePerson?.country ?? null
  facts['swissRepresentative.country'] = file.swissRepresentative?.country ?? null
}

function instanceFacts(
  facts: Draft,
  file: CaseFile,
  { action, trend, supply, request, operator }: Instance,
): void {
  if (action !== undefined) {
    facts['action.initiatedBy'] = action.initiatedBy
    facts['action.undertakenIn'] = expand(say(action.undertakenIn))
    facts['action.preventsSeriousIncident'] = say(action.preventsSeriousIncident)
    facts['action.reasonConfinedToThirdCountryDevice'] = say(action.reasonConfinedToThirdCountryDevice)
    facts['action.sameModelSoldInGreatBritain'] = sayOr(
      action.sameModelSoldInGreatBritain,
      facts['device.markets']?.some(c => c === 'GB'),
    )
    facts['action.urgent'] = sayOr(action.urgent, false)
    facts['action.begun'] = action.initiatedOn !== undefined
    facts['action.us.reducesRiskToHealth'] = sayOr(
      action.us?.reducesRiskToHealth,
      say(action.preventsSeriousIncident) ?? undefined,
    )
    facts['action.us.remediesViolation'] = sayOr(action.us?.remediesViolation, false)
    facts['action.us.reportedUnder803'] = sayOr(action.us?.reportedUnder803, false)
    facts['action.us.extended'] = action.us?.extendedOn !== undefined
  }
  if (trend !== undefined) {
    facts['trend.of'] = trend.of
    facts['trend.significant'] = say(trend.statisticallySignificant)
    facts['trend.couldAffectBenefitRisk'] = say(trend.couldAffectBenefitRisk)
    facts['trend.countries'] = expand(say(trend.countries))
  }
  if (supply !== undefined) {
    facts['supply.seriousHarmForeseeable'] = say(supply.seriousHarmForeseeable)
    facts['supply.receivedFromSupplier'] = sayOr(supply.receivedFromSupplier, false)
    facts['supply.exceptional'] = sayOr(supply.exceptional, false)
  }
  if (request !== undefined) facts['request.country'] = request.authority
  if (operator !== undefined) {
    facts['operator.role'] = operator.by
    facts['operator.country'] = operator.country
    facts['operator.learnt'] = operator.of
    facts['operator.actsForManufacturer'] = countsForManufacturer(operator, file) !== 'no'
  }
}

/** See the third reading of {@link factsOf}. Markets that are listed without the place of use leave it open. */
function madeAvailable(facts: Draft, device: Device, on: Day): boolean | undefined {
  const stated = valueOf(device.madeAvailableWhereUsed)
  if (stated !== undefined) return stated
  const place = facts['event.country']
  const markets = facts['device.markets']
  if (markets == null || place == null || place === 'UK') return place == null ? undefined : true
  const inUnion = (c: Country) => isMember(c, 'union-market', on)
  if (place === 'LI' && facts['device.liechtensteinRegime'] === 'swiss-customs-treaty') {
    return markets.some(c => c === 'CH' || c === 'LI') ? true : undefined
  }
  return (inUnion(place) ? markets.some(inUnion) : markets.includes(place)) ? true : undefined
}
