import type { Finding } from '@vigie/kernel'
import type { Report } from '../report.js'
import { writeDocument } from '../write-report.js'
import type { ReadLimits } from '../xml/read.js'
import { mirTableOf } from './compare.js'
import { gathered } from './gathered.js'
import { type OpenMir, openMir, reportOf } from './open.js'

/** A report read from a file, and what there is to say about the reading. No report: the findings say why. */
export interface ReadResult {
  readonly report?: Report
  readonly findings: readonly Finding[]
}

/**
 * Reads a MIR in XML or in the data of the PDF form. Never throws on input; nothing read is lost: what has no place in
 * the form is kept in the report and told as a finding. Whether the report is valid is for `checkMir` to say.
 */
export function readMir(bytes: Uint8Array, limits: ReadLimits = {}): ReadResult {
  const opened = openMir(bytes, readOpen, limits)
  return 'read' in opened ? opened.read : { findings: [opened.finding] }
}

function readOpen(mir: OpenMir): ReadResult {
  return { report: reportOf(mir), findings: [...mir.findings, ...gathered(mir.walked.unplacedFindings)] }
}

/** Writes a report as XML of its version. Throws RangeError for a report of a version that is not known. */
export function writeMir(report: Report): string {
  return writeDocument(mirTableOf(report), report)
}
