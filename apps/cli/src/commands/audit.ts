import type { Command } from 'commander'
import type { Context } from '../context.js'
import { registerAuditVerify } from './audit-verify.js'

/** `vigie audit`: what the audit trail proves. */
export function registerAudit(program: Command, context: Context): void {
  const group = program
    .command('audit')
    .summary('check the audit trail of a desk')
    .description(
      'Works on the record of a desk: its audit trail, and the records and files that the trail speaks of.',
    )
  registerAuditVerify(group, context)
}
