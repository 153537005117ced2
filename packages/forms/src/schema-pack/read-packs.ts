import { blocks, type Finding } from '@vigie/kernel'
import { mirTables } from '../mir/versions.js'
import type { FieldTable, ReportKey } from '../table.js'
import { type CompiledXsd, compileXsd } from '../xml/xsd.js'
import { examine } from './examine.js'
import { packFindings } from './findings.js'
import { type PackSource, packOf, type SchemaPack } from './pack.js'
import { baseName, insidePath, type PackEntry } from './paths.js'

const { make } = packFindings

export interface PacksRead {
  /** One pack for each version of which schemas were found and are sound. */
  readonly packs: readonly SchemaPack[]
  readonly findings: readonly Finding[]
  /** Files that have nothing to do with the schemas. */
  readonly ignored: readonly string[]
}

/**
 * Recognises official schema files among the files of an archive or a folder, by name, and makes packs of them. Nothing
 * outside the entries is ever read. A version with any finding that blocks gives no pack; an entry whose name leads
 * out of the archive stops everything. The same function reads a pack again where it was kept.
 *
 * @param tables the form versions that are looked for
 */
export function readSchemaPacks(
  entries: readonly PackEntry[],
  tables: Iterable<FieldTable> = mirTables.values(),
): PacksRead {
  const unsafe = entries.filter(e => !isFolder(e) && insidePath(e.name) === undefined)
  if (unsafe.length > 0)
    return {
      packs: [],
      ignored: [],
      findings: unsafe.map(e => make['UNSAFE-NAME']({ path: e.name }, { file: JSON.stringify(e.name) })),
    }
  const all = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const path = isFolder(entry) ? undefined : insidePath(entry.name)
    // Archives made on a Mac hold a shadow of each file.
    if (path !== undefined && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(path)) all.set(path, entry.bytes)
  }
  const looked = [...tables]
  const read = looked.map(table => readOne(table, all))
  const used = new Set(read.flatMap(r => [...r.used]))
  const findings = read.flatMap(r => r.findings)
  if (used.size === 0) {
    const wanted = looked.map(t => t.reportTypes[0]?.schemaFile ?? '').join(', ')
    findings.push(make['NO-SCHEMA']({ path: '' }, { files: all.size, wanted }))
  }
  return {
    packs: read.flatMap(r => (r.pack === undefined ? [] : [r.pack])),
    findings,
    ignored: [...all.keys()].filter(path => !used.has(path)),
  }
}

function isFolder(entry: PackEntry): boolean {
  return /[\\/]$/.test(entry.name) && entry.bytes.length === 0 && insidePath(entry.name) !== undefined
}

interface ReadOne {
  readonly pack?: SchemaPack
  readonly findings: readonly Finding[]
  readonly used: ReadonlySet<string>
}

function readOne(table: FieldTable, all: ReadonlyMap<string, Uint8Array>): ReadOne {
  const findings: Finding[] = []
  const files = new Map<string, Uint8Array>()
  const schemas = new Map<ReportKey, { readonly path: string; readonly compiled: CompiledXsd }>()
  for (const type of table.reportTypes) {
    const paths = [...all.keys()].filter(p => baseName(p).toLowerCase() === type.schemaFile.toLowerCase())
    const [path, ...others] = paths
    if (path === undefined) continue
    for (const same of paths) files.set(same, all.get(same) ?? new Uint8Array())
    if (others.some(other => !equal(all.get(path), all.get(other))))
      findings.push(make.TWICE({ path: others.join(', ') }, { file: type.schemaFile }))
    const examined = examine(table, path, all)
    findings.push(...examined.findings)
    for (const [file, bytes] of examined.files) files.set(file, bytes)
    if (blocks(examined.findings)) continue
    const result = compileXsd(examined.files, path)
    if ('schema' in result) schemas.set(type.key, { path, compiled: result.schema })
    else
      for (const { message, line } of result.messages)
        findings.push(make['DOES-NOT-COMPILE']({ path }, { file: path, line, says: message }))
  }
  if (files.size === 0) return { findings, used: new Set() }
  const used = new Set(files.keys())
  if (blocks(findings)) {
    for (const { compiled } of schemas.values()) compiled.dispose()
    return { findings, used }
  }
  const pack = packOf({ table, schemas, files: onlyNeeded(schemas, files) })
  const absent = pack.missing.map(t =>
    make['TYPE-MISSING']({ path: '' }, { file: t.schemaFile, type: t.value, version: table.version }),
  )
  return { pack, findings: [...findings, ...absent], used }
}

/** Leaves second copies of a schema out. */
function onlyNeeded(
  schemas: PackSource['schemas'],
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const main = new Map([...schemas.values()].map(s => [baseName(s.path).toLowerCase(), s.path]))
  return new Map([...files].filter(([path]) => (main.get(baseName(path).toLowerCase()) ?? path) === path))
}

function equal(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i])
}
