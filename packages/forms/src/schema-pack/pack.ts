import { canonicalJson, type Finding, sha256Hex } from '@vigie/kernel'
import type { FieldTable, FormName, ReportKey, ReportType } from '../table.js'
import { type ReadLimits, readXml } from '../xml/read.js'
import type { CompiledXsd } from '../xml/xsd.js'
import { findingOf } from './messages.js'

/** A file of a pack, to be kept as it is. */
export interface PackFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly sha256: string
}

/** The official schemas of one version of a form, supplied by the user, checked and ready to validate. */
export interface SchemaPack {
  readonly form: FormName
  readonly version: string
  /** The report types that can be validated, and the schema of each. */
  readonly covered: readonly CoveredType[]
  /** The report types whose schema is not in the pack. */
  readonly missing: readonly ReportType[]
  /** Every file that the schemas need, themselves included, sorted by path. */
  readonly files: readonly PackFile[]
  /** SHA-256 over the names and hashes of all files: tells one release from another. */
  readonly sha256: string
  /**
   * All that the official schema of the report type refuses in a document, in the order of the document. Empty: valid.
   * Undefined: the pack has no schema for the type. A document that cannot be read gives the one finding that says why.
   */
  readonly validate: (
    document: Uint8Array,
    type: ReportKey,
    limits?: ReadLimits,
  ) => readonly Finding[] | undefined
  /** Gives back the memory of the compiled schemas; the pack cannot validate afterwards. */
  readonly dispose: () => void
}

export interface CoveredType {
  readonly type: ReportType
  readonly path: string
  readonly sha256: string
}

export interface PackSource {
  readonly table: FieldTable
  readonly schemas: ReadonlyMap<ReportKey, { readonly path: string; readonly compiled: CompiledXsd }>
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Puts examined and compiled schemas together. */
export function packOf({ table, schemas, files }: PackSource): SchemaPack {
  const kept = [...files]
    .map(([path, bytes]) => ({ path, bytes, sha256: sha256Hex(bytes) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const hashOf = (path: string) => kept.find(f => f.path === path)?.sha256 ?? ''
  return {
    form: table.form,
    version: table.version,
    covered: table.reportTypes.flatMap(type => {
      const path = schemas.get(type.key)?.path
      return path === undefined ? [] : [{ type, path, sha256: hashOf(path) }]
    }),
    missing: table.reportTypes.filter(type => !schemas.has(type.key)),
    files: kept,
    sha256: sha256Hex(canonicalJson(kept.map(f => [f.path, f.sha256]))),
    validate: (document, key, limits) => {
      const schema = schemas.get(key)?.compiled
      if (schema === undefined) return undefined
      const read = readXml(document, limits)
      if ('finding' in read) return [read.finding]
      return schema.validate(document).map(message => findingOf(table, message))
    },
    dispose: () => {
      for (const { compiled } of schemas.values()) compiled.dispose()
    },
  }
}
