import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import { type LabelData, type LabelResult, parseLabel } from '@vigie/udi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { devicesByDi } from '../intake/registry.js'
import { asJson } from '../resources/kind.js'
import { answer, body, finding, id, refusal } from '../schemas.js'

const reading = z
  .looseObject({
    issuer: z.enum(['GS1', 'HIBCC', 'IFA', 'ICCBBA', 'EUDAMED']).optional(),
    kind: z.string().optional(),
    di: z.string().optional(),
    lot: z.string().optional(),
    serial: z.string().optional(),
    expiry: z.string().optional(),
    expiryPrecision: z.string().optional(),
    manufactured: z.string().optional(),
    elements: z.array(z.array(z.string())).optional(),
  })
  .openapi('LabelReading')

const decoded = z
  .object({
    verdict: z.enum(['valid', 'faulty', 'nothing-to-check']),
    reading,
    findings: z.array(finding),
    alternatives: z.array(reading).openapi({
      description: 'Other readings that are possible; a person chooses, nothing is chosen here.',
    }),
    devices: z.array(
      z.object({
        deviceId: id,
        tenantId: id,
        familyId: id,
        name: z.string(),
        udiDi: z.string().nullable(),
        catalogueNumber: z.string().nullable(),
        because: z.string(),
      }),
    ),
    families: z.array(z.object({ familyId: id, tenantId: id, name: z.string(), basicUdiDi: z.string() })),
  })
  .openapi('DecodedLabel')

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/udi/decode',
    summary: 'Read the text of a label or a scanner, and find the device in the registry',
    tags: ['devices'],
    ...access(s, 'read'),
    request: {
      body: body(
        z
          .strictObject({
            text: z
              .string()
              .min(1)
              .max(1000)
              .openapi({ description: 'As scanned: separators (U+001D) and spaces at the ends included.' }),
          })
          .openapi('LabelText'),
      ),
    },
    responses: {
      200: answer(decoded, 'The reading, what is wrong with it, and what it points to.'),
      ...refusal,
    },
  })

const dataOf = (result: LabelResult): LabelData => {
  const { valid: _v, error: _e, warn: _w, findings: _f, alternatives: _a, ...data } = result
  return data
}

/** Reads labels. Nothing is kept. */
export function udiRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const result = parseLabel(c.req.valid('json').text, { today: dayInZone(s.clock(), actor.zone) })
    const dis = [result, ...result.alternatives].flatMap(r => (r.di === undefined ? [] : [r.di]))
    const { devices, families } = await s.store.withTenant(actor, async tx => ({
      devices: await devicesByDi(tx, dis),
      families:
        dis.length === 0
          ? []
          : await tx.db
              .selectFrom('device_families')
              .select(['id', 'tenant_id', 'name', 'basic_udi_di'])
              .where('basic_udi_di', 'in', dis)
              .limit(20)
              .execute(),
    }))
    const verdict: 'valid' | 'faulty' | 'nothing-to-check' =
      result.valid === true ? 'valid' : result.valid === false ? 'faulty' : 'nothing-to-check'
    return c.json(
      {
        verdict,
        reading: reading.parse(asJson(dataOf(result))),
        findings: [...result.findings],
        alternatives: result.alternatives.map(a => reading.parse(asJson(a))),
        devices: [...devices],
        families: families.map(f => ({
          familyId: f.id,
          tenantId: f.tenant_id,
          name: f.name,
          basicUdiDi: f.basic_udi_di ?? '',
        })),
      },
      200,
    )
  })
}
