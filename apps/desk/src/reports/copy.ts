import { type Answer, editAnswer, mirTableOf, type Report, rowsByPath, textsAt } from '@vigie/forms'
import type { DraftContent } from './content.js'

export interface Copied {
  readonly content: DraftContent
  readonly copied: readonly string[]
  /** What was not taken, with the reason. */
  readonly left: readonly { readonly path: string; readonly why: string }[]
}

/** What stays the same from incident to incident: who reports and who makes the device (1.3), and the device itself (2). */
const OF_DEVICE = ['admin_info/contact_info/', 'device_info/']
/** Of the device in one incident alone: its identifiers, its age, its place in a body. */
const OF_PIECE =
  /\/(udiPI|serialNum|batchNum|deviceSoftwareVer|deviceFirmwareVer|deviceMfrDate|deviceExpiryDate|(Im|Ex)planted\w+|(im|ex)plantFacilityName)(LI)?$|\/implantDuration\//

/**
 * Copies what stays the same from an earlier report of the same device into the fields that are not answered yet. Each
 * copied field has to be looked at before the report can go out.
 */
export function copyInto(
  content: DraftContent,
  from: { readonly id: string; readonly report: Report },
): Copied {
  const table = mirTableOf(content.report)
  const rows = rowsByPath(table)
  const left: { path: string; why: string }[] = []
  const copied: string[] = []
  let { report } = content
  for (const [path, answer] of Object.entries(from.report.fields)) {
    if (answer === undefined || answer.state === 'not-answered' || !OF_DEVICE.some(p => path.startsWith(p)))
      continue
    const row = rows.get(path)?.row
    if (row?.kind === 'leaf' && row.twin !== undefined && 'ofPlain' in row.twin) continue
    const why = whyNot(content.report, rows, path, answer)
    if (why === 'same') continue
    if (why !== undefined) {
      left.push({ path, why })
      continue
    }
    report = editAnswer(table, report, path, answer)
    copied.push(path)
  }
  const source = `report: ${from.id}`
  const review = [
    ...content.review.filter(r => r.reportId !== from.id),
    {
      reportId: from.id,
      fields: {
        ...content.review.find(r => r.reportId === from.id)?.fields,
        ...Object.fromEntries(copied.map(path => [path, false])),
      },
    },
  ]
  return {
    content: {
      ...content,
      report,
      review: copied.length === 0 ? content.review : review,
      sources: { ...content.sources, ...Object.fromEntries(copied.map(path => [path, source])) },
    },
    copied,
    left,
  }
}

function whyNot(
  now: Report,
  rows: ReturnType<typeof rowsByPath>,
  path: string,
  answer: Answer,
): string | undefined {
  if (rows.get(path)?.row.kind !== 'leaf') return 'This version of the form has no such field.'
  if (OF_PIECE.test(path)) return 'It belongs to the single device of that incident.'
  const own = now.fields[path]
  if (own !== undefined && own.state !== 'not-answered') {
    const isSame = own.state === answer.state && textsAt(now, path).join('\n') === textsOf(answer)
    return isSame ? 'same' : 'The draft has another answer already.'
  }
  const other = Object.keys(now.fields).find(f => inOtherBranch(rows, path, f))
  return other === undefined ? undefined : 'The draft fills another branch of this choice.'
}

const textsOf = (answer: Answer) => (answer.state === 'answered' ? answer.texts.join('\n') : '')

/** Whether two fields lie in different branches of one choice. */
export function inOtherBranch(rows: ReturnType<typeof rowsByPath>, a: string, b: string): boolean {
  const [left, right] = [a.split('/'), b.split('/')]
  const differs = left.findIndex((part, i) => part !== right[i])
  const parent = rows.get(left.slice(0, differs).join('/'))?.row
  return differs > 0 && parent?.kind === 'group' && parent.order === 'choice'
}
