#!/usr/bin/env node
/**
 * Turns published code lists into the data files of a release folder. Codes, terms, parents and status only:
 * definitions and MedDRA columns are dropped.
 *
 *   node tools/new-release.mjs imdrf OUT-FOLDER annex-a.json annex-b.json ...
 *   node tools/new-release.mjs emdn OUT-FOLDER emdn.csv
 *
 * IMDRF: one JSON array per annex, rows with `code`, `term`, `status` and either `codehierarchy` (`A01|A0101`) or
 * `parent`; keys in any case. EMDN: CSV with the columns code, term, level, terminal (YES or NO).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const UNSAFE = /[|`\\\n\t]|\$\{/

/** The rows of one annex as the text of its data file. Throws on a row that does not fit. */
export function imdrfFile(rows) {
  const byCode = new Map()
  for (const raw of rows) {
    const row = Object.fromEntries(Object.entries(raw).map(([k, v]) => [k.toLowerCase(), v]))
    const code = String(row.code).trim()
    if (!/^[A-G]\d{2,7}$/.test(code)) continue // the root row of a consolidated file
    const term = String(row.term).replace(/\s+/g, ' ').trim()
    const parent = row.parent === undefined ? parentOf(String(row.codehierarchy)) : (row.parent ?? '')
    if (UNSAFE.test(term)) throw new Error(`${code}: the term has a character the data file cannot hold`)
    const known = byCode.get(code) ?? { term, status: row.status ?? '', parents: new Set() }
    if (known.term !== term || known.status !== (row.status ?? ''))
      throw new Error(`${code}: two rows disagree`)
    if (parent !== '') known.parents.add(parent)
    byCode.set(code, known)
  }
  const lines = [...byCode].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [code, { parents }] of lines)
    for (const p of parents) if (!byCode.has(p)) throw new Error(`${code}: no row for its parent ${p}`)
  const letter = lines[0]?.[0][0]
  return dataFile(
    `IMDRF annex ${letter}: code | parents | status | term.`,
    lines.map(
      ([code, e]) => `${code}|${[...e.parents].sort(ownFirst(code)).join(',')}|${e.status}|${e.term}`,
    ),
  )
}

/** The EMDN table as the text of its data file. */
export function emdnFile(csv) {
  const [, ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const out = lines.map(line => {
    const m = /^([A-Z]\d*),(?:"((?:[^"]|"")*)"|([^",]*)),(\d),(YES|NO)$/.exec(line)
    if (!m) throw new Error(`cannot read: ${line}`)
    const term = (m[2]?.replaceAll('""', '"') ?? m[3]).replace(/\s+/g, ' ').trim()
    if (UNSAFE.test(term)) throw new Error(`${m[1]}: the term has a character the data file cannot hold`)
    return `${m[1]}|${m[5] === 'YES' ? 'T' : ''}|${term}`
  })
  return dataFile('EMDN: code | T when terminal | term.', out)
}

/** Codes that share the most with the child come first: the parent whose digits it carries. */
function ownFirst(code) {
  return (a, b) => Number(code.startsWith(b)) - Number(code.startsWith(a)) || (a < b ? -1 : 1)
}

function parentOf(hierarchy) {
  const above = hierarchy.split('|').slice(0, -1).at(-1) ?? ''
  return above.length > 1 ? above : ''
}

function dataFile(about, lines) {
  return `/** ${about} Written by tools/new-release.mjs. */\nexport const rows: string = \`\n${lines.join('\n')}\n\`\n`
}

function main([kind, folder, ...files]) {
  if (!['imdrf', 'emdn'].includes(kind) || folder === undefined || files.length === 0) {
    console.error('use: new-release.mjs imdrf|emdn OUT-FOLDER FILE...')
    process.exit(2)
  }
  mkdirSync(folder, { recursive: true })
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const out = kind === 'imdrf' ? imdrfFile(JSON.parse(text)) : emdnFile(text)
    const name = kind === 'imdrf' ? `annex-${/annex (\w)/.exec(out)?.[1]?.toLowerCase()}.ts` : 'rows.ts'
    writeFileSync(join(folder, name), out)
    console.log(`${join(folder, name)}: ${out.split('\n').length - 4} rows`)
  }
}

if (
  process.argv[1] !== undefined &&
  import.meta.url.endsWith('/tools/new-release.mjs') &&
  process.argv[1].endsWith('new-release.mjs')
)
  main(process.argv.slice(2))
