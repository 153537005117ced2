import {
  DATE,
  group,
  INTEGER,
  imdrfChoices,
  leaf,
  oneOf,
  text,
  unverified,
  YES_NO,
} from '../../../table/build.js'
import { DENOMINATORS, SIMILAR_VARIANTS } from '../lists.js'

const LETTER = unverified(
  'the letter is reconstructed from the neighbouring letters; the printed form was not read',
  'place',
)
const CODES = ['IF', 'FR'] as const

/** 4.1: what the manufacturer thinks so far. */
export const preliminaryRows = [
  leaf({
    name: 'manufacturersPrelimAnalysis',
    place: '4.1.a',
    label: 'Preliminary results and conclusions',
    help: 'What the investigation has shown so far and what you conclude from it today.',
    type: text(),
    required: ['I', 'F'],
    holds: { is: 'long-text' },
  }),
  leaf({
    name: 'manufacturersInitialCorrecAction',
    place: '4.1.b',
    label: 'Initial corrective or preventive actions',
    help: 'What you have already done to protect people, and since when.',
    type: text(),
    required: ['F'],
    holds: { is: 'long-text' },
    certainty: LETTER,
  }),
  leaf({
    name: 'furtherInvestigations',
    place: '4.1.c',
    label: 'Further investigations planned',
    help: 'What you will look into next, and until when.',
    type: text(),
    required: ['F'],
    holds: { is: 'long-text' },
    certainty: LETTER,
  }),
]

/** 4.2: cause and conclusion. */
export const conclusionRows = [
  leaf({
    name: 'rootCauses',
    place: '4.2.a',
    label: 'Root causes and conclusion',
    help: 'What caused the incident or added to it, and your conclusion from the finished investigation.',
    type: text(),
    required: ['IF', 'FR'],
    holds: { is: 'long-text' },
  }),
  leaf({
    name: 'manufacturersWhyNotReportable',
    place: '4.2.b',
    label: 'Why the incident is not reportable',
    help: 'For a final report on a non-reportable incident: which criterion of the law is not met, and how you know.',
    type: text(),
    required: ['FN'],
    holds: { is: 'long-text' },
  }),
  leaf({
    name: 'rootCauseConfirmed',
    place: '4.2.c',
    label: 'Root cause confirmed',
    help: 'Yes if the investigation proved the cause; No if it is the most likely one.',
    type: YES_NO,
    required: ['IF', 'FR'],
    certainty: LETTER,
  }),
  leaf({
    name: 'riskAssReviewed',
    place: '4.2.d',
    label: 'Risk assessment reviewed',
    help: 'Whether the risk assessment was looked at again because of this incident.',
    type: YES_NO,
    required: ['IF', 'FR'],
  }),
  leaf({
    name: 'rationaleNoReview',
    place: '4.2.d',
    label: 'Why the risk assessment was not reviewed',
    help: 'Only after a No: why it was not necessary to look at the risk assessment again.',
    type: text(4000),
    holds: { is: 'long-text' },
  }),
  leaf({
    name: 'riskAssAdequate',
    place: '4.2.d',
    label: 'Risk assessment still adequate',
    help: 'Only after a Yes: whether the risk assessment still holds after the review.',
    type: YES_NO,
  }),
  leaf({
    name: 'riskAssResults',
    place: '4.2.d',
    label: 'Results of the review',
    help: 'Only after a Yes: what the review of the risk assessment showed.',
    type: text(4000),
    holds: { is: 'long-text' },
  }),
  ...imdrfChoices('imdrfTypeInvestigationCodeChoice', 8, 'B', {
    place: '4.2.e',
    label: 'Type of investigation code (IMDRF annex B)',
    help: 'How the cause was looked for, as an IMDRF code of annex B. Choice 1 is the one that matters most.',
    required: CODES,
  }),
  ...imdrfChoices('imdrfInvestigationFindingsCodeChoice', 6, 'C', {
    place: '4.2.e',
    label: 'Investigation finding code (IMDRF annex C)',
    help: 'What was found, as an IMDRF code of annex C. Choice 1 is the one that matters most.',
    required: CODES,
  }),
  ...imdrfChoices('imdrfInvestigationConclusionCodeChoice', 6, 'D', {
    place: '4.2.e',
    label: 'Investigation conclusion code (IMDRF annex D)',
    help: 'What was concluded, as an IMDRF code of annex D. Choice 1 is the one that matters most.',
    required: CODES,
  }),
  leaf({
    name: 'imdrfMissingCodeCauseInvestigation',
    place: '4.2.e',
    label: 'Investigation: no fitting code',
    help: 'If no code of annexes B, C or D fits: describe the investigation, finding or conclusion in words.',
    type: text(),
    holds: { is: 'imdrf-missing', annexes: ['B', 'C', 'D'] },
  }),
  ...imdrfChoices('imdrfComponentCodeChoice', 6, 'G', {
    place: '4.2.f',
    label: 'Component code (IMDRF annex G)',
    help: 'Which part of the device was involved, as an IMDRF code of annex G.',
    type: text(8, 3),
    wanted: {
      severity: 'recommended',
      for: CODES,
      why: 'IMDRF coding of components has applied in the EU since May 2021; section 4.2.f asks for it.',
    },
  }),
  leaf({
    name: 'imdrfMissingComponentCodes',
    place: '4.2.f',
    label: 'Component: no fitting code',
    help: 'If no code of annex G fits: describe the component in words.',
    type: text(),
    holds: { is: 'imdrf-missing', annexes: ['G'] },
  }),
  leaf({
    name: 'correctiveAction',
    place: '4.2.g',
    label: 'Remedial, corrective and preventive action',
    help: 'What you do about the cause, a field safety corrective action included; say so and why if nothing is needed.',
    type: text(),
    required: ['IF', 'FR'],
    holds: { is: 'long-text' },
  }),
  leaf({
    name: 'correctiveActionSchedule',
    place: '4.2.h',
    label: 'Time schedule of the actions',
    help: 'By when each action will be done.',
    type: text(),
    holds: { is: 'long-text' },
  }),
  leaf({
    name: 'manufacturersFinalComments',
    place: '4.2.i',
    label: 'Final comments',
    help: 'Anything else about cause and conclusion that the authority should know.',
    type: text(),
    holds: { is: 'long-text' },
    certainty: LETTER,
  }),
]

const count = <const Name extends string>(name: Name, label: string, help: string) =>
  leaf({ name, place: '4.3.3.c', label, help, type: INTEGER, holds: { is: 'count' } })

/** One period of the table in 4.3.3. */
export const periodRows = (which: string) => [
  leaf({
    name: 'startDate',
    place: '4.3.3.c',
    label: `${which}: first day`,
    help: 'First day of the period. A period is a year unless there is a reason for another length.',
    type: DATE,
  }),
  leaf({
    name: 'endDate',
    place: '4.3.3.c',
    label: `${which}: last day`,
    help: 'Last day of the period.',
    type: DATE,
  }),
  count(
    'countrySimInc',
    `${which}: similar incidents in the country of the incident`,
    'How many similar incidents there were in the country of this incident in the period; 0 if none.',
  ),
  count(
    'eeaChTrSimInc',
    `${which}: similar incidents in EEA, Switzerland and Turkey`,
    'How many similar incidents there were in the EEA, Switzerland and Turkey together in the period.',
  ),
  count(
    'worldSimInc',
    `${which}: similar incidents in the world`,
    'How many similar incidents there were in the whole world in the period, all regions included.',
  ),
  count(
    'countrySimDev',
    `${which}: devices in the country of the incident`,
    'How many devices, counted as chosen in 4.3.3.b, in the country of this incident.',
  ),
  count(
    'eeaChTrSimDev',
    `${which}: devices in EEA, Switzerland and Turkey`,
    'How many devices, counted as chosen in 4.3.3.b, in the EEA, Switzerland and Turkey together.',
  ),
  count(
    'worldSimDev',
    `${which}: devices in the world`,
    'How many devices, counted as chosen in 4.3.3.b, in the whole world, all regions included.',
  ),
]

const period = <const Name extends string>(name: Name, label: string, help: string) =>
  group({ name, place: '4.3.3.c', label, help, rows: periodRows(label) })

/** 4.3: similar incidents. */
export const similarIncidentRows = [
  leaf({
    name: 'similarIncImdrfCodesAnnexA',
    place: '4.3.1',
    label: 'Similar incidents found by annex A code',
    help: 'Yes if you counted incidents with the same IMDRF device problem code.',
    type: YES_NO,
    emptyMeans: 'No',
  }),
  leaf({
    name: 'similarIncImdrfCodesAnnexC',
    place: '4.3.1',
    label: 'Similar incidents found by annex C code',
    help: 'Yes if you counted incidents with the same IMDRF investigation finding code.',
    type: YES_NO,
    emptyMeans: 'No',
  }),
  leaf({
    name: 'similarIncOtherReportingCodes',
    place: '4.3.1',
    label: 'Similar incidents found by other codes',
    help: 'Yes if you used other reporting codes to find similar incidents; name them in the next question.',
    type: YES_NO,
    emptyMeans: 'No',
  }),
  leaf({
    name: 'similarIncOtherReportingCodesText',
    place: '4.3.1',
    label: 'Other codes used, in words',
    help: 'Which other codes you used to find similar incidents, and why.',
    type: text(2000),
  }),
  leaf({
    name: 'similarIncMdCodesChoice1Code',
    place: '4.3.2',
    label: 'In-house device problem code',
    help: 'Your own code for the device problem, if you cannot yet search by IMDRF codes.',
    type: text(50),
  }),
  leaf({
    name: 'similarIncMdCodesChoice1Term',
    place: '4.3.2',
    label: 'In-house device problem term',
    help: 'The words that belong to your own code for the device problem.',
    type: text(50),
  }),
  leaf({
    name: 'similarIncRootCouseCodesChoice1Code',
    place: '4.3.2',
    label: 'In-house root cause code',
    help: 'Your own code for the root cause, if you cannot yet search by IMDRF codes.',
    type: text(50),
  }),
  leaf({
    name: 'similarIncRootCouseCodesChoice1Term',
    place: '4.3.2',
    label: 'In-house root cause term',
    help: 'The words that belong to your own code for the root cause.',
    type: text(50),
  }),
  leaf({
    name: 'similarIncOtherInHouseCodes',
    place: '4.3.2',
    label: 'Similar incidents found by other in-house codes',
    help: 'Yes if you used other codes of your own; name them in the next question.',
    type: YES_NO,
    emptyMeans: 'No',
  }),
  leaf({
    name: 'similarIncOtherInHouseCodesText',
    place: '4.3.2',
    label: 'Other in-house codes used, in words',
    help: 'Which other codes of your own you used to find similar incidents.',
    type: text(2000),
  }),
  leaf({
    name: 'similarVariant',
    place: '4.3.3.a',
    label: 'Basis for similar incidents',
    help: 'Which devices you counted as the same: this model, this software, this lot, the platform, or other.',
    type: oneOf(SIMILAR_VARIANTS),
    required: ['IF', 'FR'],
  }),
  leaf({
    name: 'similarVariantDetails',
    place: '4.3.3.a',
    label: 'Basis for similar incidents: details',
    help: 'Which models, lots or versions that means.',
    type: text(4000),
    holds: { is: 'long-text' },
  }),
  leaf({
    name: 'numberBasedOn',
    place: '4.3.3.b',
    label: 'Basis for the number of devices',
    help: 'What the numbers of devices in the table count. It decides whether they may add up over the periods.',
    type: oneOf(DENOMINATORS),
    required: ['IF', 'FR'],
  }),
  leaf({
    name: 'numberBasedOnOther',
    place: '4.3.3.b',
    label: 'Basis for the number of devices: other, in words',
    help: 'What the numbers count, if none of those offered.',
    type: text(300),
  }),
  {
    ...period('timePeriodN', 'Current period (N)', 'The current period, up to this report.'),
    required: ['IF', 'FR'],
  },
  period('timePeriodN-1', 'Period before (N-1)', 'The period before the current one.'),
  period('timePeriodN-2', 'Two periods before (N-2)', 'Two periods before the current one.'),
  period('timePeriodN-3', 'Three periods before (N-3)', 'Three periods before the current one.'),
  leaf({
    name: 'howWereDetermined',
    place: '4.3.3.d',
    label: 'How the numbers were determined',
    help: 'Where the numbers come from, and anything needed to read them rightly.',
    type: text(2000),
  }),
]

export const similarIncidents = group({
  name: 'similarIncidents',
  place: '4.3',
  label: 'Similar incidents',
  help: 'How often the same has happened before, set against the number of devices. For combined and final reportable reports.',
  wanted: {
    severity: 'recommended',
    for: ['IF', 'FR'],
    why: 'Section 4.3 is meant for combined and final reports on reportable incidents.',
  },
  rows: similarIncidentRows,
})

/** Section 4. */
export const mfrInvest = group({
  name: 'mfr_invest',
  place: '4',
  label: 'Manufacturer analysis',
  help: 'What the manufacturer found, concluded and does about it.',
  required: 'all',
  rows: [...preliminaryRows, ...conclusionRows, similarIncidents],
})

/** Section 5. */
export const otherReportingInfo = group({
  name: 'other_reporting_info',
  place: '5',
  label: 'General comments',
  help: 'Anything that has no other place in the form.',
  rows: [
    leaf({
      name: 'AdditionalComments',
      place: '5',
      label: 'General comments',
      help: 'Anything the authority should know that has no other place, for example why reporting took longer.',
      type: text(),
      holds: { is: 'long-text' },
    }),
  ],
})
