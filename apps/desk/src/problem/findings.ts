import { jsonPath } from '@vigie/facts'
import { defineCatalogue, type Finding, kind } from '@vigie/kernel'
import type * as z from 'zod'

/** Faults in what was sent to the API. Faults inside a case file carry the codes of the facts package. */
export const deskFindings = defineCatalogue('DESK', {
  SHAPE: kind<{ fault: string }>(
    'blocks',
    'A value has the wrong shape.',
    p => `${p.fault}.`,
    () => 'Write it as the API description (/openapi.json) says.',
  ),
  MISSING: kind<{ name: string }>(
    'blocks',
    'A needed value is missing.',
    p => `${p.name} is missing.`,
    () => 'Add it.',
  ),
  'UNKNOWN-KEY': kind<{ name: string }>(
    'blocks',
    'A name the API does not know.',
    p => `${p.name} is not known here.`,
    () => 'Remove it or correct its spelling; nothing is ignored silently.',
  ),
  CHARACTER: kind<{ fault: string }>(
    'blocks',
    'A text holds a character that cannot be kept.',
    p => `The text holds ${p.fault}, which cannot be kept.`,
    () => 'Remove that character.',
  ),
  PASSWORD: kind<{ fault: string }>(
    'blocks',
    'A password that is too easy to guess.',
    p => p.fault,
    () => 'Choose at least 12 characters, for example four words.',
  ),
  REFERENCE: kind<{ name: string }>(
    'blocks',
    'What a field points to is not there.',
    p => `What ${p.name} points to is not in this tenant.`,
    () => 'Give the id of a record of the same tenant.',
  ),
  OVERLAP: kind<{ from: string; to: string }>(
    'blocks',
    'Two periods of the same figure share days.',
    p => `There is a figure for ${p.from} to ${p.to} already; the same units would be counted twice.`,
    () => 'Choose periods that do not share days, or correct the figure that is there.',
  ),
  ORDER: kind<{ name: string; before: string }>(
    'blocks',
    'A period ends before it begins.',
    p => `${p.name} lies before ${p.before}.`,
    () => 'Correct one of the two days.',
  ),
  STATE: kind<{ from: string; to: string }>(
    'blocks',
    'A state that cannot follow the one before.',
    p => `The state cannot go from ${p.from} to ${p.to}.`,
    () => 'A signal is linked by linking it to a case, and free again when it is unlinked.',
  ),
  REASON: kind<{ name: string }>(
    'blocks',
    'A change that takes a reason.',
    p => `A correction of ${p.name} takes a reason.`,
    () => 'Say in the field reason why it was wrong.',
  ),
  MESSAGE: kind<{ fault: string }>(
    'blocks',
    'A file that is no e-mail message.',
    p => `The file is not an e-mail message that can be read: ${p.fault}.`,
    () => 'Save the message from the mail program as .eml and send that file, or paste its text.',
  ),
  'DUPLICATE-OF': kind<{ fault: string }>(
    'blocks',
    'A signal that cannot be the first of its duplicates.',
    p => `${p.fault}.`,
    () => 'Name the first signal, of which both are duplicates.',
  ),
  CURSOR: kind<object>(
    'blocks',
    'A cursor this server did not give.',
    () => 'The cursor cannot be read.',
    () => 'Send the nextCursor of the page before, unchanged, or none for the first page.',
  ),
})

export type Place = 'body' | 'query' | 'path' | 'header'

/** The faults that a schema found, each with its path and where in the request it stands. */
export function findingsOf(issues: readonly z.core.$ZodIssue[], place: Place): Finding[] {
  return issues.flatMap(issue => {
    const where = { path: jsonPath(issue.path), place }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(name =>
        deskFindings.make['UNKNOWN-KEY']({ path: jsonPath([...issue.path, name]), place }, { name }),
      )
    }
    const name = String(issue.path.at(-1) ?? `The ${place}`)
    // The library says what it got in its sentence only.
    if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
      return [deskFindings.make.MISSING(where, { name })]
    }
    return [deskFindings.make.SHAPE(where, { fault: `${name}: ${issue.message.replace(/\.$/, '')}` })]
  })
}
