import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import { change, type Row, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { downloadHeaders } from '../files/download.js'
import { readKept } from '../files/read.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { submissionViews } from '../reports/load-chains.js'
import { asMandate, mustReport } from '../reports/mandate.js'
import { wrongState } from '../reports/problems.js'
import { keepReceipt, mustProve, proof } from '../reports/receipts.js'
import { type Sent, settle, unsettle } from '../reports/settle.js'
import { SUBMISSION_STATES, type SubmissionState, whyNotSubmission } from '../reports/submission-state.js'
import { packReport, prepareSubmission } from '../reports/submit.js'
import { issuedFile, submission } from '../reports/views.js'
import { changedProblem } from '../resources/conflict.js'
import { asJson } from '../resources/kind.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, idPath, ifMatch, line, reason, refusal, zone } from '../schemas.js'

const tags = ['reports']
/** Clocks of two machines differ a little. */
const SKEW = 5 * 60_000
const instant = z.iso
  .datetime({ offset: true })
  .openapi({ example: '2026-11-25T16:05:00+01:00', description: 'With its offset.' })
const shown = answer(submission, 'The submission, with its version as ETag.')

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/reports/{id}/submissions',
    summary: 'Prepare what goes to the authority: the files with the mail or the steps of the portal',
    tags,
    ...access(s, 'write'),
    request: { params: idPath },
    responses: { 201: shown, ...refusal },
  })
const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/submissions/{id}',
    summary: 'A submission with its package and receipts',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: shown, ...refusal },
  })
const pack = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/submissions/{id}/package',
    summary: 'The package as a zip archive, as it was prepared',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: {
        description: 'XML, PDF, and the text of the mail or the steps.',
        content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...refusal,
    },
  })
const state = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/submissions/{id}/state',
    summary: 'Say that a submission waits or failed; after a failure the clocks it stopped run again',
    tags,
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(z.strictObject({ to: z.enum(SUBMISSION_STATES), reason }).openapi('SubmissionStep')),
    },
    responses: { 200: shown, ...refusal },
  })
const sent = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/submissions/{id}/sent',
    summary: 'Record the sending with its proof: the clocks it serves stop',
    tags,
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(
        z.strictObject({ sentAt: instant, zone, channel: line(200).optional(), proof }).openapi('Sending'),
      ),
    },
    responses: { 200: shown, ...refusal },
  })
const receipts = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/submissions/{id}/receipts',
    summary: 'Record what the authority answered: a confirmation or its number',
    tags,
    ...access(s, 'write'),
    request: {
      params: idPath,
      body: body(z.strictObject({ receivedAt: instant, zone, proof }).openapi('NewReceipt')),
    },
    responses: { 201: shown, ...refusal },
  })

/** Sending reports, and the proof of it. */
export function submissionRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const principal = c.get('principal')
    const { actor } = principal
    const found = await s.store.withTenant(actor, async tx => {
      const report = await rowOf(tx, 'reports', c.req.valid('param').id)
      await mustWrite(tx, report.tenant_id)
      const chain = await rowOf(tx, 'report_chains', report.chain_id)
      await mustReport(tx, chain.tenant_id, chain.jurisdiction)
      return { report, chain }
    })
    const packed = await packReport(s, found.report, found.chain, { name: principal.name, zone: actor.zone })
    const view = await s.store.withTenant(actor, async tx => viewOf(tx, await prepareSubmission(tx, packed)))
    c.header('etag', etagOf(view.version))
    c.header('location', `/submissions/${view.id}`)
    return c.json(view, 201)
  })
  app.openapi(get(s), async c => {
    const view = await s.store.withTenant(c.get('principal').actor, async tx =>
      viewOf(tx, await rowOf(tx, 'submissions', c.req.valid('param').id)),
    )
    c.header('etag', etagOf(view.version))
    return c.json(view, 200)
  })
  app.openapi(pack(s), async c => {
    const row = await s.store.withTenant(c.get('principal').actor, tx =>
      rowOf(tx, 'submissions', c.req.valid('param').id),
    )
    const { package: pack } = z.object({ package: z.object({ zip: issuedFile }) }).parse(row.details)
    const bytes = await readKept(s.files, row.tenant_id, pack.zip.sha256)
    return c.body(Uint8Array.from(bytes), 200, downloadHeaders(pack.zip))
  })
  app.openapi(state(s), async c => {
    const version = expectedVersion(c)
    const { to, reason: why } = c.req.valid('json')
    const view = await s.store.withTenant(c.get('principal').actor, async tx => {
      const before = await sentOf(tx, c.req.valid('param').id)
      const row = await moved(tx, before, version, why, now => {
        mustStep(now.state, to, 'state')
        if (to === 'failed' && why === undefined) throw new Problem('reason-needed')
        return { state: to }
      })
      if (before.submission.state === 'sent') await unsettle(tx, { ...before, submission: row }, why ?? '')
      return viewOf(tx, row)
    })
    c.header('etag', etagOf(view.version))
    return c.json(view, 200)
  })
  app.openapi(sent(s), async c => {
    const version = expectedVersion(c)
    const given = c.req.valid('json')
    const at = Date.parse(given.sentAt)
    const view = await s.store.withTenant(c.get('principal').actor, async tx => {
      const before = await sentOf(tx, c.req.valid('param').id)
      const row = await moved(tx, before, version, 'Sent, with proof', now => {
        mustStep(now.state, 'sent', 'sent')
        mustProve(given.proof, at, [issuedAt(before.report) - SKEW, s.clock() + SKEW], 'sentAt')
        return {
          state: 'sent' as const,
          sent_at: new Date(at).toISOString(),
          sent_zone: given.zone,
          ...(given.channel === undefined ? {} : { channel: given.channel }),
        }
      })
      await keepReceipt(tx, row, before.chain, {
        ...given.proof,
        at: new Date(at).toISOString(),
        zone: given.zone,
      })
      await settle(tx, { ...before, submission: row }, dayInZone(at, given.zone))
      return viewOf(tx, row)
    })
    c.header('etag', etagOf(view.version))
    return c.json(view, 200)
  })
  app.openapi(receipts(s), async c => {
    const given = c.req.valid('json')
    const at = Date.parse(given.receivedAt)
    const view = await s.store.withTenant(c.get('principal').actor, async tx => {
      const before = await sentOf(tx, c.req.valid('param').id)
      const { submission: now } = before
      const again = now.state === 'acknowledged'
      if (!again) mustStep(now.state, 'acknowledged', 'receipt')
      mustProve(given.proof, at, [issuedAt(before.report) - SKEW, s.clock() + SKEW], 'receivedAt')
      const row = again
        ? now
        : await moved(tx, before, now.version, 'The authority answered', () => ({
            state: 'acknowledged' as const,
          }))
      await keepReceipt(tx, row, before.chain, {
        ...given.proof,
        at: new Date(at).toISOString(),
        zone: given.zone,
      })
      return viewOf(tx, row)
    })
    c.header('etag', etagOf(view.version))
    return c.json(view, 201)
  })
}

function mustStep(
  from: SubmissionState,
  to: SubmissionState,
  door: Parameters<typeof whyNotSubmission>[2],
): void {
  const why = whyNotSubmission(from, to, door)
  if (why !== undefined) throw wrongState(why.says, why.mend)
}

async function viewOf(tx: Tx, row: Row<'submissions'>): Promise<z.output<typeof submission>> {
  const views = await submissionViews(tx, row.tenant_id, [{ id: row.report_id }])
  const view = views.find(v => v.id === row.id)
  if (view === undefined) throw new Problem('not-found')
  return view
}

/** A submission with its report and chain, for somebody who may send for that manufacturer. */
async function sentOf(tx: Tx, id: string): Promise<Sent> {
  const submission = await rowOf(tx, 'submissions', id)
  await mustWrite(tx, submission.tenant_id)
  await mustReport(tx, submission.tenant_id, submission.jurisdiction)
  const report = await rowOf(tx, 'reports', submission.report_id)
  return { submission, report, chain: await rowOf(tx, 'report_chains', report.chain_id) }
}

async function moved(
  tx: Tx,
  { submission: row }: Sent,
  expectedVersion: number,
  why: string | undefined,
  edit: Parameters<typeof change<'submissions'>>[2],
): Promise<Row<'submissions'>> {
  const target = {
    entity: 'submissions',
    id: row.id,
    tenantId: row.tenant_id,
    expectedVersion,
    ...(why === undefined ? {} : { reason: why }),
  } as const
  const result = await asMandate(() => change(tx, target, edit))
  if (result.ok) return result.row
  if (result.why === 'reason-needed') throw new Problem('reason-needed')
  if (result.why !== 'conflict') throw new Problem(result.why === 'not-found' ? 'not-found' : 'no-mandate')
  const { current } = result
  const now = asJson({ state: current.state, sentAt: current.sent_at, channel: current.channel })
  const there = { version: current.version, body: now, view: now }
  throw await changedProblem(tx, result, { version: expectedVersion, body: now }, there, {})
}

/** When a report was issued, in milliseconds. */
function issuedAt(report: Row<'reports'>): number {
  const details = z.object({ issuedAt: z.string() }).safeParse(report.details)
  return details.success ? Date.parse(details.data.issuedAt) : 0
}
