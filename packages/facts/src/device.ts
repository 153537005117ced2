import * as z from 'zod'
import { countryInput } from './country.js'
import { duration } from './duration.js'
import { dayInput, fact, textFact, yesNo } from './fact.js'
import { describe, keysOf, REGULATIONS, RISK_CLASSES, type RiskClass } from './vocabulary.js'

const text = (max: number) => z.string().min(1).max(max)
const ALL_CLASSES: readonly RiskClass[] = [...new Set(Object.values(RISK_CLASSES).flat())]

const notifiedBody = z.strictObject({
  id: z.string().regex(/^\d{1,4}$/, 'a notified body number has four digits'),
  certificates: z.array(text(50)).default([]),
})

const dayRange = z.strictObject({ from: dayInput, to: dayInput.optional() })

/** A device that took part in the event. */
export const device = z.strictObject({
  name: text(300).meta({ description: 'Brand or trade name.' }),
  description: text(4000).optional().meta({ description: 'Description and intended purpose.' }),
  model: text(300).optional(),
  catalogue: text(50).optional().meta({ description: 'Catalogue or reference number.' }),

  regulation: fact(z.enum(keysOf(REGULATIONS)))
    .optional()
    .meta({
      description: `Legislation it was placed on the market under; leave it out for a device with UKCA marking only and set isIvd and greatBritainRoute. ${describe(REGULATIONS)}`,
    }),
  riskClass: fact(z.enum(ALL_CLASSES))
    .optional()
    .meta({ description: 'Risk class when placed on the market, e.g. IIb, III, C, list-A.' }),
  isIvd: fact(yesNo).optional().meta({
    description:
      'In vitro diagnostic? Only needed where the regulation does not say it (devices with UKCA only).',
  }),
  implantable: fact(yesNo).optional(),
  active: fact(yesNo).optional(),
  software: fact(yesNo).optional(),
  sterile: fact(yesNo).optional(),
  measuring: fact(yesNo).optional(),
  reusable: fact(yesNo).optional(),
  administersMedicine: fact(yesNo).optional(),
  medicinalSubstance: fact(yesNo)
    .optional()
    .meta({ description: 'Contains a medicinal substance, or tissues, cells or their derivatives.' }),
  substanceConsultation: z
    .strictObject({
      authority: text(200).optional().meta({ description: 'Authority that was consulted on the substance.' }),
      substance: text(200).optional().meta({ description: 'Name of the substance, tissue or cells.' }),
    })
    .optional()
    .meta({ description: 'For a device with a medicinal substance, tissues, cells or their derivatives.' }),
  customMade: fact(yesNo).optional(),
  systemOrProcedurePack: fact(yesNo).optional(),
  packKind: z
    .enum(['system', 'procedure-pack'])
    .optional()
    .meta({ description: 'For a system or procedure pack: which of the two (MIR 2.4.d asks apart).' }),
  nonMedicalPurpose: fact(yesNo)
    .optional()
    .meta({ description: 'Product without an intended medical purpose (MDR Annex XVI)?' }),
  beforeDirectives: fact(yesNo).optional().meta({
    description: 'Was it placed on the market before the directives (MDD, AIMDD, IVDD) applied? MIR 2.4.a.',
  }),
  selfTest: fact(yesNo).optional(),
  nearPatientTest: fact(yesNo).optional(),
  professionalTest: fact(yesNo).optional().meta({ description: 'IVD for use by laboratory professionals?' }),
  companionDiagnostic: fact(yesNo).optional(),
  instrument: fact(yesNo).optional(),
  reagent: fact(yesNo).optional(),
  bloodOrInfectionScreening: fact(yesNo).optional().meta({
    description:
      'IVD for blood screening, tissue typing or transmissible infections? Prompts the question of a public health threat, and in Germany decides between BfArM and PEI.',
  }),
  investigational: fact(yesNo).optional().meta({
    description:
      'Used in a clinical investigation or performance study outside its CE-marked intended purpose? Another regime applies then.',
  }),

  markets: fact(z.array(countryInput).min(1)).optional().meta({
    description:
      'Every country where the device is made available: ISO codes, XI for Northern Ireland, GB for Great Britain, CH, US.',
  }),
  madeAvailableWhereUsed: fact(yesNo).optional().meta({
    description:
      'Was this device made available on the market where the event happened? Only asked where the markets do not say so.',
  }),
  discontinuedInGreatBritainBeforeJune2025: fact(yesNo)
    .optional()
    .meta({ description: 'No unit placed on the GB market or put into service there since 16 June 2025?' }),
  greatBritainRoute: fact(z.enum(['UKCA', 'CE']))
    .optional()
    .meta({ description: 'Marking on the GB market.' }),
  liechtensteinRegime: fact(z.enum(['EEA', 'swiss-customs-treaty']))
    .optional()
    .meta({ description: 'Law under which it was placed on the market in Liechtenstein.' }),

  udiDi: textFact(50)
    .optional()
    .meta({ description: 'UDI-DI, or the EUDAMED ID of a legacy device (MIR 2.1.a).' }),
  udiPi: textFact(50).optional().meta({ description: 'Production identifier of the unit (MIR 2.1.b).' }),
  basicUdiDi: textFact(50)
    .optional()
    .meta({ description: 'Basic UDI-DI, or the EUDAMED DI of a legacy device (MIR 2.1.c).' }),
  unitOfUseDi: textFact(50).optional().meta({ description: 'Unit of use UDI-DI (MIR 2.1.d).' }),
  serialNumbers: fact(z.array(text(200)))
    .optional()
    .meta({ description: 'Serial numbers of the units involved.' }),
  lots: fact(z.array(text(200)))
    .optional()
    .meta({ description: 'Lots or batches involved.' }),
  softwareVersion: textFact(50).optional(),
  firmwareVersion: textFact(50).optional(),
  manufactured: dayInput.optional(),
  expires: dayInput.optional(),
  implanted: dayRange.optional(),
  explanted: dayRange.optional(),
  implantDuration: duration.optional(),
  implantFacility: text(200).optional(),
  explantFacility: text(200).optional(),
  emdn: text(50).optional().meta({ description: 'EMDN code.' }),
  nomenclature: z
    .strictObject({
      system: z.enum(['GMDN', 'UMDNS', 'GIVD', 'other']),
      code: text(50),
      name: text(50)
        .optional()
        .meta({ description: 'For the system "other": what the nomenclature is called.' }),
    })
    .optional()
    .meta({ description: 'Another nomenclature, where there is no EMDN code.' }),
  nomenclatureText: text(4000).optional().meta({
    description: 'The nomenclature term in words (MIR 7.3.1, 2.3.b); taken from the EMDN when absent.',
  }),
  notifiedBodies: z.array(notifiedBody).max(2).optional(),
  firstMarketed: z
    .strictObject({
      as: z.enum([
        'declaration-of-conformity',
        'ce-marked',
        'placed-on-market',
        'put-into-service',
        'software-available',
      ]),
      year: z.int().min(1900).max(2050),
      month: z.int().min(1).max(12).optional(),
    })
    .optional(),
  accessories: text(2000).optional(),
  associatedDevices: text(2000).optional(),
})
export type Device = z.infer<typeof device>
