import type { Row } from '@vigie/record'

export type SubmissionState = Row<'submissions'>['state']
export const SUBMISSION_STATES = [
  'prepared',
  'waiting',
  'sent',
  'acknowledged',
  'failed',
] as const satisfies readonly SubmissionState[]

/** `state`: said by a person. `sent`: with proof. `receipt`: the authority answered. */
type Door = 'state' | 'sent' | 'receipt'

/** Every step of a submission. What is not here is refused. */
const STEPS: Readonly<Record<SubmissionState, Partial<Record<SubmissionState, Door>>>> = {
  prepared: { waiting: 'state', failed: 'state', sent: 'sent' },
  waiting: { prepared: 'state', failed: 'state', sent: 'sent' },
  sent: { acknowledged: 'receipt', failed: 'state' },
  acknowledged: {},
  failed: { prepared: 'state', waiting: 'state', sent: 'sent' },
}

const DOORS: Readonly<Record<Door, string>> = {
  state: 'POST /submissions/{id}/state does that.',
  sent: 'A submission counts as sent only with proof: POST /submissions/{id}/sent.',
  receipt: 'The answer of the authority is recorded by POST /submissions/{id}/receipts.',
}

/** Why a submission cannot go from one state to another by a door; undefined where it can. */
export function whyNotSubmission(
  from: SubmissionState,
  to: SubmissionState,
  door: Door,
): { readonly says: string; readonly mend: string } | undefined {
  const own = STEPS[from][to]
  if (own === door) return undefined
  if (own !== undefined) return { says: `A submission does not become ${to} this way.`, mend: DOORS[own] }
  const next = Object.keys(STEPS[from])
  return {
    says: `The submission is ${from} and cannot become ${to}.`,
    mend:
      next.length === 0 ? 'It is settled; prepare a new one.' : `From here it can become ${next.join(', ')}.`,
  }
}
