/**
 * The record cannot do its work: locked by another process, database too new, server gone. `message` is a sentence
 * for the person who runs the installation. Wrong user data is never a RecordError; see the results of `change`.
 */
export class RecordError extends Error {
  override readonly name = 'RecordError'
  constructor(
    readonly code: RecordErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export type RecordErrorCode =
  | 'locked'
  | 'lock-lost'
  | 'closed'
  | 'nested'
  | 'engine-stopped'
  | 'engine-too-old'
  | 'database-too-new'
  | 'migration-edited'
  | 'folder-not-ours'
  | 'value-too-large'
  | 'file-too-large'
  | 'file-damaged'
  | 'backup-damaged'
  | 'backup-of-another-schema'
  | 'record-not-empty'
  | 'record-damaged'

/** The five-character state of an SQL error, the same on both engines; undefined for other errors. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

/** States with which the database itself refuses what this package forbids. */
export const REFUSED = {
  /** A row-level wall or a missing grant. */
  wall: '42501',
  /** A change without its audit event. */
  noEvent: 'VG001',
  /** A version that does not follow, or a key that moved. */
  version: 'VG002',
  /** A change to a row that only grows. */
  appendOnly: 'VG003',
  /** An event or head that does not continue the chain. */
  chain: 'VG004',
  /** An event in the name of somebody else. */
  actor: 'VG005',
} as const
