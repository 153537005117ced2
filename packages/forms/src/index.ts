export type { Draft, DraftKind, DraftPorts, DraftRequest, FilledField, Recipient } from './draft/context.js'
export { draftMir } from './draft/draft.js'
export { draftFindings } from './draft/findings.js'
export type { TargetName } from './draft/target.js'
export * from './mir/7.2.1/table.js'
export type { MigrationNote, MigrationNotes, Whereabouts } from './mir/7.3.1/migrate/notes.js'
export type { MigrationPorts } from './mir/7.3.1/migrate/questions.js'
export { type Migration, migrateTo731 } from './mir/7.3.1/migrate-from-7.2.1.js'
export { type Mir731Path, mir731 } from './mir/7.3.1/table.js'
export {
  type CheckOptions,
  type CheckResult,
  checkMir,
  type ReadResult,
  readMir,
  writeMir,
} from './mir/check.js'
export { formFindings } from './mir/findings.js'
export { type Identified, identify } from './mir/identify.js'
export { mirRules } from './mir/rules/index.js'
export { countriesOf, countsIn, mirVariants, writtenCountry } from './mir/variants/index.js'
export type * from './mir/variants/variant.js'
export { mirTables } from './mir/versions.js'
export { readDocument, readFindings } from './read-report.js'
export * from './report.js'
export { schemaFaults } from './schema/check.js'
export { schemaFindings } from './schema/findings.js'
export { type ExportStatus, exportStatus } from './schema-pack/export-status.js'
export { packFindings, xsdFindings } from './schema-pack/findings.js'
export type { CoveredType, PackFile, SchemaPack } from './schema-pack/pack.js'
export type { PackEntry } from './schema-pack/paths.js'
export { type PacksRead, readSchemaPacks } from './schema-pack/read-packs.js'
export * from './table/build.js'
export * from './table/edit.js'
export * from './table/index-of.js'
export * from './table.js'
export { writeDocument } from './write-report.js'
export { xmlFindings } from './xml/findings.js'
export { type ReadLimits, readXml } from './xml/read.js'
