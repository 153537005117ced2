export * from './mir/7.2.1/table.js'
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
export { mirTables } from './mir/versions.js'
export { readDocument, readFindings } from './read-report.js'
export * from './report.js'
export { schemaFaults } from './schema/check.js'
export { schemaFindings } from './schema/findings.js'
export * from './table/build.js'
export * from './table/edit.js'
export * from './table/index-of.js'
export * from './table.js'
export { writeDocument } from './write-report.js'
export { xmlFindings } from './xml/findings.js'
export { type ReadLimits, readXml } from './xml/read.js'
