import { type Investigation, valueOf } from '@vigie/facts'
import { generalComments } from '../comments.js'
import type { DraftContext } from '../context.js'
import { copy, type MappingRow, yesNoText } from '../mapping-row.js'
import { imdrfRows } from './imdrf.js'

type Text = {
  [K in keyof Investigation]-?: Investigation[K] extends string | undefined ? K : never
}[keyof Investigation]
type Question =
  | 'substanceSuspected'
  | 'rootCauseConfirmed'
  | 'substanceRelated'
  | 'riskReviewed'
  | 'riskStillAdequate'

const text = (element: string, part: Text, when: (x: DraftContext) => boolean = () => true): MappingRow =>
  copy(`mfr_invest/${element}`, `investigation.${part}`, x =>
    when(x) ? x.file.investigation?.[part] : undefined,
  )

const question = (
  element: string,
  part: Question,
  when: (x: DraftContext) => boolean = () => true,
): MappingRow =>
  copy(`mfr_invest/${element}`, `investigation.${part}`, x =>
    when(x) ? yesNoText(x.file.investigation?.[part]) : undefined,
  )

const reviewed = (x: DraftContext) => valueOf(x.file.investigation?.riskReviewed) === true
const notReviewed = (x: DraftContext) => valueOf(x.file.investigation?.riskReviewed) === false
const codes = (part: 'type' | 'findings' | 'conclusions' | 'components') => (x: DraftContext) =>
  x.file.investigation?.imdrf?.[part]

/** Sections 4.1 and 4.2. */
export const analysisRows: readonly MappingRow[] = [
  text('manufacturersPrelimAnalysis', 'preliminary'),
  question('suspicionRelationship', 'substanceSuspected'),
  text('manufacturersInitialCorrecAction', 'initialActions'),
  text('furtherInvestigations', 'planned'),
  text('rootCauses', 'rootCause'),
  // The form asks for the reason only where the final report says that the incident is not reportable.
  text('manufacturersWhyNotReportable', 'notReportableBecause', x => x.key === 'FN'),
  question('rootCauseConfirmed', 'rootCauseConfirmed'),
  question('relationshipIncidentSubstance', 'substanceRelated'),
  question('riskAssReviewed', 'riskReviewed'),
  text('rationaleNoReview', 'noReviewBecause', notReviewed),
  question('riskAssAdequate', 'riskStillAdequate', reviewed),
  text('riskAssResults', 'riskResults', reviewed),
  ...imdrfRows('mfr_invest/imdrfTypeInvestigationCodeChoice', 8, 'investigation.imdrf.type', codes('type')),
  ...imdrfRows(
    'mfr_invest/imdrfInvestigationFindingsCodeChoice',
    6,
    'investigation.imdrf.findings',
    codes('findings'),
  ),
  ...imdrfRows(
    'mfr_invest/imdrfInvestigationConclusionCodeChoice',
    6,
    'investigation.imdrf.conclusions',
    codes('conclusions'),
  ),
  copy(
    'mfr_invest/imdrfMissingCodeCauseInvestigation',
    'investigation.imdrf.causeMissing',
    x => x.file.investigation?.imdrf?.causeMissing,
  ),
  ...imdrfRows(
    'mfr_invest/imdrfComponentCodeChoice',
    6,
    'investigation.imdrf.components',
    codes('components'),
  ),
  copy(
    'mfr_invest/imdrfMissingComponentCodes',
    'investigation.imdrf.componentMissing',
    x => x.file.investigation?.imdrf?.componentMissing,
  ),
  text('correctiveAction', 'actions'),
  text('correctiveActionSchedule', 'actionSchedule'),
  text('manufacturersFinalComments', 'finalComments'),
]

/** Section 5. */
export const commentRows: readonly MappingRow[] = [
  copy(
    'other_reporting_info/AdditionalComments',
    x => (x.file.report?.comments === undefined ? 'assessment.judgedNotReportable' : 'report.comments'),
    generalComments,
  ),
]
