import { defineCatalogue, type Finding, kind } from '@vigie/kernel'
import { Problem } from '../problem/problem.js'

type Said = { says: string; mend: string }
const said = (about: string) =>
  kind<Said>(
    'blocks',
    about,
    p => p.says,
    p => p.mend,
  )

/** Why a step with a report cannot be taken. */
export const reportFindings = defineCatalogue('REPORT', {
  STATE: said('The step is not possible in the state the record is in.'),
  KIND: said('That kind of report cannot come next in the chain.'),
  'NO-FORM': said('No report can be drafted for that obligation.'),
  FIELD: said('The form has no such field to write.'),
  REVIEW: said('A copied answer was not reviewed.'),
  ASKED: kind<{ label: string; on: string }>(
    'may-stay-unknown',
    'Somebody was asked and has not answered yet.',
    p => `"${p.label}" was asked for on ${p.on}; there is no answer yet.`,
    () => 'Put the answer in when it comes, or "unknown" when it will not come.',
  ),
  SEAL: said('The approval does not hold for what the draft says now.'),
  'FOUR-EYES': said('The author cannot approve the own report.'),
  SIGNATURE: said('What was sent back is not what was shown to sign.'),
  PROOF: said('A report counts as sent only with proof.'),
  FILE: said('The file cannot be taken.'),
  PRINT: said('The PDF could not be made.'),
})

/** A step that the state machine does not have. */
export function wrongState(says: string, mend: string): Problem {
  return new Problem('wrong-state', {
    findings: [reportFindings.make.STATE({ path: 'state', place: 'body' }, { says, mend })],
  })
}

/** A problem with one sentence about one field of the body. */
export function refused(
  code: ConstructorParameters<typeof Problem>[0],
  name: 'KIND' | 'NO-FORM' | 'FIELD' | 'SEAL' | 'FOUR-EYES' | 'SIGNATURE' | 'PROOF' | 'FILE' | 'PRINT',
  path: string,
  text: Said,
  more: readonly Finding[] = [],
): Problem {
  const { make } = reportFindings
  return new Problem(code, { findings: [make[name]({ path, place: 'body' }, text), ...more] })
}
