import * as z from 'zod'
import { assessment, investigation } from './assessment.js'
import { awareness } from './awareness.js'
import { device } from './device.js'
import { authorityRequest, fieldAction, sentReport, supplyInterruption, trend } from './duties.js'
import { event } from './event.js'
import { dayInput, orUnknown } from './fact.js'
import { organisation, representative } from './organisation.js'
import { similarIncidents } from './similar.js'

const reference = z.string().min(1).max(50)

const reportFacts = z.strictObject({
  nextReportOn: dayInput.optional().meta({ description: 'Promised date of the next report (MIR 1.2.f).' }),
  authorityReferences: z
    .record(z.string(), reference)
    .optional()
    .meta({ description: 'Reference number each authority gave, by country code.' }),
  eudamedReference: reference.optional().meta({ description: 'Number EUDAMED gave the incident.' }),
  otherReports: z
    .array(reference)
    .optional()
    .meta({ description: 'Your references of other reports on the same incident.' }),
  otherReportsOfAuthority: z.record(z.string(), z.array(reference)).optional().meta({
    description: 'Numbers each authority gave to other reports on the same incident, by country code.',
  }),
  otherReportsInEudamed: z.array(reference).optional(),
  fieldActionReferences: z.array(reference).optional(),
  periodicSummaryIds: z.array(reference).optional(),
  inPostMarketClinicalFollowUp: z.boolean().optional(),
  followUpStudyIds: z.array(reference).optional(),
  submitter: z
    .strictObject({
      as: z.enum(['manufacturer', 'authorised-representative', 'other']),
      text: z.string().max(50).optional(),
      organisation: organisation.optional(),
      where: z
        .array(z.enum(['EU', 'NI', 'GB', 'CH']))
        .min(1)
        .default(['EU', 'NI'])
        .meta({ description: 'For which reports this holds.' }),
    })
    .optional()
    .meta({
      description:
        'Who submits, where it is not as the mandates of the representatives say. Without it: a representative whose mandate says so, in Switzerland the CH-REP unless its mandate says no, else the manufacturer.',
    }),
  comments: z.string().max(4000).optional(),
})

/**
 * A case: everything known about one incident, once, whatever authority it concerns.
 * Every fact may be left out, be "unknown", or carry its source.
 */
export const caseFile = z
  .strictObject({
    $schema: z.string().optional(),
    reference: reference.meta({ description: 'Your reference number for the incident (MIR 1.3.1.b).' }),
    manufacturer: organisation,
    authorisedRepresentative: orUnknown(representative).optional(),
    ukResponsiblePerson: orUnknown(representative).optional(),
    swissRepresentative: orUnknown(representative).optional(),
    importers: z.array(organisation).optional(),
    distributors: z.array(organisation).optional(),
    devices: z
      .array(device)
      .min(1)
      .meta({ description: 'The devices of this manufacturer that took part, most important first.' }),
    event: event.optional(),
    awareness: z.array(awareness).default([]),
    assessment: assessment.optional(),
    investigation: investigation.optional(),
    similarIncidents: similarIncidents.optional(),
    fieldActions: z.array(fieldAction).default([]),
    trends: z.array(trend).default([]),
    supplyInterruptions: z.array(supplyInterruption).default([]),
    authorityRequests: z.array(authorityRequest).default([]),
    sentReports: z
      .array(sentReport)
      .default([])
      .meta({ description: 'Reports already sent, with their proof.' }),
    report: reportFacts.optional(),
    notes: z.string().optional().meta({ description: 'Free notes; no rule reads them.' }),
  })
  .meta({ title: 'Vigie case file' })

export type CaseFile = z.infer<typeof caseFile>
