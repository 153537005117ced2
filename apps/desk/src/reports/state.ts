import type { Row } from '@vigie/record'

export const DRAFT_STATES = [
  'draft',
  'in-review',
  'approved',
  'issued',
  'abandoned',
] as const satisfies readonly Row<'report_drafts'>['state'][]
export type DraftState = (typeof DRAFT_STATES)[number]

/** By which door a step is taken. */
export type Door = 'state' | 'approval' | 'issue'

export interface Step {
  readonly door: Door
  /** Who may take it: authors, or authors and reviewers. */
  readonly by: 'authors' | 'authors-and-reviewers'
  readonly needsReason: boolean
}

const by = (who: Step['by'], needsReason: boolean): Step => ({ door: 'state', by: who, needsReason })

/** Every step there is. What is not here is refused. */
const STEPS: Readonly<Record<DraftState, Partial<Record<DraftState, Step>>>> = {
  draft: { 'in-review': by('authors', false), abandoned: by('authors', true) },
  'in-review': {
    draft: by('authors-and-reviewers', true),
    approved: { door: 'approval', by: 'authors-and-reviewers', needsReason: false },
    abandoned: by('authors', true),
  },
  approved: {
    draft: by('authors-and-reviewers', true),
    issued: { door: 'issue', by: 'authors', needsReason: false },
    abandoned: by('authors', true),
  },
  issued: {},
  abandoned: {},
}

const WORDS: Readonly<Record<DraftState, string>> = {
  draft: 'a draft',
  'in-review': 'in review',
  approved: 'approved',
  issued: 'issued',
  abandoned: 'abandoned',
}
const DOORS: Readonly<Record<Exclude<Door, 'state'>, string>> = {
  approval: 'A draft becomes approved by a signature: POST /drafts/{id}/approval.',
  issue: 'A report is issued by POST /drafts/{id}/issue.',
}

export type StepResult =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly says: string; readonly mend: string }

/** Whether a draft can go from one state to another by a door; otherwise why not, and what can be done. */
export function stepOf(from: DraftState, to: DraftState, door: Door): StepResult {
  const step = STEPS[from][to]
  if (step === undefined) {
    const next = Object.keys(STEPS[from])
    const mend =
      next.length === 0
        ? 'Nothing follows this state; draft the next report of the chain.'
        : `From here it can become ${next.join(', ')}.`
    return { ok: false, says: `The report is ${WORDS[from]} and cannot become ${WORDS[to]}.`, mend }
  }
  if (step.door !== door) {
    const mend = step.door === 'state' ? 'POST /drafts/{id}/state does that.' : DOORS[step.door]
    return { ok: false, says: `The report does not become ${WORDS[to]} this way.`, mend }
  }
  return { ok: true, step }
}
