import type { Finding } from '@vigie/kernel'
import * as z from 'zod'
import { type CaseFile, caseFile } from './case.js'
import { caseFindings } from './findings.js'
import { nearestWord } from './nearest.js'

/** A case that was read, or the faults that stand in the way; faults are reported all at once. */
export type ParsedCase =
  | { readonly ok: true; readonly case: CaseFile }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Reads a case file from JSON text.
 * Every unknown name and every wrong value is reported with its path; nothing is ignored or repaired.
 */
export function parseCaseText(text: string): ParsedCase {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const fault = error instanceof Error ? error.message.replace(/\.$/, '') : 'unreadable'
    const at = /position \d+( \(line \d+ column \d+\))?/.exec(fault)?.[0] ?? 'the end'
    return { ok: false, findings: [caseFindings.make.JSON({ path: at }, { fault, at })] }
  }
  return parseCase(json)
}

/** As {@link parseCaseText}, for a value that has been read from JSON already. */
export function parseCase(json: unknown): ParsedCase {
  const parsed = caseFile.safeParse(json)
  if (parsed.success) return { ok: true, case: parsed.data }
  return { ok: false, findings: parsed.error.issues.flatMap(issue => findingsOf(issue, json, [])) }
}

/** The published JSON Schema (2020-12) of a case file as it is written. */
export function caseJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(caseFile, { io: 'input', target: 'draft-2020-12' }) }
}

type Path = readonly PropertyKey[]

function findingsOf(issue: z.core.$ZodIssue, root: unknown, base: Path): Finding[] {
  const path = [...base, ...issue.path]
  const where = { path: jsonPath(path) }
  if (issue.code === 'invalid_union') {
    const branch = bestBranch(issue.errors, valueAt(root, path))
    if (branch !== undefined && !isYesNo(issue)) return branch.flatMap(inner => findingsOf(inner, root, path))
  }
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path)
    return issue.keys.map(key =>
      caseFindings.make['UNKNOWN-KEY'](
        { path: jsonPath([...path, key]) },
        { key, nearest: nearestWord(key, known) },
      ),
    )
  }
  if (issue.code === 'invalid_type' && valueAt(root, path) === undefined) {
    return [caseFindings.make.MISSING(where, { name: String(path.at(-1) ?? 'the case') })]
  }
  return [caseFindings.make.SHAPE(where, { fault: sentence(issue, valueAt(root, path)) })]
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  const shown = JSON.stringify(value)
  const given = shown === undefined || shown.length > 60 ? 'The value' : shown
  if (issue.code === 'invalid_value') {
    return `${given} is not one of ${issue.values.map(v => JSON.stringify(v)).join(', ')}`
  }
  if (issue.code === 'invalid_union')
    return `${given} does not fit; ${isYesNo(issue) ? 'write true, false or "unknown"' : 'none of the ways to write it matches'}`
  return issue.code === 'custom' ? issue.message : `${given}: ${issue.message}`
}

/** Whether a union is the one of yes and no: a boolean or one of two words. */
function isYesNo(issue: z.core.$ZodIssueInvalidUnion): boolean {
  return issue.errors.some(branch => branch.some(i => i.code === 'invalid_type' && i.expected === 'boolean'))
}

/** The alternative of a union the writer most likely meant: for an object the one whose names fit, else the bare value. */
function bestBranch(
  errors: readonly (readonly z.core.$ZodIssue[])[],
  value: unknown,
): readonly z.core.$ZodIssue[] | undefined {
  const isFactObject = typeof value === 'object' && value !== null && ('value' in value || 'state' in value)
  if (!isFactObject) return errors[0]
  const wanted = 'value' in value ? 3 : 'askedOn' in value ? 5 : 4
  return errors[wanted] ?? errors[0]
}

/** The names allowed at a path, from the published schema. */
function knownKeys(path: Path): readonly string[] {
  let at: unknown = z.toJSONSchema(caseFile, { io: 'input' })
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return []
    if (typeof step === 'number') at = 'items' in at ? at.items : undefined
    else if ('properties' in at) at = (at.properties as Record<string, unknown>)[String(step)]
    else return []
  }
  return typeof at === 'object' && at !== null && 'properties' in at && at.properties
    ? Object.keys(at.properties)
    : []
}

function valueAt(root: unknown, path: Path): unknown {
  let at: unknown = root
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at
}

/** `devices[0].markets[2]` */
export function jsonPath(path: Path): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${String(step)}`))
    .join('')
}
