/** Where the rows of a release come from and what may be done with them. */
export interface Provenance {
  readonly list: string
  readonly release: string
  readonly publisher: string
  readonly source: string
  readonly omitted: string
  readonly licence: string
  readonly note: string
  readonly document?: string
  /** `YYYY-MM-DD`, where known. */
  readonly published?: string
}
