import * as z from 'zod'
import { countryInput } from './country.js'
import { dayInput, fact, momentInput, orUnknown, yesNo } from './fact.js'
import { keysOf, ROLES } from './vocabulary.js'

const text = (max: number) => z.string().min(1).max(max)

/** A corrective action in the field, decided or under way. */
export const fieldAction = z.strictObject({
  reference: text(50),
  authorityReferences: z
    .record(z.string(), text(50))
    .optional()
    .meta({ description: 'Number each authority gave the action, by country code (MIR 1.3.1.d).' }),
  eudamedReference: text(50).optional(),
  description: text(4000).optional(),
  decidedOn: orUnknown(momentInput).optional(),
  plannedStart: orUnknown(dayInput).optional().meta({ description: 'Day on which the action is to begin.' }),
  initiatedOn: orUnknown(dayInput).optional().meta({ description: 'Day on which it began.' }),
  initiatedBy: z.enum(keysOf(ROLES)).default('manufacturer'),
  undertakenIn: fact(z.array(countryInput).min(1))
    .optional()
    .meta({ description: 'Every country where it is or will be carried out.' }),
  preventsSeriousIncident: fact(yesNo).optional().meta({
    description:
      'Is it meant to prevent, or reduce the risk of, a serious incident (technical or medical reason)?',
  }),
  reasonConfinedToThirdCountryDevice: fact(yesNo).optional().meta({
    description: 'Does its reason concern only the version of the device sold outside the Union?',
  }),
  sameModelSoldInGreatBritain: fact(yesNo)
    .optional()
    .meta({ description: 'Is the same model sold in Great Britain? Taken from the markets when absent.' }),
  urgent: fact(yesNo)
    .optional()
    .meta({ description: 'So urgent that it must begin before the authorities are told?' }),
  us: z
    .strictObject({
      reducesRiskToHealth: fact(yesNo).optional(),
      remediesViolation: fact(yesNo).optional(),
      reportedUnder803: fact(yesNo).optional(),
      extendedOn: dayInput.optional().meta({ description: 'Day on which it was extended to further lots.' }),
    })
    .optional()
    .meta({ description: 'Facts for 21 CFR 806.' }),
})
export type FieldAction = z.infer<typeof fieldAction>

/** A rise in frequency or severity that the surveillance found. */
export const trend = z.strictObject({
  reference: text(50).optional(),
  detectedOn: dayInput,
  of: z.enum(['non-serious-incidents', 'expected-side-effects', 'expected-erroneous-results']),
  statisticallySignificant: fact(yesNo).optional(),
  couldAffectBenefitRisk: fact(yesNo).optional(),
  countries: fact(z.array(countryInput)).optional().meta({ description: 'Where the incidents occurred.' }),
})
export type Trend = z.infer<typeof trend>

/** An interruption or end of supply. */
export const supplyInterruption = z.strictObject({
  reference: text(50).optional(),
  anticipatedOn: dayInput.optional().meta({ description: 'Day on which it was first foreseen.' }),
  begins: orUnknown(dayInput).optional().meta({
    description:
      'Day on which the interruption begins. As an indication, interruptions of more than 60 days count (MDCG 2024-16).',
  }),
  seriousHarmForeseeable: fact(yesNo).optional().meta({
    description:
      'Is serious harm or a risk to patients or public health reasonably foreseeable in a Member State?',
  }),
  exceptional: fact(yesNo)
    .optional()
    .meta({ description: 'Exceptional circumstances that make six months’ notice impossible?' }),
  receivedFromSupplier: fact(yesNo)
    .optional()
    .meta({ description: 'Are you an importer or distributor that received the notice from its supplier?' }),
})
export type SupplyInterruption = z.infer<typeof supplyInterruption>

/** Something an authority asked for. */
export const authorityRequest = z.strictObject({
  authority: countryInput,
  receivedOn: dayInput,
  asksFor: text(1000),
  dueOn: dayInput.optional().meta({ description: 'Day the authority set.' }),
})
export type AuthorityRequest = z.infer<typeof authorityRequest>

/** A report that has been sent. */
export const sentReport = z.strictObject({
  to: countryInput.meta({
    description: 'Country of the authority; XI for the MHRA acting for Northern Ireland.',
  }),
  kind: z.enum(['initial', 'follow-up', 'initial+final', 'final', 'fsca', 'trend', 'periodic-summary']),
  on: dayInput,
  proof: text(200)
    .optional()
    .meta({ description: 'Receipt or reference that proves the sending. Without it the report stays open.' }),
  about: text(50)
    .optional()
    .meta({ description: 'Reference of the field action or trend, when not the incident.' }),
})
export type SentReport = z.infer<typeof sentReport>
