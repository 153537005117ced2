// The engine itself, for a caller that runs its own queries beside the imports.
export { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
export { ingestFindings } from './findings.js'
export { type IntegerChunk, integerChunks } from './integers.js'
export { type Import, ReportStore, type StoreOptions } from './report-store.js'
export type { ReportSource } from './source.js'
