import { sqlState } from '@vigie/record'
import PgBoss from 'pg-boss'
import { errorFields } from '../log.js'
import type { JobKind } from './catalogue.js'
import type { JobContext } from './context.js'

export interface Runner {
  /** Has a job run soon, beside its times; one that waits already is enough. */
  wake(name: string): Promise<void>
  /** Takes no new job and waits for those that run; one that takes too long is run again after the next start. */
  stop(): Promise<void>
}

export interface RunnerOptions {
  /** How often this process looks for work, in seconds. */
  readonly poll?: number
  /** Seconds until a failed job runs again, doubled each time. */
  readonly retryDelay?: number
}

const SCHEMA = 'vigie_jobs'
const PATIENCE_MS = 10_000
/** A job that its process never ended is taken up again after so long. */
const LOST_AFTER_MINUTES = 15

/**
 * Runs jobs over the database of the record; several processes share them. The jobs carry no data: each looks itself at
 * what is to be done, so that one that ran twice or not at all changes nothing for good.
 */
export async function startJobs(
  context: JobContext,
  jobs: readonly JobKind[],
  { poll = 2, retryDelay = 30 }: RunnerOptions = {},
): Promise<Runner> {
  const boss = await settled(() => started(context))
  try {
    for (const { name, cron, run } of jobs) {
      const queue = { name, policy: 'short' as const, retryLimit: 5, retryDelay, retryBackoff: true }
      await settled(() => boss.createQueue(name, { ...queue, expireInMinutes: LOST_AFTER_MINUTES }))
      await boss.schedule(name, cron, {}, { tz: 'UTC' })
      await boss.work(name, { pollingIntervalSeconds: poll }, () => guarded(context, name, run))
    }
  } catch (error) {
    await boss.stop({ graceful: false, wait: true })
    throw error
  }
  return {
    wake: async name => {
      await boss.send(name, {})
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: PATIENCE_MS }),
  }
}

async function started({ store, log }: JobContext): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: SCHEMA,
    db: {
      executeSql: async (text, values) => ({ rows: [...(await store.ownerSql(text, values ?? [])).rows] }),
    },
  })
  boss.on('error', error => log({ level: 'error', event: 'jobs', ...errorFields(error) }))
  return boss.start()
}

/** The key, schema or table is there already; a deadlock. */
const MEANWHILE = new Set(['23505', '42P06', '42P07', '40P01'])

/** Processes that start at the same time make the same tables and meet; who came second does it again. */
async function settled<T>(make: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await make()
    } catch (error) {
      if (tries === 5 || !MEANWHILE.has(sqlState(error) ?? '')) throw error
      await new Promise(resolve => setTimeout(resolve, 200 * tries))
    }
  }
}

/** The library keeps what a failed job throws; a database writes values into its messages, so they stay out. */
async function guarded(context: JobContext, name: string, run: JobKind['run']): Promise<void> {
  try {
    await run(context)
  } catch (error) {
    context.log({ level: 'error', event: 'job-failed', job: name, ...errorFields(error) })
    // oxlint-disable-next-line preserve-caught-error -- the cause would be kept in the table of jobs
    throw new Error(`the job ${name} failed; the log says where`)
  }
}
