import { z } from '@hono/zod-openapi'

/** What a device family is or is not, as a case asks it: the names are those of a case file. */
export const TRAITS = [
  'isIvd',
  'implantable',
  'active',
  'software',
  'sterile',
  'measuring',
  'reusable',
  'administersMedicine',
  'medicinalSubstance',
  'customMade',
  'systemOrProcedurePack',
  'nonMedicalPurpose',
  'selfTest',
  'nearPatientTest',
  'professionalTest',
  'companionDiagnostic',
  'instrument',
  'reagent',
  'bloodOrInfectionScreening',
] as const

export const traits = z
  .partialRecord(z.enum(TRAITS), z.boolean())
  .openapi({ description: 'Those left out are not answered.' })

/** Reads them from the details of a family in the record. */
export const readTraits = (details: unknown): z.output<typeof traits> =>
  z.object({ traits: traits.default({}) }).parse(details).traits
