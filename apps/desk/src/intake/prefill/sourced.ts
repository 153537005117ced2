import type { Json } from '@vigie/kernel'

/** Where a value of a prefilled case file comes from. */
export interface Source {
  readonly path: string
  readonly source: string
}

/** Collects the values of a part of a case file with their sources; what is absent is left out. */
export class Sourced {
  readonly values: Record<string, Json> = {}
  readonly sources: Source[] = []
  readonly open: string[] = []
  constructor(readonly path: string) {}

  /** A value of a field that has no place for a source. */
  plain(name: string, value: Json | undefined, source: string): void {
    if (value === undefined || value === null || value === '') return
    this.values[name] = value
    this.sources.push({ path: `${this.path}.${name}`, source })
  }

  /** A value of a fact: its source stands with it in the file too. */
  fact(name: string, value: Json | undefined, source: string): void {
    if (value === undefined || value === null || value === '') return
    this.plain(name, { value, source }, source)
  }
}
