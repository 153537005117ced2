import type { z } from '@hono/zod-openapi'
import type { Json } from '@vigie/kernel'
import type { Changes, Entity, NewValues, Row, Tx } from '@vigie/record'
import type { RawBuilder } from 'kysely'
import type { FieldNames } from './conflict.js'

/** What all records have in the API, beside their own fields. */
export interface Keys {
  readonly id: string
  readonly tenantId: string
  readonly version: number
}

/** How a query parameter narrows a list: by a column that equals it, or by a condition of its own. */
export type Filter =
  | { readonly schema: z.ZodType<string>; readonly column: string }
  | { readonly schema: z.ZodType<string>; readonly where: (value: string) => RawBuilder<unknown> }

/** A noun of the API over an entity of the record. */
export interface Kind<E extends Entity, B extends z.ZodObject, F extends object> {
  /** `/organisations`. */
  readonly path: string
  readonly tag: string
  readonly name: string
  readonly entity: E
  /** The fields a person writes, whole: a change replaces all of them. */
  readonly body: B
  readonly columns: (body: z.output<B>) => NewValues<E>
  /** The columns that a change sets, where that depends on what is there; those of `columns` when absent. */
  readonly changes?: (body: z.output<B>, current: Row<E>, reason: string | undefined) => Changes<E>
  readonly keys: (row: Row<E>) => Keys
  /** The fields as a person wrote them. */
  readonly fields: (row: Row<E>) => F
  /** Further fields that only the server sets. */
  readonly more?: (row: Row<E>) => object
  readonly moreSchema?: z.ZodRawShape
  readonly names?: FieldNames
  /** Query parameters that narrow the list, with their column or a condition of their own. */
  readonly filters?: Readonly<Record<string, Filter>>
  /** Faults that the schema cannot find; throws the problem with all of them. */
  readonly check?: (body: z.output<B>) => void
  /**
   * What only other rows can tell, asked after the row was written: nobody else writes in the tenant until the end of
   * the transaction. Throws the problem, which undoes the write.
   */
  readonly settled?: (tx: Tx, row: Row<E>) => Promise<void>
}

/** A value that came out of the record or a checked body, as JSON: absent fields are left out. */
export function asJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value))
  return json
}
