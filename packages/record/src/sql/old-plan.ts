/** The plan of a prepared statement no longer fits its tables (SQL state 0A000); a new connection makes a new one. */
export function isOldPlan(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === '0A000' && /cached plan/.test(error.message)
  )
}
