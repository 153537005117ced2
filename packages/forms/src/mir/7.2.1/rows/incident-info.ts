import { DECIMAL, group, INTEGER, imdrfChoices, leaf, oneOf, text, unverified } from '../../../table/build.js'
import { COUNTRIES, DEVICE_LOCATIONS, GENDERS, OPERATORS, REPORTER_ROLES, USAGES } from '../lists.js'
import { durationRows } from './device-info.js'

const LETTER = unverified(
  'the letter is reconstructed from the neighbouring letters; the printed form was not read',
  'place',
)

/** 3.1 and 3.2: what happened and what was wrong with the device. */
export const clinicalEventRows = [
  leaf({
    name: 'eventDescription',
    place: '3.1.a',
    label: 'Nature of the incident',
    help: 'What happened, in the order it happened: what was being done, what went wrong with the device, what that meant for people.',
    type: text(),
    required: 'all',
    holds: { is: 'long-text' },
  }),
  ...imdrfChoices('imdrfCodeChoice', 6, 'A', {
    place: '3.2.a',
    label: 'Device problem code (IMDRF annex A)',
    help: 'What was wrong with the device, as an IMDRF code of annex A. Choice 1 is the one that matters most; take the lowest level that fits.',
    required: 'all',
  }),
  leaf({
    name: 'imdrfCodeMissing',
    place: '3.2.a',
    label: 'Device problem: no fitting code',
    help: 'If no code of annex A fits: describe the problem, so that a term can be asked for.',
    type: text(300),
    holds: { is: 'imdrf-missing', annexes: ['A'] },
  }),
  leaf({
    name: 'numPatientsInvolved',
    place: '3.2.b',
    label: 'Number of patients involved',
    help: 'How many patients the incident concerned; 0 if none.',
    type: INTEGER,
    holds: { is: 'count' },
  }),
  leaf({
    name: 'currentDeviceLocation',
    place: '3.2.c',
    label: 'Where the device is now',
    help: 'Where the device involved is on the day of this report.',
    type: oneOf(DEVICE_LOCATIONS),
    required: 'all',
    word: { unknown: 'Unknown' },
  }),
  leaf({
    name: 'currentDeviceLocationOtherText',
    place: '3.2.c',
    label: 'Where the device is now: other, in words',
    help: 'The place, if it is none of those offered.',
    type: text(300),
  }),
  leaf({
    name: 'deviceOperatorAtEvent',
    place: '3.2.d',
    label: 'Who operated the device',
    help: 'Who was using the device when it happened.',
    type: oneOf(OPERATORS),
  }),
  leaf({
    name: 'deviceOperatorAtEventOther',
    place: '3.2.d',
    label: 'Who operated the device: other, in words',
    help: 'Who it was, if none of those offered.',
    type: text(50),
  }),
  leaf({
    name: 'deviceUsage',
    place: '3.2.e',
    label: 'Use of the device',
    help: 'Whether it was the first use, a reuse, or a problem seen before use.',
    type: oneOf(USAGES),
    certainty: LETTER,
  }),
  leaf({
    name: 'deviceUsageOther',
    place: '3.2.e',
    label: 'Use of the device: other, in words',
    help: 'The kind of use, if none of those offered.',
    type: text(50),
    certainty: LETTER,
  }),
  leaf({
    name: 'patientRemedialAction',
    place: '3.2.f',
    label: 'What was done for the patient afterwards',
    help: 'What the facility, the patient or the user did after the incident, for example treatment or a change of device.',
    type: text(),
    holds: { is: 'long-text' },
    certainty: LETTER,
  }),
]

const EFFECT_WHY =
  'IMDRF coding of annexes E and F has applied in the EU since June 2020; section 3.3 asks for it.'

/** 3.3: the patient. */
export const patientRows = [
  ...imdrfChoices('imdrfClinicalCodeChoice', 6, 'E', {
    place: '3.3.a',
    label: 'Clinical sign or condition code (IMDRF annex E)',
    help: 'Signs, symptoms or conditions of the patient, as an IMDRF code of annex E. There are codes for none and for not enough information.',
    wanted: { severity: 'may-stay-unknown', for: 'all', why: EFFECT_WHY },
  }),
  ...imdrfChoices('imdrfHealthCodeChoice', 6, 'F', {
    place: '3.3.a',
    label: 'Health impact code (IMDRF annex F)',
    help: 'What the incident meant for the health of the patient, as an IMDRF code of annex F. There are codes for no impact and for not enough information.',
    wanted: { severity: 'may-stay-unknown', for: 'all', why: EFFECT_WHY },
  }),
  leaf({
    name: 'imdrfMissingCodeHealthEffect',
    place: '3.3.a',
    label: 'Clinical sign or health impact: no fitting code',
    help: 'If no code of annex E or F fits: describe the effect, so that a term can be asked for.',
    type: text(200),
    holds: { is: 'imdrf-missing', annexes: ['E', 'F'] },
  }),
  group({
    name: 'patientAgeAtEvent',
    place: '3.3.b',
    label: 'Age of the patient at the time',
    help: 'Age when the incident happened. Years are enough for adults; give months and days for small children.',
    rows: durationRows('3.3.b', 'Age of the patient', 'confirmed'),
  }),
  leaf({
    name: 'Gender',
    place: '3.3.c',
    label: 'Gender of the patient',
    help: 'As told by the reporter. There are values for unknown and for not applicable.',
    type: oneOf(GENDERS),
    word: { unknown: 'Unknown', notApplicable: 'Not applicable' },
  }),
  leaf({
    name: 'massKG',
    place: '3.3.d',
    label: 'Body weight (kg)',
    help: 'Weight of the patient in kilograms, with a point before decimals.',
    type: DECIMAL,
    holds: { is: 'count' },
  }),
  leaf({
    name: 'patientPriorMedication',
    place: '3.3.f',
    label: 'Earlier health conditions or medication',
    help: 'What was known of the health of the patient before, as far as it can matter here. No names.',
    type: text(),
    holds: { is: 'long-text' },
    certainty: LETTER,
  }),
]

/** 3.4: who told the manufacturer. The XML puts country before street; the form prints them in its own order. */
export const initialReporterRows = [
  leaf({
    name: 'initialReporterRole',
    place: '3.4.a',
    label: 'Role of the initial reporter',
    help: 'Who first told the manufacturer of the incident.',
    type: oneOf(REPORTER_ROLES),
    required: 'all',
  }),
  leaf({
    name: 'initialReporterRoleOther',
    place: '3.4.a',
    label: 'Role of the initial reporter: other, in words',
    help: 'The role, if none of those offered.',
    type: text(200),
  }),
  leaf({
    name: 'healthcareFacilityName',
    place: '3.4.b',
    label: 'Healthcare facility: name',
    help: 'Name of the hospital, practice or laboratory.',
    type: text(200),
  }),
  leaf({
    name: 'healthcareFacilityRepNum',
    place: '3.4.c',
    label: 'Healthcare facility: its report number',
    help: 'The number the facility gave its own report of the incident, if it has one.',
    type: text(50),
  }),
  leaf({
    name: 'healthcareFacilityContactPersonFirstName',
    place: '3.4.d',
    label: "Healthcare facility: contact person's first name",
    help: 'First name of the person to ask at the facility.',
    type: text(50),
    holds: { is: 'person-name' },
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityContactPersonSecondName',
    place: '3.4.e',
    label: "Healthcare facility: contact person's last name",
    help: 'Last name of the person to ask at the facility.',
    type: text(50),
    holds: { is: 'person-name' },
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityAddress',
    place: '3.4.k',
    label: 'Healthcare facility: address complement',
    help: 'Ward, building or department.',
    type: text(200),
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityPhone',
    place: '3.4.g',
    label: 'Healthcare facility: phone',
    help: 'Phone number with the country code.',
    type: text(50),
    holds: { is: 'phone' },
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityEmail',
    place: '3.4.f',
    label: 'Healthcare facility: e-mail',
    help: 'E-mail address of the person to ask.',
    type: text(255),
    holds: { is: 'email' },
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityCountry',
    place: '3.4.h',
    label: 'Healthcare facility: country',
    help: 'Country of the initial reporter as two capital letters (ISO 3166).',
    type: oneOf(COUNTRIES),
    required: 'all',
    holds: { is: 'country' },
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityStreet',
    place: '3.4.i',
    label: 'Healthcare facility: street',
    help: 'Name of the street, without the number.',
    type: text(200),
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityStreetNum',
    place: '3.4.j',
    label: 'Healthcare facility: street number',
    help: 'House number in the street.',
    type: text(200),
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityCity',
    place: '3.4.m',
    label: 'Healthcare facility: city',
    help: 'Town or city.',
    type: text(50),
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityPOBox',
    place: '3.4.l',
    label: 'Healthcare facility: PO box',
    help: 'Post office box, if mail goes there.',
    type: text(50),
    certainty: LETTER,
  }),
  leaf({
    name: 'healthcareFacilityPostcode',
    place: '3.4.n',
    label: 'Healthcare facility: postcode',
    help: 'Postcode of the address.',
    type: text(50),
    certainty: LETTER,
  }),
]

export const clinicalEventInfo = group({
  name: 'clinical_event_info',
  place: '3.1',
  label: 'Incident and device problem',
  help: 'What happened, and what was wrong with the device.',
  required: 'all',
  rows: clinicalEventRows,
})

export const patientInfo = group({
  name: 'patient_info',
  place: '3.3',
  label: 'Patient information',
  help: 'What the incident meant for the patient, and what is known of the patient. No names.',
  rows: patientRows,
})

export const initialReporterInfo = group({
  name: 'initial_reporter_info',
  place: '3.4',
  label: 'Initial reporter',
  help: 'Who told the manufacturer, and the healthcare facility where it happened.',
  rows: initialReporterRows,
})

/** Section 3. */
export const incidentInfo = group({
  name: 'incident_info',
  place: '3',
  label: 'Incident information',
  help: 'What the healthcare professional, patient or other user told about the incident.',
  required: 'all',
  rows: [clinicalEventInfo, patientInfo, initialReporterInfo],
})
