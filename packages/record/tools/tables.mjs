// Writes src/sql/tables.ts from the migrations: `node packages/record/tools/tables.mjs` after a build.
import { writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { shippedMigrations } from '../dist/migrate.js'
import { tablesSource } from '../dist/sql/tables-source.js'

const pg = await PGlite.create()
await pg.exec('create schema vigie; set search_path = vigie')
for (const m of await shippedMigrations()) await pg.exec(m.sql)
const query = async sql => (await pg.query(sql)).rows
writeFileSync(new URL('../src/sql/tables.ts', import.meta.url), await tablesSource(query))
await pg.close()
