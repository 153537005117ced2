import { type Organisation, valueOf } from '@vigie/facts'
import type { DraftContext } from './context.js'
import { REPRESENTATIVES } from './target.js'

/** Who submits a report, as one of the three branches of section 1.3. */
export interface Submitter {
  readonly branch: 'reporterMfr' | 'reporterAR' | 'reporterOther'
  /** The place in the case that decides it. */
  readonly because: string
  /** For the third branch: who it is, in the words of the form. */
  readonly text?: string | undefined
  readonly organisation: Organisation | undefined
  /** Place of the organisation in the case. */
  readonly from: string
}

/**
 * Decides who submits: whoever the case names for this authority; else the representative that the law of the
 * authority knows, if its mandate says so or the law puts the report on it; else the manufacturer.
 */
export function submitterOf(x: DraftContext): Submitter {
  const representative = representativeOf(x)
  const named = x.file.report?.submitter
  if (named?.where.includes(x.target.id)) {
    const because = 'report.submitter.as'
    if (named.as === 'manufacturer') return { ...manufacturerOf(x), because }
    if (named.as === 'authorised-representative') {
      const from = 'authorisedRepresentative'
      return { branch: 'reporterAR', because, organisation: x.file[from], from }
    }
    const other = named.organisation === undefined ? representative : undefined
    return {
      branch: 'reporterOther',
      because,
      text: named.text ?? (other?.branch === 'reporterOther' ? other.text : undefined),
      organisation: named.organisation ?? other?.organisation,
      from: other?.from ?? 'report.submitter.organisation',
    }
  }
  if (representative === undefined) return manufacturerOf(x)
  return representative.submits ? representative : { ...manufacturerOf(x), because: representative.because }
}

function manufacturerOf(x: DraftContext): Submitter {
  return {
    branch: 'reporterMfr',
    because: 'manufacturer',
    organisation: x.file.manufacturer,
    from: 'manufacturer',
  }
}

/** The representative that the law of the authority knows, and whether it submits. */
function representativeOf(x: DraftContext): (Submitter & { readonly submits: boolean }) | undefined {
  const rule = x.target.submitter
  const from = REPRESENTATIVES[rule.representative]
  const organisation = x.file[from]
  if (organisation === undefined) return undefined
  const says = valueOf(organisation.submitsReports)
  return {
    branch: rule.asSubmitter.branch,
    text: rule.asSubmitter.otherText,
    organisation,
    from,
    because: `${from}.submitsReports`,
    submits: says ?? rule.whereMandateIsSilent === 'representative',
  }
}
