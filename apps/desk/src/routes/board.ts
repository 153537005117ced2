import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone, daysBetween, parseDay } from '@vigie/kernel'
import type { ReportDue } from '@vigie/law'
import type { Tx } from '@vigie/record'
import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { isId, pageOf, readCursor } from '../http/cursor.js'
import { ofManyTenants } from '../resources/many-tenants.js'
import { answer, id, page, pageQuery, refusal } from '../schemas.js'

const text = z.string().min(1).max(200)
const query = z.strictObject({
  ...pageQuery,
  manufacturer: id.optional().openapi({ description: 'The tenant of the manufacturer.' }),
  authority: text.optional(),
  jurisdiction: text.optional(),
  class: text.optional().openapi({ description: 'Risk class of the device.' }),
  person: id.optional().openapi({ description: 'Who owns the case.' }),
  state: z.enum(['overdue', 'due', 'undetermined']).optional(),
})

export const clock = z
  .object({
    obligationId: id,
    caseId: id,
    caseReference: z.string(),
    caseTitle: z.string(),
    tenantId: id,
    tenantName: z.string().nullable(),
    ownerId: id.nullable(),
    jurisdiction: z.string(),
    authority: z.string().nullable(),
    subject: z.string(),
    rule: z.string(),
    outcome: z.enum(['due', 'undetermined']),
    riskClass: z.string().nullable(),
    dayZero: z.string().nullable(),
    target: z.string().nullable(),
    ceiling: z.string().nullable(),
    overdue: z.boolean(),
    daysLeft: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Days from today to the ceiling; negative when over.' }),
    changedSince: z
      .boolean()
      .openapi({ description: 'The facts changed after this was computed: assess the case again.' }),
    report: z
      .custom<ReportDue>()
      .openapi({ type: 'object', description: 'What the law answered, with reason and citation.' }),
  })
  .openapi('Clock')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/board',
    summary: 'Every clock that runs in the tenants you may see: overdue and nearest first',
    tags: ['cases'],
    ...access(s, 'read'),
    request: { query },
    responses: { 200: answer(page(clock).extend({ today: z.string() }), 'A page.'), ...refusal },
  })

interface BoardRow {
  readonly obligation_id: string
  readonly case_id: string
  readonly case_reference: string
  readonly case_title: string
  readonly case_state: string
  readonly tenant_id: string
  readonly tenant_name: string | null
  readonly owner_id: string | null
  readonly jurisdiction: string
  readonly authority: string | null
  readonly subject: string
  readonly rule: string
  readonly outcome: 'due' | 'undetermined'
  readonly risk_class: string | null
  readonly day_zero: string | null
  readonly target: string | null
  readonly ceiling: string | null
  readonly report: ReportDue
}

/** A place on the board: the ceiling (`infinity` for none) and the obligation. */
function boardPlace(place: unknown): readonly [string, string] | undefined {
  if (!Array.isArray(place) || place.length !== 2) return undefined
  const [ceiling, at]: unknown[] = place
  if (typeof ceiling !== 'string' || !isId(at)) return undefined
  return ceiling === 'infinity' || parseDay(ceiling) !== undefined ? [ceiling, at] : undefined
}

export function boardRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const wanted = c.req.valid('query')
    const { actor } = c.get('principal')
    const today = dayInZone(s.clock(), actor.zone)
    const rows = await s.store.readTenant(actor, tx => boardRows(tx, wanted, today))
    const view = (row: BoardRow) => {
      const ceiling = row.ceiling === null ? undefined : parseDay(row.ceiling)
      return {
        obligationId: row.obligation_id,
        caseId: row.case_id,
        caseReference: row.case_reference,
        caseTitle: row.case_title,
        tenantId: row.tenant_id,
        tenantName: row.tenant_name,
        ownerId: row.owner_id,
        jurisdiction: row.jurisdiction,
        authority: row.authority,
        subject: row.subject,
        rule: row.rule,
        outcome: row.outcome,
        riskClass: row.risk_class,
        dayZero: row.day_zero,
        target: row.target,
        ceiling: row.ceiling,
        overdue: ceiling !== undefined && ceiling < today,
        daysLeft: ceiling === undefined ? null : daysBetween(today, ceiling),
        changedSince: row.case_state === 'open',
        report: row.report,
      }
    }
    const place = (last: ReturnType<typeof view>) => [last.ceiling ?? 'infinity', last.obligationId]
    return c.json({ ...pageOf(rows, wanted.limit, view, place), today }, 200)
  })
}

async function boardRows(
  tx: Tx,
  wanted: z.output<typeof query>,
  today: string,
): Promise<readonly BoardRow[]> {
  const after = readCursor(wanted.cursor, boardPlace)
  const when = (value: string | undefined, condition: RawBuilder<unknown>) =>
    value === undefined ? [] : [condition]
  const conditions = [
    sql`o.state = 'open'`,
    ...when(after?.[0], sql`(${PLACE}, o.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)`),
    ...when(wanted.authority, sql`o.authority = ${wanted.authority}`),
    ...when(wanted.jurisdiction, sql`o.jurisdiction = ${wanted.jurisdiction}`),
    ...when(
      wanted.state,
      wanted.state === 'overdue' ? sql`o.ceiling < ${today}::date` : sql`o.outcome = ${wanted.state}`,
    ),
    ...when(wanted.class, sql`o.trace ->> 'riskClass' = ${wanted.class}`),
    ...when(
      wanted.person,
      sql`exists (select from cases p where p.tenant_id = o.tenant_id and p.id = o.case_id and p.owner_id = ${wanted.person})`,
    ),
  ]
  const clocks = ofManyTenants({
    columns: sql`o.*, ${PLACE} as place`,
    table: sql`obligations o`,
    tenant: sql`o.tenant_id`,
    where: sql.join(conditions, sql` and `),
    order: sql`${PLACE}, o.id`,
    orderOfAll: sql`place, id`,
    limit: wanted.limit + 1,
    only: wanted.manufacturer,
  })
  const { rows } = await sql<BoardRow>`
    select o.id as obligation_id, o.case_id, c.reference as case_reference, c.title as case_title,
      c.state as case_state, o.tenant_id, t.name as tenant_name, c.owner_id, o.jurisdiction, o.authority, o.subject,
      o.rule, o.outcome, o.trace ->> 'riskClass' as risk_class, o.day_zero, o.target, o.ceiling,
      o.trace -> 'report' as report
    from (${clocks}) o
    join cases c on c.tenant_id = o.tenant_id and c.id = o.case_id
    left join tenants t on t.tenant_id = o.tenant_id
    order by o.place, o.id`.execute(tx.db)
  return rows
}

/** Clocks without a ceiling come last. The indexes of the record are on the same expression. */
const PLACE = sql`coalesce(o.ceiling, 'infinity'::date)`
