import { type Day, type Finding, parseDay } from '@vigie/kernel'
import { trendFindings } from './findings.js'

/** Reads values out of unknown JSON and gathers what is wrong. A value that is wrong comes out as a stand-in. */
export class Reader {
  readonly findings: Finding[] = []

  object(value: unknown, path: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.shape(path, 'an object')
      return {}
    }
    for (const key of Object.keys(value)) {
      if (!keys.includes(key))
        this.findings.push(trendFindings.make['UNKNOWN-KEY']({ path: join(path, key) }, { key }))
    }
    return { ...value }
  }

  list(value: unknown, path: string, wanted = 'a list'): readonly unknown[] {
    if (Array.isArray(value)) return value
    this.shape(path, wanted)
    return []
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value
    this.shape(path, 'a text')
    return ''
  }

  choice<T extends string>(value: unknown, path: string, choices: readonly T[]): T | undefined {
    const found = choices.find(c => c === value)
    if (found === undefined) this.shape(path, `one of ${choices.join(', ')}`)
    return found
  }

  day(value: unknown, path: string): Day | undefined {
    const day = typeof value === 'string' ? parseDay(value) : undefined
    if (day === undefined) this.shape(path, 'a day such as 2026-01-31')
    return day
  }

  /** A number; `fits` says whether it makes sense, `wanted` what does. */
  number(value: unknown, path: string, wanted: string, fits: (v: number) => boolean): number | undefined {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      this.shape(path, `a number that is ${wanted}`)
      return undefined
    }
    if (fits(value)) return value
    this.findings.push(trendFindings.make.RANGE({ path }, { what: last(path), value, wanted }))
    return undefined
  }

  /** As {@link number}, with a value where it is left out. */
  numberOr(
    value: unknown,
    path: string,
    otherwise: number,
    wanted: string,
    fits: (v: number) => boolean,
  ): number {
    return value === undefined ? otherwise : (this.number(value, path, wanted, fits) ?? otherwise)
  }

  shape(path: string, wanted: string): void {
    this.findings.push(trendFindings.make.SHAPE({ path }, { what: last(path), wanted }))
  }
}

export const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)
const last = (path: string) => (path === '' ? 'The file' : path)
