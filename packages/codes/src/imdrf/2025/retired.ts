import type { Replacement } from '../entry.js'

/** Retired codes of release 2025 and what to use instead. The year is that of the release that retired the code. */
export const RETIRED: Readonly<Record<string, Replacement>> = {
  A0202: { since: '2025', codes: ['A020102'], orMoreSpecific: true },
  A0203: { since: '2025', codes: ['A020102'], orMoreSpecific: true },
  A0204: { since: '2025', codes: ['A0207'], orMoreSpecific: false },
  A071205: { since: '2023', codes: ['A0723'], orMoreSpecific: false },
  B08: { since: '2025', codes: ['B26', 'B27'], orMoreSpecific: false },
  E0138: { since: '2025', codes: ['E2131'], orMoreSpecific: false },
  E0753: { since: '2025', codes: ['E0759', 'E170401', 'E2003'], orMoreSpecific: false },
  E1026: { since: '2024', codes: ['E2108'], orMoreSpecific: false },
  E2107: { since: '2025', codes: ['E2403'], orMoreSpecific: true },
  F1006: { since: '2025', codes: ['F1010', 'F30'], orMoreSpecific: false },
  G04081: { since: '2020', codes: ['G04040'], orMoreSpecific: false },
}
