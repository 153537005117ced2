import type { Row, Tx } from '@vigie/record'
import { sql } from 'kysely'
import { type Compared, type Likeness, likenessTo } from './score.js'

const NEAREST = 300
const DAYS_AROUND = 90
const WORTH_A_LOOK = 0.3
const MOST = 20

export interface Suggestion extends Likeness {
  readonly other: Compared
}

/** Signals of the same tenant that may tell of the same event, likeliest first. A suggestion: nothing is linked. */
export async function duplicatesOf(tx: Tx, signal: Row<'signals'>): Promise<readonly Suggestion[]> {
  const { tenant_id: tenant, id } = signal
  const shared = ['device_id', 'udi_di', 'serial', 'reporter_reference'] as const
  const keys = shared.flatMap(name => {
    const value = signal[name]
    return value === null ? [] : [sql`${sql.ref(name)} = ${value}`]
  })
  const columns = sql`id, reference, subject, state, received_at, left(text, 5000) as text, device_id, udi_di, lot, serial,
    reporter_reference, duplicate_of, details`
  const near = sql`abs(extract(epoch from received_at - ${signal.received_at}::timestamptz))`
  const among = (condition: ReturnType<typeof sql>) => sql`(select ${columns} from signals
    where tenant_id = ${tenant} and id <> ${id} and ${condition} order by ${near} limit ${NEAREST})`
  const around = sql`received_at between ${signal.received_at}::timestamptz - make_interval(days => ${DAYS_AROUND})
    and ${signal.received_at}::timestamptz + make_interval(days => ${DAYS_AROUND})`
  const parts = [around, ...keys].map(among)
  const { rows } = await sql<Compared>`${sql.join(parts, sql` union all `)}`.execute(tx.db)
  const compare = likenessTo(signal)
  const byId = new Map(rows.map(r => [r.id, r]))
  return [...byId.values()]
    .map(other => ({ other, ...compare(other) }))
    .filter(s => s.score >= WORTH_A_LOOK || s.other.id === signal.duplicate_of)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, MOST)
}
