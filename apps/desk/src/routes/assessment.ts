import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone, parseDay } from '@vigie/kernel'
import { assess, type NotDue, type Question, type ReportDue, type Simulation, type Task } from '@vigie/law'
import { change } from '@vigie/record'
import { answeredQuestions } from '../assessment/answered.js'
import { keepObligations } from '../assessment/keep.js'
import { wantedFrom } from '../assessment/wanted.js'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { changedProblem } from '../resources/conflict.js'
import { asJson } from '../resources/kind.js'
import { obligation, obligationView } from '../resources/obligation.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, day, finding, idPath, ifMatch, refusal } from '../schemas.js'
import { caseKind, readFile } from './cases.js'

export const result = z
  .object({
    at: day,
    lawRelease: z.string(),
    caseVersion: z.number().int(),
    obligations: z.array(obligation),
    questions: z
      .array(z.custom<Question>().openapi({ type: 'object' }))
      .openapi({ description: 'Facts that would settle what is undetermined.' }),
    tasks: z.array(z.custom<Task>().openapi({ type: 'object' })),
    findings: z.array(finding),
  })
  .openapi('Assessment')

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/cases/{id}/assessment',
    summary: 'Ask the law what is due on a case, and keep the answer',
    tags: ['cases'],
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(
        z
          .strictObject({
            at: day.optional().openapi({ description: 'The day asked for; today when absent.' }),
          })
          .openapi('NewAssessment'),
      ),
    },
    responses: { 200: answer(result, 'What is due, to whom, by when and why.'), ...refusal },
  })

export const live = z
  .object({
    at: day,
    lawRelease: z.string(),
    caseVersion: z.number().int(),
    reports: z.array(z.custom<ReportDue>().openapi({ type: 'object' })),
    notDue: z.array(z.custom<NotDue>().openapi({ type: 'object' })),
    questions: z.array(z.custom<Question>().openapi({ type: 'object' })),
    answered: z
      .array(z.custom<Question>().openapi({ type: 'object' }))
      .openapi({ description: 'Questions of the law that the case answers already.' }),
    tasks: z.array(z.custom<Task>().openapi({ type: 'object' })),
    simulations: z.array(z.custom<Simulation>().openapi({ type: 'object' })),
    findings: z.array(finding),
  })
  .openapi('LiveAssessment')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/cases/{id}/assessment',
    summary: 'What the law says of a case as it stands; nothing is kept',
    tags: ['cases'],
    ...access(s, 'read'),
    request: { params: idPath, query: z.strictObject({ at: day.optional() }) },
    responses: {
      200: answer(live, 'What is due and what is not, with reasons; the open questions.'),
      ...refusal,
    },
  })

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/cases/{id}/obligations',
    summary: 'The obligations of a case, those superseded too',
    tags: ['cases'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(z.object({ items: z.array(obligation) }), 'Oldest first.'), ...refusal },
  })

export function assessmentRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { actor } = c.get('principal')
    const at = parseDay(c.req.valid('query').at ?? '') ?? dayInZone(s.clock(), actor.zone)
    const row = await s.store.withTenant(actor, tx => rowOf(tx, 'cases', c.req.valid('param').id))
    const { reference: _, ...found } = assess(readFile(row.details), { at, law: s.law })
    const answered = answeredQuestions(row.details, found.questions)
    return c.json(live.parse({ ...found, answered, caseVersion: row.version }), 200)
  })
  app.openapi(post(s), async c => {
    const version = expectedVersion(c)
    const { actor } = c.get('principal')
    const { id } = c.req.valid('param')
    const at = parseDay(c.req.valid('json').at ?? '') ?? dayInZone(s.clock(), actor.zone)
    const done = await s.store.withTenant(actor, async tx => {
      const before = await rowOf(tx, 'cases', id)
      await mustWrite(tx, before.tenant_id)
      // Also locks the chain of the tenant: the facts cannot change until the answer is kept.
      const target = { entity: 'cases', id, tenantId: before.tenant_id, expectedVersion: version } as const
      const changed = await change(tx, { ...target, reason: `Assessed as of ${at}` }, now => ({
        state: now.state === 'open' ? 'assessed' : now.state,
      }))
      if (!changed.ok) {
        if (changed.why !== 'conflict') throw new Problem('forbidden')
        const fields = asJson(caseKind.fields(changed.current))
        const current = { version: changed.current.version, body: fields, view: fields }
        throw await changedProblem(tx, changed, { version, body: fields }, current, caseKind.names ?? {})
      }
      const file = readFile(changed.row.details)
      const found = assess(file, { at, law: s.law })
      const kept = await keepObligations(
        tx,
        { id, tenantId: before.tenant_id, version },
        wantedFrom(file, found),
        { at, lawRelease: found.lawRelease },
      )
      return { found, kept, version: changed.row.version }
    })
    c.header('etag', etagOf(done.version))
    const { found } = done
    return c.json(
      {
        at: found.at,
        lawRelease: found.lawRelease,
        caseVersion: done.version,
        obligations: done.kept.map(obligationView),
        questions: [...found.questions],
        tasks: [...found.tasks],
        findings: [...found.findings],
      },
      200,
    )
  })
  app.openapi(list(s), async c => {
    const { id } = c.req.valid('param')
    const rows = await s.store.readTenant(c.get('principal').actor, async tx => {
      const { tenant_id } = await rowOf(tx, 'cases', id)
      return tx.db
        .selectFrom('obligations')
        .selectAll()
        .where('tenant_id', '=', tenant_id)
        .where('case_id', '=', id)
        .orderBy('id')
        .execute()
    })
    return c.json({ items: rows.map(obligationView) }, 200)
  })
}
