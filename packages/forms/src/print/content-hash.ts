import { canonicalJson, sha256Hex } from '@vigie/kernel'
import type { Report } from '../report.js'

/**
 * The SHA-256 of a report's canonical content as 64 hexadecimal digits: of the RFC 8785 text of the whole report, attributes and
 * unplaced pieces included. Two reports have the same hash only if they say the same.
 */
export function contentHash(report: Report): string {
  const { form, version, attributes, fields, emptyGroups, unplaced } = report
  return sha256Hex(
    canonicalJson({
      form,
      version,
      attributes,
      fields,
      emptyGroups,
      unplaced: unplaced.map(u => ({ ...u })),
    }),
  )
}
