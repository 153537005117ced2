import { z } from '@hono/zod-openapi'
import { type CaseFile, parseCase } from '@vigie/facts'
import { type Row, sameJson } from '@vigie/record'
import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import { asJson, type Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { id, line } from '../schemas.js'

const body = z.object({
  title: line(300),
  file: z.unknown().openapi({ allOf: [{ $ref: '#/components/schemas/CaseFile' }] }),
  owner: z.strictObject({ tenantId: id, id }).nullable().default(null),
  closed: z.boolean().default(false),
})
const more = { reference: z.string(), state: z.enum(['open', 'assessed', 'reported', 'closed']) }
type Fields = z.output<typeof body>

export { body as caseBody, more as caseMore }

/** What a body was read as: one request asks several times. */
const alreadyRead = new WeakMap<object, CaseFile>()

/** Reads the case file as the facts package does; all its findings in one problem, with their path in the body. */
export function readFile(file: unknown): CaseFile {
  const known = typeof file === 'object' && file !== null ? alreadyRead.get(file) : undefined
  if (known !== undefined) return known
  const parsed = parseCase(file)
  if (parsed.ok) {
    if (typeof file === 'object' && file !== null) alreadyRead.set(file, parsed.case)
    return parsed.case
  }
  const findings = parsed.findings.map(f => ({
    ...f,
    path: f.path === '' ? 'file' : `file.${f.path}`,
    place: f.place ?? 'body',
  }))
  throw new Problem('invalid-body', { findings })
}

/** An assessment holds for the facts it was made on: other facts open the case again. */
function nextState(fields: Fields, current: Row<'cases'>): Row<'cases'>['state'] {
  if (fields.closed) return 'closed'
  if (current.state === 'closed') return 'open'
  const same = sameJson(asJson(fields.file), current.details)
  return current.state === 'assessed' && !same ? 'open' : current.state
}

const columns = (f: Fields) => ({
  reference: readFile(f.file).reference,
  title: f.title,
  details: JSON.stringify(f.file),
  owner_tenant_id: f.owner?.tenantId ?? null,
  owner_id: f.owner?.id ?? null,
})

/** Cases whose reference begins with a text, or whose title holds each of its words, in any case of letters. */
function search(text: string): RawBuilder<unknown> {
  const words = text.split(/\s+/).filter(w => w !== '')
  const inTitle = words.map(w => sql`title ilike ${`%${literal(w)}%`}`)
  return sql`(reference ilike ${`${literal(text.trim())}%`} or (${sql.join(inTitle, sql` and `)}))`
}

const literal = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

export const caseKind: Kind<'cases', typeof body, Fields> = {
  path: '/cases',
  tag: 'cases',
  name: 'Case',
  entity: 'cases',
  body,
  check: f => void readFile(f.file),
  columns: f => ({ ...columns(f), state: f.closed ? 'closed' : 'open' }),
  changes: (f, current) => ({ ...columns(f), state: nextState(f, current) }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    title: row.title,
    file: row.details,
    owner:
      row.owner_tenant_id === null || row.owner_id === null
        ? null
        : { tenantId: row.owner_tenant_id, id: row.owner_id },
    closed: row.state === 'closed',
  }),
  more: row => ({ reference: row.reference, state: row.state }),
  moreSchema: more,
  names: { details: 'file' },
  filters: {
    reference: { schema: z.string().min(1).max(50), column: 'reference' },
    state: { schema: z.enum(['open', 'assessed', 'reported', 'closed']), column: 'state' },
    ownerId: { schema: id, column: 'owner_id' },
    q: {
      schema: line(100).openapi({ description: 'Words of the title, or the beginning of the reference.' }),
      where: search,
    },
  },
}

/** Cases: one or more signals under assessment, with the facts known about them. */
export function caseRoutes(app: Desk, s: Services): void {
  registerKind(app, s, caseKind)
}
