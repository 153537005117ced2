import { z } from '@hono/zod-openapi'
import type { Finding } from '@vigie/kernel'
import type { Row } from '@vigie/record'
import { finding, id } from '../../schemas.js'
import type { Checked } from './check.js'
import { FIELDS, IMPORT_KINDS, type ImportKind } from './fields.js'

const MOST = 1000

export const checkedView = z
  .object({
    rows: z.number().int().openapi({ description: 'Rows with something in them.' }),
    ready: z.number().int(),
    already: z
      .number()
      .int()
      .openapi({ description: 'Rows that are in the record already; they change nothing.' }),
    faulty: z.number().int(),
    findings: z.array(finding).openapi({ description: 'By row and column, a thousand at most.' }),
    moreFindings: z.number().int(),
  })
  .openapi('ImportCheck')
export type CheckedView = z.output<typeof checkedView>

export function viewOfCheck(checked: Checked): CheckedView {
  const all: Finding[] = [...checked.findings, ...[...checked.faults.values()].flat(), ...checked.already]
  return {
    rows: checked.rows,
    ready: checked.ready.length,
    already: checked.already.length,
    faulty: checked.faults.size,
    findings: all.slice(0, MOST),
    moreFindings: Math.max(0, all.length - MOST),
  }
}

/** The reconciliation of a table with the record: what became of each row. */
export const reportView = z
  .object({
    rows: z.number().int(),
    created: z.number().int(),
    already: z.number().int(),
    left: z.number().int().openapi({ description: 'Rows with faults that were left out, by choice.' }),
    at: z.string(),
    findings: z.array(finding),
    moreFindings: z.number().int(),
  })
  .openapi('ImportReport')

export const importView = z
  .object({
    id,
    tenantId: id,
    version: z.number().int(),
    kind: z.enum(IMPORT_KINDS),
    name: z.string(),
    sha256: z.string(),
    size: z.number().int(),
    state: z.enum(['previewed', 'done', 'abandoned']),
    settings: z.unknown(),
    report: reportView.nullable(),
  })
  .openapi('Import')

export const viewOfImport = (row: Row<'imports'>): z.output<typeof importView> => ({
  id: row.id,
  tenantId: row.tenant_id,
  version: row.version,
  kind: row.kind,
  name: row.name,
  sha256: row.sha256,
  size: row.size,
  state: row.state,
  settings: row.settings,
  report: reportView.nullable().catch(null).parse(row.report),
})

export const fieldView = z.object({
  name: z.string(),
  label: z.string(),
  read: z.enum(['text', 'day', 'instant', 'whole', 'country', 'choice']),
  needed: z.boolean(),
  choices: z.array(z.string()),
})

export const fieldsOf = (kind: ImportKind): z.output<typeof fieldView>[] =>
  FIELDS[kind].map(f => ({
    name: f.name,
    label: f.label,
    read: f.read,
    needed: f.needed === true,
    choices: [...(f.choices ?? [])],
  }))
