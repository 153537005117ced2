import { RecordError } from '../errors.js'

/**
 * How column types become JavaScript values, one table for both engines. Everything is JSON: what is read can be
 * hashed, sent and compared as it is.
 *
 * | type | value |
 * |---|---|
 * | int8 | number; a RecordError when it does not fit one exactly |
 * | timestamptz | text `2026-11-23T15:05:00.123Z` (columns have millisecond precision) |
 * | date, numeric, uuid, text | text |
 * | json, jsonb | the value |
 */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  20: exactNumber,
  114: parseJson,
  1082: same,
  1114: same,
  1184: instant,
  1700: same,
  3802: parseJson,
}

function same(text: string): string {
  return text
}

function parseJson(text: string): unknown {
  return JSON.parse(text)
}

function exactNumber(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new RecordError('value-too-large', `${text} does not fit a number exactly; read it as text (::text).`)
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)([+-]\d{2})(?::?(\d{2}))?$/

/** PostgreSQL's ISO text of an instant as UTC with milliseconds. `infinity` and years beyond 9999 stay as they are. */
function instant(text: string): string {
  const m = TIMESTAMP.exec(text)
  if (m === null) return text
  return new Date(`${m[1]}T${m[2]}${m[3]}:${m[4] ?? '00'}`).toISOString()
}
