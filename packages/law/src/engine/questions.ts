import type { FactPath } from './law-facts.js'

/** What to ask a person about a fact, and what the answers mean. */
export interface QuestionText {
  readonly ask: string
  /** What follows from the answers, in one or two sentences. */
  readonly meaning: string
  /** Where the answer goes in the case file; `[i]` is the device or record concerned. */
  readonly answerAt: string
  readonly citation?: string
}

const ANTICIPATED = 'MDCG 2023-3 Rev.2 Q12'
const EXPECTED = 'MDR Art 87(1)(a); IVDR Art 82(1)(a)'

/** One text for every fact that conditions may ask about and a person can answer. */
export const QUESTIONS: { readonly [P in FactPath]?: QuestionText } = {
  'event.country': {
    ask: 'In which country did it happen? (XI for Northern Ireland, GB for England, Scotland and Wales)',
    meaning: 'It decides which law applies and which authority receives the report.',
    answerAt: 'event.country',
    citation: 'MDR Art 92(5)',
  },
  'event.problems': {
    ask: 'What was wrong with the device, its information or its use?',
    meaning:
      'Without a problem of the device, its information or its design for use there is no incident. Abnormal use is none.',
    answerAt: 'event.problems',
    citation: 'MDR Art 2(64); IVDR Art 2(67)',
  },
  'event.useErrorFromDesign': {
    ask: 'Was the use error caused by ergonomic features, the user interface or the instructions?',
    meaning: 'Yes: it is an incident. No: it is not.',
    answerAt: 'event.useErrorFromDesign',
    citation: 'MDCG 2023-3 Rev.2 Q5, Q6',
  },
  'event.outcomes': {
    ask: 'What happened to the people concerned?',
    meaning:
      'A death or unanticipated serious deterioration is reported within 10 days, another serious incident within 15.',
    answerAt: 'event.outcomes',
    citation: 'MDR Art 2(65), Art 87(5); IVDR Art 2(68), Art 82(5)',
  },
  'event.couldHaveLedTo': {
    ask: 'What is the worst it could have led to, had circumstances been less fortunate?',
    meaning:
      'If death or serious deterioration of health: it is a serious incident although nobody was harmed.',
    answerAt: 'event.couldHaveLedTo',
    citation: 'MDR Art 2(65); IVDR Art 2(68)',
  },
  'event.publicHealthThreat': {
    ask: 'Is it a serious public health threat: imminent danger of death or grave illness that may need fast action, with many people at risk or an unusual or unexpected character?',
    meaning: 'Yes: the report is due within 2 days.',
    answerAt: 'event.publicHealthThreat',
    citation: 'MDR Art 2(66), Art 87(4); IVDR Art 2(69), Art 82(4)',
  },
  'assessment.causality': {
    ask: 'Is a link between the device and what happened established, possible, suspected or excluded?',
    meaning: 'Only an excluded link takes the duty away. In doubt the report is due.',
    answerAt: 'assessment.causality',
    citation: 'MDCG 2023-3 Rev.2 Q2; MDR Art 87(7)',
  },
  'assessment.anticipated.consideredInRiskAnalysis': {
    ask: 'Was this condition considered in the risk analysis?',
    meaning: 'Only with the whole proof of anticipation does the limit become 15 days instead of 10.',
    answerAt: 'assessment.anticipated.consideredInRiskAnalysis',
    citation: ANTICIPATED,
  },
  'assessment.anticipated.documentedInRiskReport': {
    ask: 'Is it documented in the risk management report?',
    meaning: 'Only with the whole proof of anticipation does the limit become 15 days instead of 10.',
    answerAt: 'assessment.anticipated.documentedInRiskReport',
    citation: ANTICIPATED,
  },
  'assessment.anticipated.riskReducedAsFarAsPossible': {
    ask: 'Is there evidence that this risk was reduced as far as possible?',
    meaning: 'This, or naming the risk in the information supplied, completes the proof of anticipation.',
    answerAt: 'assessment.anticipated.riskReducedAsFarAsPossible',
    citation: ANTICIPATED,
  },
  'assessment.anticipated.namedInInformation': {
    ask: 'Is the risk named in the information supplied with the device?',
    meaning:
      'This, or evidence that the risk was reduced as far as possible, completes the proof of anticipation.',
    answerAt: 'assessment.anticipated.namedInInformation',
    citation: ANTICIPATED,
  },
  'assessment.expected.documentedInInformation': {
    ask: 'Is the side-effect or erroneous result clearly documented in the product information?',
    meaning:
      'Only when documented, quantified and acceptable does it go to trend reporting instead of a report of its own.',
    answerAt: 'assessment.expected.documentedInInformation',
    citation: EXPECTED,
  },
  'assessment.expected.quantifiedInTechnicalDocumentation': {
    ask: 'Is it quantified in the technical documentation?',
    meaning:
      'Only when documented, quantified and acceptable does it go to trend reporting instead of a report of its own.',
    answerAt: 'assessment.expected.quantifiedInTechnicalDocumentation',
    citation: EXPECTED,
  },
  'assessment.expected.acceptable': {
    ask: 'Is its frequency and severity within what was judged acceptable?',
    meaning:
      'Only when documented, quantified and acceptable does it go to trend reporting instead of a report of its own.',
    answerAt: 'assessment.expected.acceptable',
    citation: EXPECTED,
  },
  'assessment.coveredByPeriodicSummary': {
    ask: 'Does the agreement on periodic summary reports cover this incident?',
    meaning: 'Yes: it goes into the next summary. No: it is reported on its own.',
    answerAt: 'assessment.periodicSummary',
    citation: 'MDR Art 87(9); IVDR Art 82(9)',
  },
  'device.kind': {
    ask: 'Under which regulation was the device placed on the market (MDR, IVDR, or a directive)?',
    meaning: 'It decides between the MDR and the IVDR and their definitions.',
    answerAt: 'devices[i].regulation',
  },
  'device.markets': {
    ask: 'In which countries is the device made available?',
    meaning: 'Duties in Great Britain, Switzerland and the United States depend on it.',
    answerAt: 'devices[i].markets',
  },
  'device.madeAvailableWhereUsed': {
    ask: 'The markets listed do not include the place of the event. Was this device made available on that market all the same?',
    meaning: 'Yes: the law of that place applies to the incident. No: it does not.',
    answerAt: 'devices[i].madeAvailableWhereUsed',
    citation: 'MDR Art 87(1)(a)',
  },
  'device.investigational': {
    ask: 'Is the device used in a clinical investigation or performance study outside its CE-marked purpose?',
    meaning: 'Yes: the rules for investigations apply instead.',
    answerAt: 'devices[i].investigational',
    citation: 'MDR Art 80; IVDR Art 76',
  },
  'device.bloodOrInfectionScreening': {
    ask: 'Is it an IVD for blood screening, tissue typing or transmissible infections?',
    meaning: 'It decides between BfArM and PEI in Germany. Check the list of the PEI.',
    answerAt: 'devices[i].bloodOrInfectionScreening',
  },
  'device.discontinuedInGreatBritain': {
    ask: 'Has no unit been placed on the market in Great Britain since 16 June 2025?',
    meaning: 'Then the rules before Part 4A apply.',
    answerAt: 'devices[i].discontinuedInGreatBritainBeforeJune2025',
    citation: 'S.I. 2024/1368 reg 6',
  },
  'device.liechtensteinRegime': {
    ask: 'Was the device placed on the market in Liechtenstein under EEA law or under the Swiss customs treaty?',
    meaning: 'EEA law: Amt für Gesundheit. Customs treaty: Swissmedic.',
    answerAt: 'devices[i].liechtensteinRegime',
  },
  'device.certifiedByNotifiedBody': {
    ask: 'Did a notified body certify the device?',
    meaning: 'Yes: it gets a copy of the report.',
    answerAt: 'devices[i].notifiedBodies',
    citation: 'MDR Art 92(9); IVDR Art 87(9)',
  },
  'device.regulation': {
    ask: 'Under which regulation was the device placed on the market?',
    meaning: 'Only devices under the MDR or IVDR have a UDI by law.',
    answerAt: 'devices[i].regulation',
    citation: 'MDR Art 27; MDCG 2021-25 Rev.1',
  },
  'device.greatBritainRoute': {
    ask: 'Is the device on the market in Great Britain with UKCA or with CE marking?',
    meaning: 'UKCA: the approved body is told too.',
    answerAt: 'devices[i].greatBritainRoute',
    citation: 'reg 44ZG UK MDR 2002',
  },
  'event.forwardedByAuthority': {
    ask: 'Did a competent authority pass on a report of a user or patient?',
    meaning: 'Yes: the authority gets an answer, even if nothing is reportable.',
    answerAt: 'event.forwardedByAuthority',
    citation: 'MDR Art 87(11); IVDR Art 82(11)',
  },
  'manufacturer.country': {
    ask: 'Is the manufacturer in Great Britain (GB) or in Northern Ireland (XI)?',
    meaning: 'A manufacturer in Northern Ireland is inside the Union market.',
    answerAt: 'manufacturer.country',
  },
  'authorisedRepresentative.country': {
    ask: 'Is the authorised representative in Northern Ireland (XI) or in a Member State?',
    meaning: 'The authority of its place receives reports of field actions.',
    answerAt: 'authorisedRepresentative.country',
    citation: 'MDR Art 11(7)',
  },
  'action.us.reportedUnder803': {
    ask: 'Has the correction or removal been reported under 21 CFR part 803 already?',
    meaning: 'Yes: it is not reported again.',
    answerAt: 'fieldActions[i].us.reportedUnder803',
    citation: '21 CFR 806.10(f)',
  },
  'supply.exceptional': {
    ask: 'Do exceptional circumstances make six months’ notice impossible?',
    meaning: 'Yes: the notice is given without undue delay.',
    answerAt: 'supplyInterruptions[i].exceptional',
    citation: 'MDR/IVDR Art 10a',
  },
  'supply.receivedFromSupplier': {
    ask: 'Are you an importer or distributor that received the notice from its supplier?',
    meaning: 'Yes: you pass it on. No: you give it.',
    answerAt: 'supplyInterruptions[i].receivedFromSupplier',
    citation: 'MDR/IVDR Art 10a(3)',
  },
  'action.preventsSeriousIncident': {
    ask: 'Is the action meant to prevent, or reduce the risk of, a serious incident?',
    meaning: 'Yes: it is a field safety corrective action and the authorities are told before it begins.',
    answerAt: 'fieldActions[i].preventsSeriousIncident',
    citation: 'MDR Art 2(68); IVDR Art 2(71)',
  },
  'action.undertakenIn': {
    ask: 'In which countries is the action carried out?',
    meaning: 'The authority of each of them is told.',
    answerAt: 'fieldActions[i].undertakenIn',
    citation: 'MDR Art 92(7)',
  },
  'action.reasonConfinedToThirdCountryDevice': {
    ask: 'Does the reason for the action concern only the version of the device sold outside the Union?',
    meaning: 'Only then is an action outside the Union not reported here.',
    answerAt: 'fieldActions[i].reasonConfinedToThirdCountryDevice',
    citation: 'MDR Art 87(1)(b)',
  },
  'action.urgent': {
    ask: 'Must the action begin before the authorities can be told?',
    meaning: 'Yes: action and report go in parallel, with the reason.',
    answerAt: 'fieldActions[i].urgent',
    citation: 'MDR Art 87(8)',
  },
  'action.sameModelSoldInGreatBritain': {
    ask: 'Is the same model sold in Great Britain?',
    meaning: 'Yes: the MHRA is told about the action abroad.',
    answerAt: 'fieldActions[i].sameModelSoldInGreatBritain',
    citation: 'reg 44ZK UK MDR 2002',
  },
  'action.us.reducesRiskToHealth': {
    ask: 'Does the correction or removal reduce a risk to health?',
    meaning: 'Yes: it is reported within 10 working days. No: a record with the reason is kept.',
    answerAt: 'fieldActions[i].us.reducesRiskToHealth',
    citation: '21 CFR 806.10, 806.20',
  },
  'action.us.remediesViolation': {
    ask: 'Does it remedy a violation that may present a risk to health?',
    meaning: 'Yes: it is reported within 10 working days.',
    answerAt: 'fieldActions[i].us.remediesViolation',
    citation: '21 CFR 806.10',
  },
  'trend.significant': {
    ask: 'Is the increase in frequency or severity statistically significant by the method of the PMS plan?',
    meaning: 'Only a significant increase is a reportable trend.',
    answerAt: 'trends[i].statisticallySignificant',
    citation: 'MDR Art 88(1); IVDR Art 83(1)',
  },
  'trend.couldAffectBenefitRisk': {
    ask: 'Could the increase change the balance of benefit and risk?',
    meaning: 'Only then is it a reportable trend.',
    answerAt: 'trends[i].couldAffectBenefitRisk',
    citation: 'MDR Art 88(1); IVDR Art 83(1)',
  },
  'trend.countries': {
    ask: 'In which countries did the incidents occur?',
    meaning: 'The authority of each of them is told.',
    answerAt: 'trends[i].countries',
    citation: 'MDR Art 92(6)',
  },
  'supply.seriousHarmForeseeable': {
    ask: 'Is serious harm or a risk to patients or public health reasonably foreseeable from the interruption?',
    meaning: 'Yes: notice is due six months ahead.',
    answerAt: 'supplyInterruptions[i].seriousHarmForeseeable',
    citation: 'MDR/IVDR Art 10a',
  },
  'operator.country': {
    ask: 'In which country is the importer, distributor or institution that learnt of it?',
    meaning: 'Its own duties depend on it.',
    answerAt: 'awareness[i].country',
  },
}
