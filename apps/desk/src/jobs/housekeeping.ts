import { forgetKeys } from '@vigie/record'
import { forEachTenant, type Job, workerIn } from './context.js'

/** A program repeats a request within days, not months. */
const KEYS_DAYS = 30

/** Forgets idempotency keys that nobody repeats any more. */
export const housekeeping: Job = context =>
  forEachTenant(context, tenantId =>
    context.store.withTenant(workerIn(tenantId), tx => forgetKeys(tx, KEYS_DAYS)),
  )
