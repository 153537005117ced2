/**
 * The words a case may use where the law or the forms ask for a choice. The key is what is written in the file,
 * the text says what it means to the person who chooses it.
 */

/** What went wrong with the device, or in its use. Several may apply. */
export const PROBLEMS = {
  malfunction: 'The device failed or did not do what it should.',
  deterioration: 'Its characteristics or performance got worse.',
  'erroneous-result': 'It gave a wrong, missing or late result or reading.',
  'inadequate-information': 'Label, instructions or training material were wrong, missing or misleading.',
  'undesirable-side-effect': 'A side-effect of the device, although it worked as specified.',
  'use-error': 'A slip, lapse or mistake in using it (not on purpose).',
  'security-compromise':
    'Somebody or something got into the device, or it was affected by malicious software.',
  'security-vulnerability': 'A weakness was found that could be used against it; nothing has happened yet.',
  falsified: 'The device is falsified or was mislabelled on purpose.',
  'abnormal-use': 'It was used on purpose against the instructions, off-label by medical decision included.',
  'no-device-problem': 'Nothing was wrong with the device, its information or its use.',
} as const
export type Problem = keyof typeof PROBLEMS

/** What happened to people: patients, users or others, directly or through a decision based on the device. */
export const OUTCOMES = {
  death: 'Somebody died.',
  'life-threatening': 'Life-threatening illness or injury.',
  'permanent-impairment': 'Permanent impairment of a body structure or function.',
  'temporary-impairment': 'Temporary serious impairment of a body structure or function.',
  hospitalisation: 'Hospital stay, or a longer one.',
  intervention: 'Medical or surgical intervention to prevent life-threatening harm or impairment.',
  'chronic-disease': 'Chronic disease.',
  'foetal-harm': 'Foetal distress, foetal death or a congenital anomaly.',
  'serious-deterioration': 'Serious deterioration of health, not described further.',
  'minor-harm': 'Harm that was not serious.',
  'no-harm': 'Nobody was harmed.',
} as const
export type Outcome = keyof typeof OUTCOMES

/** Serious deterioration of health (MDR Art 2(65)(b), IVDR Art 2(68)(b), MDCG 2023-3 Rev.2 Q2). */
export const SERIOUS_DETERIORATION: readonly Outcome[] = [
  'life-threatening',
  'permanent-impairment',
  'temporary-impairment',
  'hospitalisation',
  'intervention',
  'chronic-disease',
  'foetal-harm',
  'serious-deterioration',
]

/** The worst that could have happened, had circumstances been less fortunate. */
export const POTENTIALS = {
  death: 'It could have led to a death.',
  'serious-deterioration': 'It could have led to a serious deterioration of health.',
  'nothing-serious': 'It could not have led to serious harm.',
} as const
export type Potential = keyof typeof POTENTIALS

/** The link between the device and what happened to people. */
export const CAUSALITIES = {
  established: 'The device (or its information or use) caused or contributed to it.',
  possible: 'It is reasonably possible that it did.',
  suspected: 'Somebody suspects that it did.',
  excluded: 'It did not; this has been shown.',
} as const
export type Causality = keyof typeof CAUSALITIES

/** The legislation a device was placed on the market under. */
export const REGULATIONS = {
  MDR: 'Regulation (EU) 2017/745',
  IVDR: 'Regulation (EU) 2017/746',
  MDD: 'Directive 93/42/EEC',
  AIMDD: 'Directive 90/385/EEC',
  IVDD: 'Directive 98/79/EC',
} as const
export type Regulation = keyof typeof REGULATIONS

/** Risk classes of all regulations; each is checked against the device's regulation. */
export const RISK_CLASSES = {
  MDR: ['I', 'IIa', 'IIb', 'III'],
  IVDR: ['A', 'B', 'C', 'D'],
  MDD: ['I', 'Is', 'Im', 'Ism', 'IIa', 'IIb', 'III', 'custom-made'],
  AIMDD: ['AIMD', 'custom-made'],
  IVDD: ['list-A', 'list-B', 'self-test', 'general'],
} as const satisfies Record<Regulation, readonly string[]>
export type RiskClass = (typeof RISK_CLASSES)[Regulation][number]

/** Who somebody is in relation to the device. */
export const ROLES = {
  manufacturer: 'The manufacturer, its employees included.',
  'authorised-representative':
    'The authorised representative in the EU or Northern Ireland (MDR/IVDR Art 11).',
  'uk-responsible-person': 'The UK Responsible Person.',
  'swiss-representative': 'The Swiss authorised representative (CH-REP).',
  importer: 'An importer.',
  distributor: 'A distributor.',
  subcontractor: 'A subcontractor of the manufacturer, for example a complaint centre.',
  'pack-producer': 'The producer of a system or procedure pack.',
  'health-institution': 'A hospital, laboratory or other health institution.',
  'healthcare-professional': 'A healthcare professional.',
  'patient-or-lay-user': 'A patient, a lay user or a relative.',
  'competent-authority': 'A competent authority.',
  'notified-body': 'A notified or approved body.',
  other: 'Somebody else.',
} as const
export type Role = keyof typeof ROLES

/** What a person learnt. Each may start a clock of its own; the earliest date governs. */
export const KNOWLEDGE = {
  incident: 'That something happened with the device (MIR 1.2.c).',
  reportability:
    'New information that makes an incident reportable which had been judged not reportable before (MIR 1.2.d). Needs assessment.judgedNotReportable.',
  death: 'That somebody died.',
  'serious-deterioration': 'That somebody’s health deteriorated seriously.',
  'serious-public-health-threat': 'That there is a serious public health threat.',
  'remedial-action-needed':
    'That remedial action is needed to prevent an unreasonable risk of substantial harm (21 CFR 803.53).',
  'new-information': 'New or changed information after a report was sent.',
} as const
export type Knowledge = keyof typeof KNOWLEDGE

/** Where the device is now (MIR 3.2.c). */
export const DEVICE_LOCATIONS = {
  'health-institution': 'Healthcare facility/carer',
  'patient-or-user': 'Patient/user',
  'in-transit-to-manufacturer': 'In transit to manufacturer',
  manufacturer: 'Manufacturer',
  distributor: 'Distributor',
  discarded: 'Discarded',
  'remains-implanted': 'Remains implanted',
  unknown: 'Unknown',
  other: 'Other',
} as const

export const OPERATORS = {
  'healthcare-professional': 'Healthcare professional',
  'patient-or-lay-user': 'Patient/lay user',
  other: 'Other',
} as const

export const USAGES = {
  'initial-use': 'Initial use',
  'reuse-of-reusable': 'Reuse of a reusable medical device',
  'reuse-of-single-use': 'Reuse of a single use medical device',
  'serviced-or-refurbished': 'Re-serviced/refurbished/fully refurbished',
  'problem-before-use': 'Problem noted prior use',
  other: 'Other',
} as const

export const GENDERS = {
  male: 'Male',
  female: 'Female',
  other: 'Other',
  unknown: 'Unknown',
  'not-applicable': 'Not applicable',
} as const

/** Keys of a vocabulary as a non-empty tuple, as zod wants them. */
export function keysOf<T extends object>(vocabulary: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]]
}

/** A vocabulary as text for a JSON Schema description: `death: Somebody died. ...`. */
export function describe(vocabulary: Record<string, string>): string {
  return Object.entries(vocabulary)
    .map(([key, text]) => `${key}: ${text}`)
    .join(' ')
}
