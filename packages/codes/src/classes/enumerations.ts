/** MIR 2.4.d: the boxes beside the MDR class (`deviceClassMDRType`); XML element name to meaning. */
export const MDR_TYPES = {
  implantable: 'Implantable',
  activedevice: 'Active device',
  intendedtoadminister: 'Intended to administer or remove a medicinal product',
  sterileconditions: 'Placed on the market in sterile condition',
  measuringfunction: 'With measuring function',
  reusable: 'Reusable surgical instrument',
  software: 'Software',
  systems: 'System',
  procedurepacks: 'Procedure pack',
  custommade: 'Custom-made',
  'non-medical': 'Without an intended medical purpose',
} as const

/** MIR 2.4.e: the boxes beside the IVDR class (`deviceClassIVDRType`); XML element name to meaning. */
export const IVDR_TYPES = {
  selftesting: 'Self-testing',
  nearpatienttesting: 'Near-patient testing',
  professionaltesting: 'Professional testing',
  companiondiagnostics: 'Companion diagnostic',
  reagent: 'Reagent',
  software: 'Software',
  instrument: 'Instrument',
  sterileconditions: 'Placed on the market in sterile condition',
} as const

/** Issuing entities of device identifiers as EUDAMED names them. `EUDAMED` itself issues the ids of legacy devices. */
export const ISSUING_ENTITIES = ['GS1', 'HIBCC', 'IFA', 'ICCBBA', 'EUDAMED'] as const
export type IssuingEntity = (typeof ISSUING_ENTITIES)[number]

/** States of a certificate in EUDAMED. */
export const CERTIFICATE_STATES = [
  'ISSUED',
  'RESTRICTED',
  'SUSPENDED',
  'REINSTATED',
  'WITHDRAWN',
  'AMENDED',
  'SUPPLEMENTED',
  'REISSUED',
  'CANCELLED',
] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** Roles in an EUDAMED actor number (SRN). What `PR` stands for is inferred: product designer. */
export const ACTOR_ROLES = {
  MF: { title: 'Manufacturer', certainty: 'verified' },
  AR: { title: 'Authorised representative', certainty: 'verified' },
  IM: { title: 'Importer', certainty: 'verified' },
  SP: { title: 'System or procedure pack producer', certainty: 'verified' },
  PR: { title: 'Product designer', certainty: 'requires-confirmation' },
} as const
export type ActorRole = keyof typeof ACTOR_ROLES
