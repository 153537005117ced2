import type { DraftContext } from './context.js'

/**
 * Section 5: the comments of the case, and before them the explanation that is owed where awareness of the incident
 * (1.2.c) and of its reportability (1.2.d) fall on different days (MDCG 2023-3 Rev. 2, Q15). A version of the form
 * without 1.2.d can name the second day only here.
 */
export function generalComments(x: DraftContext): string | undefined {
  const parts = [differenceOfDates(x), x.file.report?.comments].filter(t => t !== undefined)
  return parts.length === 0 ? undefined : parts.join('\n\n')
}

/** Whether the two awareness days are known and differ. */
export function awarenessDiffers(x: DraftContext): boolean {
  const { incident, reportability } = x.request.awareness
  return incident !== undefined && reportability !== undefined && incident !== reportability
}

function differenceOfDates(x: DraftContext): string | undefined {
  const judged = x.file.assessment?.judgedNotReportable
  if (!awarenessDiffers(x) || judged === undefined) return undefined
  const { incident, reportability } = x.request.awareness
  return (
    `The manufacturer became aware of the incident on ${incident} and of its reportability on ${reportability}. ` +
    `The incident was first judged not to be reportable, on ${judged.on}: ${judged.because}`
  )
}
