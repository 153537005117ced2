import { createRoute, z } from '@hono/zod-openapi'
import { parseDay } from '@vigie/kernel'
import { create, once, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { chainFor } from '../reports/due.js'
import { KINDS } from '../reports/kinds.js'
import { chainViews } from '../reports/load-chains.js'
import { openDraft } from '../reports/open-draft.js'
import { chainView, draftSummary, draftSummaryView } from '../reports/views.js'
import { asJson } from '../resources/kind.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, day, id, idempotencyKey, idPath, refusal } from '../schemas.js'

const tags = ['reports']
const draftWanted = {
  kind: z
    .enum(KINDS)
    .optional()
    .openapi({ description: 'What the history of the chain asks for when absent.' }),
  reportDate: day.optional().openapi({ description: 'Day on which it is to be sent; today when absent.' }),
}

const open = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/cases/{id}/reports',
    summary: 'Open the chain of reports for one obligation, with a first draft filled from the case',
    tags,
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: idempotencyKey,
      body: body(z.strictObject({ obligationId: id, ...draftWanted }).openapi('NewReportChain')),
    },
    responses: { 201: answer(chainView, 'The chain with its draft.'), ...refusal },
  })

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/cases/{id}/reports',
    summary: 'The chains of reports of a case, with drafts, issued reports, submissions and receipts',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(z.object({ items: z.array(chainView) }), 'Oldest first.'), ...refusal },
  })

const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/chains/{id}',
    summary: 'One chain of reports',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(chainView, 'It, with its version as ETag.'), ...refusal },
  })

const next = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/chains/{id}/drafts',
    summary: 'Draft the next report of a chain',
    tags,
    ...access(s, 'write'),
    request: { params: idPath, body: body(z.strictObject(draftWanted).openapi('NextReport')) },
    responses: { 201: answer(draftSummary, 'The draft.'), ...refusal },
  })

/** Chains of reports: all reports on one device of a case to one addressee. */
export function reportChainRoutes(app: Desk, s: Services): void {
  app.openapi(open(s), async c => {
    const { id } = c.req.valid('param')
    const sent = c.req.valid('json')
    const key = c.req.valid('header')['idempotency-key']
    const result = await s.store.withTenant(c.get('principal').actor, async tx => {
      const make = async () => asJson(await openChain(tx, s, id, sent))
      if (key === undefined) return { ok: true as const, response: await make(), repeated: false }
      return once(tx, key, asJson({ path: `/cases/${id}/reports`, sent }), make)
    })
    if (!result.ok) throw new Problem('other-request')
    const view = chainView.parse(result.response)
    c.header('etag', etagOf(view.version))
    c.header('location', `/chains/${view.id}`)
    return c.json(view, 201)
  })
  app.openapi(list(s), async c => {
    const { id } = c.req.valid('param')
    const items = await s.store.withTenant(c.get('principal').actor, async tx => {
      const { tenant_id } = await rowOf(tx, 'cases', id)
      const chains = await tx.db
        .selectFrom('report_chains')
        .selectAll()
        .where('tenant_id', '=', tenant_id)
        .where('case_id', '=', id)
        .orderBy('id')
        .execute()
      return chainViews(tx, tenant_id, chains)
    })
    return c.json({ items }, 200)
  })
  app.openapi(one(s), async c => {
    const view = await s.store.withTenant(c.get('principal').actor, async tx => {
      const chain = await rowOf(tx, 'report_chains', c.req.valid('param').id)
      return first(await chainViews(tx, chain.tenant_id, [chain]))
    })
    c.header('etag', etagOf(view.version))
    return c.json(view, 200)
  })
  app.openapi(next(s), async c => {
    const { kind, reportDate } = c.req.valid('json')
    const draft = await s.store.withTenant(c.get('principal').actor, async tx => {
      const chain = await rowOf(tx, 'report_chains', c.req.valid('param').id)
      await mustWrite(tx, chain.tenant_id)
      return openDraft(tx, chain, { kind, reportDate: parseDay(reportDate ?? ''), now: s.clock() })
    })
    c.header('etag', etagOf(draft.version))
    c.header('location', `/drafts/${draft.id}`)
    return c.json(draftSummaryView(draft), 201)
  })
}

type Wanted = {
  obligationId: string
  kind?: (typeof KINDS)[number] | undefined
  reportDate?: string | undefined
}

async function openChain(tx: Tx, s: Services, caseId: string, wanted: Wanted) {
  const { tenant_id: tenantId } = await rowOf(tx, 'cases', caseId)
  await mustWrite(tx, tenantId)
  const obligation = await rowOf(tx, 'obligations', wanted.obligationId)
  if (obligation.case_id !== caseId) throw new Problem('not-found')
  const { details, jurisdiction, authority } = chainFor(obligation, s.law)
  // A second chain for the same addressee and device is refused by the database.
  const { row: chain } = await create(
    tx,
    { entity: 'report_chains', tenantId },
    {
      case_id: caseId,
      obligation_id: obligation.id,
      form: 'MIR',
      jurisdiction,
      authority,
      details: JSON.stringify(details),
    },
  )
  await openDraft(tx, chain, {
    kind: wanted.kind,
    reportDate: parseDay(wanted.reportDate ?? ''),
    now: s.clock(),
  })
  return first(await chainViews(tx, tenantId, [chain]))
}

function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Problem('not-found')
  return item
}
