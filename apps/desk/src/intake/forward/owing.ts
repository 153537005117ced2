import type { Law } from '@vigie/law'
import { type RawBuilder, sql } from 'kysely'

/**
 * A condition on signals: somebody who must be told of it by the rules in use, for the role it was received in, was not
 * told with proof yet.
 */
export function owesForward(law: Law): RawBuilder<unknown> {
  const pairs = law.pack.rules.flatMap(rule => {
    const { addressee } = rule
    if (rule.scope !== 'operator' || rule.status !== 'in-force' || addressee.resolve !== 'parties') return []
    return rule.owedBy.flatMap(role => addressee.parties.map(party => sql`(${role}, ${party})`))
  })
  if (pairs.length === 0) return sql`false`
  return sql`exists (
    select from (values ${sql.join(pairs)}) as d (role, party)
    where d.role = signals.details ->> 'receivedAs' and not exists (
      select from forwards f where f.tenant_id = signals.tenant_id and f.signal_id = signals.id
        and f.addressee = d.party and f.state = 'proven'))`
}
