import type { NoContent } from '../entry.js'

/** Codes that say nothing about the event itself, by what they say instead. */
export const NO_CONTENT: Readonly<Record<NoContent, readonly string[]>> = {
  'no-suitable-term': ['A27', 'C22', 'D17', 'E2402', 'F28', 'G07002'],
  'not-yet-known': ['B21', 'C21', 'D16'],
  'insufficient-information': ['A26', 'B22', 'E2401', 'F24', 'G07003'],
  'nothing-found': ['A25', 'C19', 'C20', 'D14', 'D15', 'E2403', 'F26', 'F27', 'G07001'],
  'device-not-available': ['B17', 'B20'],
}
