/** What goes between the page of work and the thread of the engine. */
export type Request =
  | {
      readonly id: number
      readonly kind: 'query'
      readonly sql: string
      readonly parameters: readonly unknown[]
    }
  | { readonly id: number; readonly kind: 'close' }
  | { readonly id: number; readonly kind: 'dump' }

export type Reply =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number }
  | { readonly id: number; readonly error: Fault }
  /** Sent once, after the start. */
  | { readonly ready: true; readonly created: boolean }
  | { readonly failed: Fault }

/** An error as plain data. */
export interface Fault {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly severity?: string
  readonly detail?: string
  readonly constraint?: string
  readonly table?: string
}

export interface WorkerInput {
  readonly folder: string
  /** Path of a prepared database, for a first start. */
  readonly snapshot?: string
}

/** An error as data that can cross threads. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const texts = ['code', 'severity', 'detail', 'constraint', 'table'].flatMap(key => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? [[key, value] as const] : []
  })
  return { name: error.name, message: error.message, ...Object.fromEntries(texts) }
}
