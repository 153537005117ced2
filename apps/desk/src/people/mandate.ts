import { z } from '@hono/zod-openapi'
import type { Changes, Row } from '@vigie/record'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { day, id, line } from '../schemas.js'

const scope = z
  .strictObject({
    srn: line(50).nullable().default(null).openapi({ description: 'Of the representative, in EUDAMED.' }),
    chrn: line(50).nullable().default(null).openapi({ description: 'Of the representative, at Swissmedic.' }),
    deviceFamilyIds: z
      .array(id)
      .max(500)
      .default([])
      .openapi({ description: 'The device families it covers; all when empty.' }),
    note: z.string().max(5000).default(''),
  })
  .openapi('MandateScope')
/** What stands in a row may have more than this program knows. */
const looseScope = z.object(scope.shape)
const forwardDuty = z
  .strictObject({
    what: line(300).openapi({ example: 'complaints and reports about suspected incidents (MDR 11(3)(g))' }),
    to: z.enum(['manufacturer', 'eu-ar', 'uk-rp', 'ch-rep', 'importer', 'authority']),
    withinDays: z
      .number()
      .int()
      .min(0)
      .max(365)
      .nullable()
      .openapi({ description: 'As the contract says; null: at once, without a number.' }),
  })
  .openapi('ForwardDuty')

/** Who may act for the manufacturer, where, and from when to when. */
export const mandateBody = z.object({
  role: z.enum(['eu-ar', 'uk-rp', 'ch-rep', 'importer', 'distributor', 'consultant']),
  jurisdictions: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'not a code such as EU, GB, CH'))
    .min(1)
    .max(50),
  reporting: z.enum(['representative-reports', 'manufacturer-reports', 'copy-only']),
  mayWrite: z.boolean(),
  validFrom: day,
  validTo: day.nullable().default(null),
  readableUntil: day.nullable().default(null).openapi({
    description: 'Until when the representative reads on after the end (MDR Art. 11(3)(b), 10(8)).',
  }),
  state: z.enum(['draft', 'active', 'terminated']).default('active'),
  scope: scope.prefault({}),
  contractReference: line(200).nullable().default(null),
  forwardDuties: z.array(forwardDuty).max(50).default([]),
})
export type MandateFields = z.output<typeof mandateBody>

export const mandate = z
  .object({
    id,
    tenantId: id.openapi({ description: 'The manufacturer that gives it.' }),
    version: z.number().int(),
    representativeTenantId: id,
    manufacturerName: z.string().nullable(),
    representativeName: z.string().nullable(),
    inForce: z.enum(['draft', 'not-yet', 'in-force', 'reading-only', 'over']).openapi({
      description:
        'What it lets the representative do today (UTC): nothing, all it says, or read what is there.',
    }),
    ...mandateBody.shape,
  })
  .openapi('Mandate')

export const mandateFields = (row: Row<'mandates'>): MandateFields =>
  mandateBody.parse({
    role: row.role,
    jurisdictions: row.jurisdictions,
    reporting: row.reporting,
    mayWrite: row.may_write,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    readableUntil: row.readable_until,
    state: row.state,
    scope: looseScope.parse(row.scope),
    contractReference: row.contract_reference,
    forwardDuties: row.forward_duties ?? [],
  })

/** @param today the day in UTC, as the walls of the record count */
export function mandateView(
  row: Row<'mandates'>,
  names: ReadonlyMap<string, string>,
  today: string,
): z.output<typeof mandate> {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    version: row.version,
    representativeTenantId: row.representative_tenant_id,
    manufacturerName: names.get(row.tenant_id) ?? null,
    representativeName: names.get(row.representative_tenant_id) ?? null,
    inForce: forceOf(row, today),
    ...mandateFields(row),
  }
}

function forceOf(row: Row<'mandates'>, today: string): z.output<typeof mandate>['inForce'] {
  if (row.state === 'draft') return 'draft'
  if (today < row.valid_from) return 'not-yet'
  if (row.state === 'active' && (row.valid_to === null || today <= row.valid_to)) return 'in-force'
  return row.readable_until !== null && today <= row.readable_until ? 'reading-only' : 'over'
}

export const mandateColumns = (f: MandateFields) => ({
  role: f.role,
  jurisdictions: JSON.stringify(f.jurisdictions),
  reporting: f.reporting,
  may_write: f.mayWrite,
  valid_from: f.validFrom,
  valid_to: f.validTo,
  readable_until: f.readableUntil,
  state: f.state,
  scope: JSON.stringify(f.scope),
  contract_reference: f.contractReference,
  forward_duties: JSON.stringify(f.forwardDuties),
})

/** Faults between the fields, all at once. */
export function checkMandate(f: MandateFields): void {
  const before = (path: string, fault: string) => deskFindings.make.SHAPE({ path, place: 'body' }, { fault })
  const findings = [
    ...(f.validTo !== null && f.validTo < f.validFrom
      ? [before('validTo', 'The mandate ends before it begins')]
      : []),
    ...(f.readableUntil !== null && f.readableUntil < (f.validTo ?? f.validFrom)
      ? [before('readableUntil', 'Reading ends before the mandate does')]
      : []),
  ]
  if (findings.length > 0) throw new Problem('invalid-body', { findings })
}

/**
 * What a change sets: a draft becomes active, an active one is terminated, and neither goes back. Of a terminated one
 * only the time of reading changes.
 */
export function mandateChange(f: MandateFields, now: Row<'mandates'>): Changes<'mandates'> {
  const next = { draft: ['draft', 'active'], active: ['active', 'terminated'], terminated: ['terminated'] }
  if (!next[now.state].includes(f.state)) throw new Problem('state-order')
  if (now.state === 'terminated') return { readable_until: f.readableUntil }
  return mandateColumns(f)
}
