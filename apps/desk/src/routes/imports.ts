import { create } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { wholeBody } from '../files/incoming.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { badRows, readLeftRows } from '../intake/imports/bad-rows.js'
import { checkSheet } from '../intake/imports/check.js'
import { guessMapping } from '../intake/imports/fields.js'
import { importRow, tableOf } from '../intake/imports/load.js'
import { headingsTwice } from '../intake/imports/read-rows.js'
import { readTable } from '../intake/imports/read-table.js'
import * as route from '../intake/imports/routes.js'
import { runImport } from '../intake/imports/run.js'
import { keptSettings, sheetFor } from '../intake/imports/settings.js'
import { fieldsOf, viewOfCheck, viewOfImport } from '../intake/imports/views.js'
import { storeFiles } from '../intake/keep-files.js'
import { Problem } from '../problem/problem.js'
import { mustWrite } from '../resources/writable.js'

const FIRST_ROWS = 10
/** The most bytes of a table; it is read in memory. */
const LARGEST = 16 * 1_048_576

export function importRoutes(app: Desk, s: Services): void {
  app.openapi(route.post(s), async c => {
    const { actor } = c.get('principal')
    const { kind, name, tenantId: wanted } = c.req.valid('query')
    const tenant = wanted ?? actor.tenantId
    await s.store.withTenant(actor, tx => mustWrite(tx, tenant))
    const bytes = await wholeBody(c.req.raw, LARGEST)
    const table = await readTable(bytes)
    const [file] = await storeFiles(s.files, tenant, [{ name, mediaType: 'application/octet-stream', bytes }])
    if (file === undefined) throw new Error('the table was not stored')
    const row = await s.store.withTenant(actor, async tx => {
      await mustWrite(tx, tenant)
      const values = { kind, name, sha256: file.sha256, size: file.size }
      return (await create(tx, { entity: 'imports', tenantId: tenant }, values)).row
    })
    c.header('etag', etagOf(row.version))
    c.header('location', `/imports/${row.id}`)
    const sheets = table.sheets.map(sheet => {
      const twice = headingsTwice(sheet)
      return {
        name: sheet.name,
        columns: [...sheet.columns],
        rows: sheet.rows.length,
        firstRows: sheet.rows.slice(0, FIRST_ROWS).map(r => ({ number: r.number, cells: [...r.cells] })),
        findings: [...sheet.findings, ...twice.findings],
        guess: { ...guessMapping(kind, twice.columns) },
      }
    })
    const { format, notices } = table
    return c.json(
      { ...viewOfImport(row), format, notices: [...notices], fields: fieldsOf(kind), sheets },
      201,
    )
  })
  app.openapi(route.list(s), async c => {
    const { limit, cursor, tenantId: wanted } = c.req.valid('query')
    const after = readCursor(cursor, idPlace)
    const rows = await s.store.withTenant(c.get('principal').actor, tx =>
      tx.db
        .selectFrom('imports')
        .selectAll()
        .$if(after !== undefined, q => q.where('id', '<', after ?? ''))
        .$if(wanted !== undefined, q => q.where('tenant_id', '=', wanted ?? ''))
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute(),
    )
    return c.json(
      pageOf(rows, limit, viewOfImport, last => [last.id]),
      200,
    )
  })
  app.openapi(route.one(s), async c => {
    const { id } = c.req.valid('param')
    const row = await s.store.withTenant(c.get('principal').actor, tx => importRow(tx, id))
    c.header('etag', etagOf(row.version))
    return c.json(viewOfImport(row), 200)
  })
  app.openapi(route.check(s), async c => {
    const { actor } = c.get('principal')
    const { id } = c.req.valid('param')
    const settings = c.req.valid('json')
    const row = await s.store.withTenant(actor, async tx => {
      const found = await importRow(tx, id)
      await mustWrite(tx, found.tenant_id)
      return found
    })
    const table = await tableOf(s.files, row)
    const sheet = sheetFor(row.kind, table, settings)
    const checked = await s.store.withTenant(actor, tx =>
      checkSheet(row.kind, sheet, settings, {
        tx,
        tenantId: row.tenant_id,
        importId: row.id,
        representativeId: settings.representativeId,
        zone: settings.zone ?? actor.zone,
        now: s.clock(),
      }),
    )
    return c.json(viewOfCheck(checked), 200)
  })
  app.openapi(route.run(s), async c => {
    const version = expectedVersion(c)
    const { actor } = c.get('principal')
    const { id } = c.req.valid('param')
    const { settings, onFaults } = c.req.valid('json')
    const found = await s.store.withTenant(actor, async tx => {
      const row = await importRow(tx, id)
      await mustWrite(tx, row.tenant_id)
      return row
    })
    const table = await tableOf(s.files, found)
    const now = s.clock()
    const row = await s.store.withTenant(actor, async tx => {
      const current = await importRow(tx, id)
      return runImport(tx, current, table, { settings, onFaults, version, zone: actor.zone, now })
    })
    c.header('etag', etagOf(row.version))
    return c.json(viewOfImport(row), 200)
  })
  app.openapi(route.bad(s), async c => {
    const { id } = c.req.valid('param')
    const row = await s.store.withTenant(c.get('principal').actor, tx => importRow(tx, id))
    if (row.state !== 'done') throw new Problem('not-found')
    const table = await tableOf(s.files, row)
    const sheet = sheetFor(row.kind, table, keptSettings.parse(row.settings))
    const text = badRows(sheet, readLeftRows(row.report))
    c.header('content-disposition', 'attachment; filename="bad-rows.csv"')
    return c.text(text, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
}
