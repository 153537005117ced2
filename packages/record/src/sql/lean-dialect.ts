import { type Dialect, PostgresDialect, PostgresDriver, type PostgresPool } from 'kysely'

/**
 * Kysely's dialect without its own `begin` and `commit`: who opens a transaction sends them together with what has to
 * go along anyway. A rollback stays with Kysely.
 */
export function leanDialect(pool: PostgresPool): Dialect {
  return new LeanDialect({ pool })
}

class LeanDialect extends PostgresDialect {
  override createDriver(): LeanDriver {
    return new LeanDriver(this.config)
  }
  constructor(private readonly config: { readonly pool: PostgresPool }) {
    super(config)
  }
}

class LeanDriver extends PostgresDriver {
  override async beginTransaction(): Promise<void> {}
  override async commitTransaction(): Promise<void> {}
}
