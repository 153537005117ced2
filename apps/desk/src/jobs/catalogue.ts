import { auditCheck } from './audit-check.js'
import { clockSkew } from './clock-skew.js'
import type { Job } from './context.js'
import { housekeeping } from './housekeeping.js'
import { notificationMail } from './notification-mail.js'
import { outbox } from './outbox.js'
import { recalculation } from './recalculation.js'
import { reminders } from './reminders.js'

export interface JobKind {
  readonly name: string
  /** When it runs, as cron in UTC. */
  readonly cron: string
  readonly run: Job
}

/** All work that nobody asks for. */
export const JOBS: readonly JobKind[] = [
  { name: 'reminders', cron: '*/15 * * * *', run: reminders },
  { name: 'recalculation', cron: '*/5 * * * *', run: recalculation() },
  { name: 'notification-mail', cron: '*/5 * * * *', run: notificationMail },
  { name: 'outbox', cron: '* * * * *', run: outbox },
  { name: 'clock-skew', cron: '*/15 * * * *', run: clockSkew },
  { name: 'housekeeping', cron: '40 1 * * *', run: housekeeping },
  { name: 'audit-check', cron: '10 2 * * *', run: auditCheck },
]
