import { createHash } from 'node:crypto'
import type { Hand } from '../../packages/record/src/testing/hand.js'
import type { Who } from './world.js'

/** The same questions as the API answers, as SQL that somebody writes by hand: role and tenant set, nothing checked. */
export class ByHand {
  constructor(private readonly hand: Hand) {}

  async #as<T>(who: Who, work: () => Promise<T>): Promise<T> {
    await this.hand.query('begin')
    try {
      await this.hand.query(
        `select set_config('app.tenant', $1, true), set_config('app.actor', $2, true), set_config('search_path', 'vigie', true),
           set_config('timezone', 'UTC', true), set_config('role', 'vigie_app', true)`,
        [who.tenantId, who.personId],
      )
      const result = await work()
      await this.hand.query('commit')
      return result
    } catch (error) {
      await this.hand.query('rollback')
      throw error
    }
  }

  board(who: Who): Promise<string> {
    return this.#as(who, async () => JSON.stringify(await this.hand.query(BOARD)))
  }

  list(who: Who): Promise<string> {
    return this.#as(who, async () =>
      JSON.stringify(await this.hand.query('select * from cases order by id desc limit 51')),
    )
  }

  one(who: Who, id: string): Promise<string> {
    return this.#as(who, async () =>
      JSON.stringify(await this.hand.query('select * from cases where id = $1', [id])),
    )
  }

  save(who: Who, id: string, title: string): Promise<string> {
    return this.#as(who, async () => {
      const [row] = await this.hand.query<CaseRow>(
        'select tenant_id, version, title from cases where id = $1',
        [id],
      )
      if (row === undefined) throw new Error('no such case')
      const [head] = await this.hand.query<{ seq: number; hash: string; now: string }>(
        `select seq, hash, clock_timestamp()::timestamptz(3) as now from audit_heads where tenant_id = $1 for update`,
        [row.tenant_id],
      )
      const [after] = await this.hand.query(
        'update cases set version = version + 1, title = $3 where tenant_id = $1 and id = $2 returning *',
        [row.tenant_id, id, title],
      )
      const changes = JSON.stringify([{ path: '/title', before: row.title, after: title }])
      const rowHash = sha(JSON.stringify(after))
      const hash = sha(`${head?.hash}${head?.now}${changes}${rowHash}`)
      const seq = (head?.seq ?? 0) + 1
      await this.hand.query(
        `insert into audit_events (tenant_id, seq, at, zone, actor_tenant_id, actor_id, action, entity, entity_id,
           entity_version, changes, row_hash, software, prev_hash, hash)
         values ($1, $2, $3, 'UTC', $4, $5, 'change', 'cases', $6, $7, $8, $9, 'hand', $10, $11)`,
        [
          row.tenant_id,
          seq,
          head?.now,
          who.tenantId,
          who.personId,
          id,
          row.version + 1,
          changes,
          rowHash,
          head?.hash,
          hash,
        ],
      )
      await this.hand.query('update audit_heads set seq = $2, hash = $3 where tenant_id = $1', [
        row.tenant_id,
        seq,
        hash,
      ])
      return JSON.stringify(after)
    })
  }
}

interface CaseRow {
  readonly tenant_id: string
  readonly version: number
  readonly title: string
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

const BOARD = `
  select o.id, o.case_id, c.reference, c.title, c.state, o.tenant_id, t.name, c.owner_id, o.jurisdiction, o.authority,
    o.subject, o.rule, o.outcome, o.trace ->> 'riskClass' as risk_class, o.day_zero, o.target, o.ceiling,
    o.trace -> 'report' as report
  from obligations o
  join cases c on c.tenant_id = o.tenant_id and c.id = o.case_id
  left join tenants t on t.tenant_id = o.tenant_id
  where o.state = 'open' order by coalesce(o.ceiling, 'infinity'), o.id limit 51`
