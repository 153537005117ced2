import type { TenantVerdict } from '@vigie/record'
import type { Page } from '../context.js'
import { hang } from '../text/wrap.js'

/** Faults shown of one tenant; a record that was rewritten as a whole would fill the terminal. */
const MOST = 20

/** What a check of the whole record found, tenant by tenant, with one line at the end. */
export function verdictLines(verdicts: readonly TenantVerdict[], { style, width }: Page): string[] {
  const bad = verdicts.filter(v => !v.ok)
  const events = verdicts.reduce((sum, v) => sum + (v.chain.ok ? v.chain.events : 0), 0)
  const end =
    bad.length === 0
      ? style.green(`Everything is as the trail says: ${verdicts.length} tenants, ${events} events.`)
      : style.red(`${bad.length} of ${verdicts.length} tenants are NOT as the trail says.`)
  return [...verdicts.flatMap(v => tenantLines(v, style, width)), end]
}

function tenantLines(v: TenantVerdict, style: Page['style'], width: number): string[] {
  const { chain } = v
  const title = `${style.bold(v.name ?? 'a tenant that is gone')}  ${style.dim(v.tenantId)}`
  const seal = chain.ok && chain.seal === 'valid' ? ', head sealed' : ''
  const clock =
    chain.ok && chain.clockWentBack.length > 0
      ? [`  the clock of the server went back before event ${chain.clockWentBack.join(', ')}`]
      : []
  const faults = [
    ...v.records.map(f => `${f.entity} ${f.id}: ${WORDS[f.why]}`),
    ...v.files.map(
      f =>
        `file ${f.name} (${f.sha256.slice(0, 12)}...): ${f.why === 'missing' ? 'its bytes are missing' : 'its bytes were changed'}`,
    ),
  ]
  return [
    title,
    chain.ok
      ? `  chain   ${style.green('whole')}, ${chain.events} events${seal}, head ${chain.head.hash.slice(0, 16)}`
      : `  chain   ${style.red('BROKEN')}  ${chain.sentence}`,
    ...clock,
    ...faults.slice(0, MOST).flatMap(fault => hang(`  ${style.red('BAD')}     `, fault, width)),
    ...(faults.length > MOST ? [`  and ${faults.length - MOST} more; --json has all`] : []),
  ]
}

const WORDS = {
  'changed-outside': 'was changed past the trail',
  'without-event': 'is there without an event',
  missing: 'is gone, though an event made it',
} as const
