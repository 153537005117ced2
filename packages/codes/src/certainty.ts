/**
 * How sure the project is of a fact of law or practice.
 * `verified`: read in the primary text or in official guidance. `secondary-source`: stated by at least one secondary source.
 * `not-confirmed`: general knowledge, not confirmed in a text. `requires-confirmation`: a person must confirm it before
 * anything is enforced on it.
 */
export type Certainty = 'verified' | 'secondary-source' | 'not-confirmed' | 'requires-confirmation'

/** Whether a fact must be shown as one that a person has to confirm first. */
export function requiresConfirmation(certainty: Certainty): boolean {
  return certainty === 'requires-confirmation'
}
