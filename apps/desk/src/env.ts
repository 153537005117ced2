import type { HttpBindings } from '@hono/node-server'
import type { Law } from '@vigie/law'
import type { FileStore, Store } from '@vigie/record'
import type { DeskConfig } from './config.js'
import type { Limiter } from './http/limiter.js'
import type { Log } from './log.js'
import type { Metrics } from './metrics.js'
import type { ReportPrinter } from './reports/print.js'
import type { Hasher } from './sign-in/hasher.js'
import type { Principal } from './sign-in/principal.js'

/** What the server needs from outside; it reads no clock and draws no chance on its own. */
export interface DeskOptions {
  readonly store: Store
  /** Where the bytes of files are kept. */
  readonly files: FileStore
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: () => number
  /** That many bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array
  readonly config: DeskConfig
  readonly law: Law
  readonly log: Log
  /** How PDFs are made; on a thread of their own when absent. */
  readonly printer?: ReportPrinter
  /** How passwords are hashed; argon2id when absent. */
  readonly hasher?: Hasher
}

/** What every route has at hand. */
export interface Services extends DeskOptions {
  readonly hasher: Hasher
  readonly printer: ReportPrinter
  readonly metrics: Metrics
  readonly signInLimit: Limiter
  readonly addressLimit: Limiter
  readonly principalLimit: Limiter
  /** Refused requests of one person that the trail tells of. */
  readonly refusalLimit: Limiter
}

/** What Hono carries through a request. */
export interface DeskEnv {
  Bindings: Partial<HttpBindings>
  Variables: { requestId: string; principal: Principal; body: unknown }
}
