/** Types of columns in TypeScript; see parsers.ts. */
const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  jsonb: 'Json',
}

export const COLUMNS_SQL = `
  select c.relname as table, a.attname as column, t.typname as type, a.attnotnull as required, a.atthasdef as filled,
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
      and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as choice
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'vigie'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relkind = 'r' and c.relname <> 'migrations'
  order by c.relname, a.attnum`

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly required: boolean
  readonly filled: boolean
  readonly choice: string | null
}

const isColumn = (row: unknown): row is Column => typeof row === 'object' && row !== null && 'choice' in row

/**
 * The source of tables.ts, from the catalogue of a migrated database: one interface a table, closed lists as unions.
 *
 * @param query runs a text of SQL and gives its rows
 */
export async function tablesSource(query: (sql: string) => Promise<readonly unknown[]>): Promise<string> {
  const byTable = new Map<string, Column[]>()
  for (const column of (await query(COLUMNS_SQL)).filter(isColumn)) {
    const columns = byTable.get(column.table)
    if (columns === undefined) byTable.set(column.table, [column])
    else columns.push(column)
  }
  const interfaces = [...byTable].map(
    ([table, columns]) => `export interface ${typeName(table)} {\n${columns.map(field).join('\n')}\n}\n`,
  )
  const entries = [...byTable.keys()].map(t => `  ${t}: ${typeName(t)}`)
  return [
    '// Made from the migrations by tools/tables.mjs; a test fails when they differ. Do not edit.',
    "import type { Json } from '@vigie/kernel'\nimport type { Generated } from 'kysely'\n",
    ...interfaces,
    `/** All tables of the record, as Kysely takes them. */\nexport interface Database {\n${entries.join('\n')}\n}\n`,
  ].join('\n')
}

function field(c: Column): string {
  const plain = c.choice === null ? TYPES[c.type] : choices(c.choice)
  if (plain === undefined) throw new Error(`no TypeScript type for ${c.type} of ${c.table}.${c.column}`)
  const type = c.required ? plain : `${plain} | null`
  return `  ${c.column}: ${c.filled ? `Generated<${type}>` : type}`
}

function choices(definition: string): string {
  return [...definition.matchAll(/'([^']*)'::text/g)].map(m => `'${m[1]}'`).join(' | ')
}

function typeName(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
