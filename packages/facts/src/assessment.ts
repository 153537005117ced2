import * as z from 'zod'
import { countryInput } from './country.js'
import { dayInput, fact, yesNo } from './fact.js'
import { CAUSALITIES, describe, keysOf } from './vocabulary.js'

const text = (max: number) => z.string().min(1).max(max)
const codes = (most: number) => z.array(text(8)).max(most)

/** What the manufacturer judges, with the proofs the law asks for. */
export const assessment = z.strictObject({
  causality: fact(z.enum(keysOf(CAUSALITIES)))
    .optional()
    .meta({ description: `Device and harm. ${describe(CAUSALITIES)}` }),
  anticipated: z
    .strictObject({
      consideredInRiskAnalysis: fact(yesNo).optional(),
      documentedInRiskReport: fact(yesNo).optional(),
      riskReducedAsFarAsPossible: fact(yesNo).optional(),
      namedInInformation: fact(yesNo).optional(),
    })
    .optional()
    .meta({
      description:
        'The proof that the serious deterioration was anticipated. Without the whole proof it counts as unanticipated.',
    }),
  expected: z
    .strictObject({
      documentedInInformation: fact(yesNo).optional(),
      quantifiedInTechnicalDocumentation: fact(yesNo).optional(),
      acceptable: fact(yesNo).optional(),
    })
    .optional()
    .meta({
      description:
        'Expected side-effect (MDR) or expected erroneous result (IVDR): clearly documented, quantified and acceptable?',
    }),
  judgedNotReportable: z
    .strictObject({ on: dayInput, because: text(4000) })
    .optional()
    .meta({
      description:
        'The first decision that the incident was not reportable. Only with it does awareness of "reportability" start the clock instead of awareness of the incident.',
    }),
  periodicSummary: z
    .array(
      z.strictObject({
        authority: countryInput.meta({ description: 'Country of the authority the agreement is made with.' }),
        reference: text(50),
        coversThisIncident: fact(yesNo),
        nextReport: dayInput.optional(),
      }),
    )
    .optional()
    .meta({ description: 'Agreements on periodic summary reporting.' }),
})
export type Assessment = z.infer<typeof assessment>

export const investigation = z.strictObject({
  preliminary: text(4000).optional(),
  initialActions: text(4000).optional(),
  planned: text(4000).optional(),
  substanceSuspected: fact(yesNo).optional(),
  concludedOn: dayInput.optional(),
  rootCause: text(4000).optional(),
  rootCauseConfirmed: fact(yesNo).optional(),
  notReportableBecause: text(4000).optional(),
  substanceRelated: fact(yesNo).optional(),
  riskReviewed: fact(yesNo).optional(),
  noReviewBecause: text(4000).optional(),
  riskStillAdequate: fact(yesNo).optional(),
  riskResults: text(4000).optional(),
  imdrf: z
    .strictObject({
      type: codes(8).optional().meta({ description: 'Annex B.' }),
      findings: codes(6).optional().meta({ description: 'Annex C.' }),
      conclusions: codes(6).optional().meta({ description: 'Annex D.' }),
      causeMissing: text(4000).optional(),
      components: codes(6).optional().meta({ description: 'Annex G.' }),
      componentMissing: text(4000).optional(),
    })
    .optional(),
  actions: text(4000).optional().meta({ description: 'Remedial, corrective or preventive action, or FSCA.' }),
  actionSchedule: text(4000).optional(),
  finalComments: text(4000).optional(),
})
export type Investigation = z.infer<typeof investigation>
