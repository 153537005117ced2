import { createRoute, z } from '@hono/zod-openapi'
import { ENTITIES, payloadDigest, prepareSignature, sign, signaturesOf, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { settingsOf } from '../people/settings.js'
import type { ProblemCode } from '../problem/catalogue.js'
import { Problem } from '../problem/problem.js'
import { asJson } from '../resources/kind.js'
import { rowOf } from '../resources/register.js'
import { MEANINGS, signature, signatureView } from '../resources/signature.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, id, line, refusal } from '../schemas.js'
import type { Principal } from '../sign-in/principal.js'
import { proofHolds } from '../sign-in/proof-holds.js'
import { maySign } from '../sign-in/scopes.js'
import { preparedFor, stepUpOptions, stepUpProof, verifyStepUp } from '../sign-in/step-up.js'
import { browserOptions, rpIdOf } from '../sign-in/webauthn.js'

const entity = z.enum(ENTITIES)
/** What a person is about to sign, as the record made it. */
const payload = z
  .object({
    tenantId: id,
    entity,
    entityId: id,
    version: z.number().int(),
    contentHash: z.string(),
    meaning: z.enum(MEANINGS),
    printedName: z.string(),
    signerTenantId: id,
    signerId: id,
    at: z.string(),
    zone: z.string(),
    nonce: z.string(),
  })
  .openapi('SignaturePayload')

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/signatures',
    summary: 'The signatures on a record, each checked now: of which version, and whether the seal is whole',
    tags: ['signatures'],
    ...access(s, 'read'),
    request: { query: z.strictObject({ entity, id }) },
    responses: { 200: answer(z.object({ items: z.array(signature) }), 'Oldest first.'), ...refusal },
  })
const prepare = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/signatures/challenge',
    summary:
      'Begin to sign: what is signed, its digest, and the question for a passkey whose challenge it is',
    tags: ['signatures'],
    ...access(s, ['write', 'approve'], { person: true }),
    request: {
      body: body(
        z
          .strictObject({ entity, id, version: z.number().int().min(1), meaning: z.enum(MEANINGS) })
          .openapi('SignatureRequest'),
      ),
    },
    responses: {
      200: answer(
        z
          .object({ payload, digest: z.string(), passkey: browserOptions.nullable() })
          .openapi('SignatureChallenge'),
        'Show the payload; answer with the passkey, or with the password where there is none.',
      ),
      ...refusal,
    },
  })
const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/signatures',
    summary: 'Sign what was prepared, with a proof of who signs',
    tags: ['signatures'],
    ...access(s, ['write', 'approve'], { person: true }),
    request: {
      body: body(
        z
          .strictObject({
            digest: z.string().regex(/^[0-9a-f]{64}$/),
            proof: stepUpProof,
            override: z
              .strictObject({ reason: line(1000) })
              .optional()
              .openapi({ description: 'To approve one’s own work in an emergency.' }),
          })
          .openapi('NewSignature'),
      ),
    },
    responses: { 201: answer(signature, 'Signed.'), ...refusal },
  })

const REFUSALS = {
  'not-found': 'not-found',
  'changed-since': 'changed-since-shown',
  'too-late': 'signature-over',
  'not-the-signer': 'signature-over',
  'author-is-approver': 'author-is-approver',
} as const satisfies Record<string, ProblemCode>

export function signatureRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { entity, id } = c.req.valid('query')
    const found = await s.store.withTenant(c.get('principal').actor, async tx => {
      const tenantId = await tenantOf(tx, entity, id)
      return signaturesOf(tx, entity, id, tenantId)
    })
    const items = await Promise.all(
      found.map(async ({ signature: row, seal }) =>
        signatureView(row, (await proofHolds(row)) ? seal : { state: 'damaged' }),
      ),
    )
    return c.json({ items }, 200)
  })
  app.openapi(prepare(s), async c => {
    const principal = c.get('principal')
    const { entity, id, version, meaning } = c.req.valid('json')
    mustSign(principal, meaning)
    const payload = await s.store.withTenant(principal.actor, async tx => {
      const tenantId = await tenantOf(tx, entity, id)
      await mustWrite(tx, tenantId)
      const wanted = { entity, id, tenantId, version, meaning, printedName: principal.name }
      const payload = await prepareSignature(tx, wanted)
      if (payload === undefined) throw new Problem('changed-since-shown')
      return payload
    })
    const digest = payloadDigest(payload)
    const passkey = await stepUpOptions(s, principal, digest, hostOf(c.req.url), asJson(payload))
    return c.json(
      { payload, digest, passkey: passkey === undefined ? null : browserOptions.parse(passkey) },
      200,
    )
  })
  app.openapi(post(s), async c => {
    const principal = c.get('principal')
    const { digest, proof, override } = c.req.valid('json')
    const prepared = payload.safeParse(await preparedFor(s, principal, digest))
    if (!prepared.success) throw new Problem('signature-over')
    mustSign(principal, prepared.data.meaning)
    const shown = await verifyStepUp(s, principal, digest, proof)
    const row = await s.store.withTenant(principal.actor, async tx => {
      const { tenantId } = prepared.data
      if (override !== undefined && !(await settingsOf(tx, tenantId)).review.overrideAllowed) {
        throw new Problem('author-is-approver')
      }
      const result = await sign(tx, prepared.data, shown, override)
      if (!result.ok) throw new Problem(REFUSALS[result.why])
      return result.signature
    })
    return c.json(signatureView(row, { state: 'intact' }), 201)
  })
}

function mustSign({ roles }: Principal, meaning: (typeof MEANINGS)[number]): void {
  if (!maySign(roles, meaning)) throw new Problem('forbidden')
}

async function tenantOf(tx: Tx, entity: (typeof ENTITIES)[number], id: string): Promise<string> {
  const row: { tenant_id?: unknown } = await rowOf(tx, entity, id)
  return String(row.tenant_id)
}

/** An address that is a number has no passkeys; the password is asked. */
function hostOf(url: string): string | undefined {
  try {
    return rpIdOf(url)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
