import { parseCountry } from '@vigie/codes'
import { dayOf, type Finding, parseDay, parseMoment } from '@vigie/kernel'
import { writtenMoment } from '../written-moment.js'
import type { Field } from './fields.js'
import { importFindings } from './findings.js'

export interface CellOptions {
  /** In which order day and month stand in dates with strokes; absent: not said. */
  readonly dateOrder?: 'dmy' | 'mdy' | undefined
  /** Zone of times without offset; absent: not said. */
  readonly zone?: string | undefined
}

export type CellRead = { readonly value: string | number } | { readonly fault: Finding }

const make = importFindings.make
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text)

/** Reads one cell that is not empty. Nothing is guessed: what can be read in two ways is a fault. */
export function readCell(field: Field, cell: string, options: CellOptions, path: string): CellRead {
  const value = cell.trim()
  const where = { path }
  switch (field.read) {
    case 'text':
      return value.length <= (field.max ?? 200)
        ? { value: field.max === 32_767 ? cell : value }
        : { fault: make.SHAPE(where, { value: short(value), fault: `longer than ${field.max} characters` }) }
    case 'whole':
      return /^\d{1,15}$/.test(value)
        ? { value: Number(value) }
        : { fault: make.NUMBER(where, { value: short(value) }) }
    case 'choice': {
      const word = value.toLowerCase().replaceAll(/[\s_]+/g, '-')
      if (field.choices?.includes(word)) return { value: word }
      return { fault: make.CHOICE(where, { value: short(value), choices: field.choices?.join(', ') ?? '' }) }
    }
    case 'country': {
      const code = value.toUpperCase()
      if (code === 'UK' || parseCountry(code) !== undefined) return { value: code }
      return { fault: make.SHAPE(where, { value: short(value), fault: 'not a country code of two letters' }) }
    }
    case 'day': {
      const day = dayIn(value, options.dateOrder)
      return day === undefined ? { fault: make.DATE(where, { value: short(value) }) } : { value: day }
    }
    case 'instant': {
      const at = instantIn(value, options)
      return at === undefined ? { fault: make.INSTANT(where, { value: short(value) }) } : { value: at }
    }
  }
}

const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/

/** `2026-11-23`, `23.11.2026`, and with strokes or hyphens what has one reading only or a given order. */
export function dayIn(text: string, order: CellOptions['dateOrder']): string | undefined {
  const iso = parseDay(text)
  if (iso !== undefined) return iso
  const [, first, sign, second, year] = PARTS.exec(text) ?? []
  if (first === undefined || second === undefined) return undefined
  const dayFirst = civil(year, second, first)
  const monthFirst = civil(year, first, second)
  if (sign === '.' || order === 'dmy') return dayFirst
  if (order === 'mdy') return monthFirst
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return undefined
  return dayFirst ?? monthFirst
}

function civil(year: string | undefined, month: string, day: string): string | undefined {
  try {
    return dayOf(Number(year), Number(month), Number(day))
  } catch {
    return undefined
  }
}

/** A date and time with offset as it is; without one in the given zone. A day alone begins at midnight there. */
function instantIn(text: string, { dateOrder, zone }: CellOptions): string | undefined {
  const full = parseMoment(text)
  if (!('fault' in full) && full.epochMs !== undefined) return text
  if (zone === undefined) return undefined
  const [, date = '', hour = '0', minute = '00', second = '00'] =
    /^(\S+?)(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? []
  const day = dayIn(date, dateOrder)
  if (day === undefined) return undefined
  const local = parseMoment(`${day}T${hour.padStart(2, '0')}:${minute}:${second}[${zone}]`)
  return 'fault' in local || local.epochMs === undefined ? undefined : writtenMoment(local.epochMs, zone)
}
