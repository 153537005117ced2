import { createRoute, z } from '@hono/zod-openapi'
import { change, payloadDigest, prepareSignature } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { approve, mustBeShown, signaturePayload } from '../reports/approve.js'
import { draftConflict } from '../reports/change-draft.js'
import { contentOf } from '../reports/content.js'
import { refused, wrongState } from '../reports/problems.js'
import { signature, signatureViews } from '../reports/signatures-view.js'
import { DRAFT_STATES, stepOf } from '../reports/state.js'
import { draftSummary, draftSummaryView } from '../reports/views.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, idPath, ifMatch, line, reason, refusal } from '../schemas.js'
import { verifyStepUp } from '../sign-in/step-up.js'

const tags = ['reports']

const state = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/state',
    summary: 'Send a draft into review, take it or send it back, or give it up',
    tags,
    // Reviewers, who write nothing, send back; the rest is checked in the route.
    ...access(s, ['write', 'approve']),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(
        z
          .strictObject({
            to: z.enum(DRAFT_STATES),
            reason: reason.openapi({ description: 'Needed to send back, take back or give up.' }),
          })
          .openapi('DraftStep'),
      ),
    },
    responses: { 200: answer(draftSummary, 'Done, with the new version as ETag.'), ...refusal },
  })

const signing = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/signing',
    summary: 'What is about to be signed to approve a draft; the digest is the challenge of a passkey',
    tags,
    ...access(s, 'approve'),
    request: { params: idPath, headers: ifMatch },
    responses: {
      200: answer(
        z.object({ payload: signaturePayload, digest: z.string() }),
        'To be sent back within ten minutes: POST /drafts/{id}/approval.',
      ),
      ...refusal,
    },
  })

const approval = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/approval',
    summary: 'Approve a draft with a signature',
    tags,
    ...access(s, 'approve'),
    request: {
      params: idPath,
      body: body(
        z
          .strictObject({
            payload: signaturePayload,
            proof: z.strictObject({
              method: z.literal('password'),
              password: z.string().min(1).max(1000),
            }),
            override: z
              .strictObject({ reason: line(500) })
              .optional()
              .openapi({ description: 'Emergency: the author approves. Kept, printed and shown.' }),
          })
          .openapi('Approval'),
      ),
    },
    responses: {
      200: answer(draftSummary.extend({ signatures: z.array(signature) }), 'Approved.'),
      ...refusal,
    },
  })

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}/signatures',
    summary: 'The signatures on a draft, each with the state of its seal now',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(z.object({ items: z.array(signature) }), 'Oldest first.'), ...refusal },
  })

/** Review, approval by signature, and the seals. */
export function reportReviewRoutes(app: Desk, s: Services): void {
  app.openapi(state(s), async c => {
    const version = expectedVersion(c)
    const principal = c.get('principal')
    const { to, reason: why } = c.req.valid('json')
    const row = await s.store.withTenant(principal.actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', c.req.valid('param').id)
      await mustWrite(tx, draft.tenant_id)
      const target = {
        entity: 'report_drafts',
        id: draft.id,
        tenantId: draft.tenant_id,
        expectedVersion: version,
        ...(why === undefined ? {} : { reason: why }),
      } as const
      const result = await change(tx, target, now => {
        const found = stepOf(now.state, to, 'state')
        if (!found.ok) throw wrongState(found.says, found.mend)
        const { step } = found
        const may =
          principal.scopes.has('write') ||
          (step.by === 'authors-and-reviewers' && principal.scopes.has('approve'))
        if (!may) throw new Problem('forbidden')
        if (step.needsReason && why === undefined) throw new Problem('reason-needed')
        return { state: to }
      })
      if (result.ok) return result.row
      if (result.why !== 'conflict') throw new Problem(result.why === 'not-found' ? 'not-found' : 'forbidden')
      throw await draftConflict(tx, result, version, contentOf(result.current))
    })
    c.header('etag', etagOf(row.version))
    return c.json(draftSummaryView(row), 200)
  })
  app.openapi(signing(s), async c => {
    const version = expectedVersion(c)
    const principal = c.get('principal')
    const payload = await s.store.withTenant(principal.actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', c.req.valid('param').id)
      await mustWrite(tx, draft.tenant_id)
      const step = stepOf(draft.state, 'approved', 'approval')
      if (!step.ok) throw wrongState(step.says, step.mend)
      const request = {
        entity: 'report_drafts',
        id: draft.id,
        tenantId: draft.tenant_id,
        version,
        meaning: 'approval',
        printedName: principal.name,
      } as const
      const prepared = await prepareSignature(tx, request)
      if (prepared !== undefined) return prepared
      throw refused('signature-refused', 'SIGNATURE', 'if-match', {
        says: `The draft is at version ${draft.version}, not at the one you saw.`,
        mend: 'Read it again, and sign what it says now.',
      })
    })
    return c.json({ payload: signaturePayload.parse(payload), digest: payloadDigest(payload) }, 200)
  })
  app.openapi(approval(s), async c => {
    const principal = c.get('principal')
    const { payload, proof, override } = c.req.valid('json')
    const { id } = c.req.valid('param')
    await s.store.withTenant(principal.actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', id)
      await mustWrite(tx, draft.tenant_id)
      mustBeShown(payload, draft, principal)
    })
    const proven = await verifyStepUp(s, principal, payloadDigest(payload), proof)
    const done = await s.store.withTenant(principal.actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', id)
      const row = await approve(tx, draft, payload, proven, override)
      return { row, signatures: await signatureViews(tx, row) }
    })
    c.header('etag', etagOf(done.row.version))
    return c.json({ ...draftSummaryView(done.row), signatures: done.signatures }, 200)
  })
  app.openapi(list(s), async c => {
    const items = await s.store.withTenant(c.get('principal').actor, async tx =>
      signatureViews(tx, await rowOf(tx, 'report_drafts', c.req.valid('param').id)),
    )
    return c.json({ items }, 200)
  })
}
