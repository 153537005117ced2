import type { Finding } from '@vigie/kernel'
import { rowsByPath } from '../../table/index-of.js'
import { type AnyRow, type Aspect, isConfirmed, type ReportKey } from '../../table.js'
import { walk } from '../../walk.js'
import type { Cursor } from '../../xml/cursor.js'
import { mir721 } from '../7.2.1/table.js'
import { mir731 } from './table.js'

/** On which aspect of its row a fault rests. */
const ASPECT: Readonly<Record<string, Aspect>> = {
  'SCHEMA-MISSING': 'required',
  'SCHEMA-ORDER': 'position',
  'SCHEMA-TOO-OFTEN': 'type',
  'SCHEMA-ONE-BRANCH': 'type',
  'SCHEMA-UNKNOWN-ELEMENT': 'name',
}

/**
 * What is wrong with a document of 7.3.1 as far as that can be said without its schemas. Nothing unverified blocks:
 *
 * - A fault that the official schemas of 7.2.1 find as well keeps its severity, and says what it rests on.
 * - A fault that rests on a confirmed fact about 7.3.1 stays as it is.
 * - Any other becomes `may-stay-unknown` (a missing answer) or `recommended`, and says that it is not confirmed. So does
 *   an element that is not known: it may be one of 7.3.1 that no source told of.
 */
export function faults731(cursor: Cursor, key: ReportKey | undefined): readonly Finding[] {
  const before = new Set(walk(mir721, cursor, key).faults.map(f => `${f.code} ${f.path}`))
  return walk(mir731, cursor, key).faults.map(fault => {
    if (fault.code === 'SCHEMA-UNKNOWN-ELEMENT') return doubtful(fault)
    const row = rowOf(fault.path)
    if (row !== undefined && isConfirmed(row, ASPECT[fault.code] ?? 'type')) return fault
    if (before.has(`${fault.code} ${fault.path}`))
      return {
        ...fault,
        message: `${fault.message} So it is in the official schema of MIR 7.2.1; for ${mir731.version} it is not confirmed.`,
      }
    return row === undefined ? fault : doubtful(fault)
  })
}

function doubtful(fault: Finding): Finding {
  return {
    ...fault,
    severity: fault.code === 'SCHEMA-MISSING' ? 'may-stay-unknown' : 'recommended',
    message: `${fault.message} This is not confirmed for MIR ${mir731.version}.`,
  }
}

function rowOf(xpath: string): AnyRow | undefined {
  if (xpath.includes('@')) return undefined
  const path = xpath
    .replace(/\[\d+\]/g, '')
    .split('/')
    .slice(2)
    .join('/')
  return rowsByPath(mir731).get(path)?.row
}
