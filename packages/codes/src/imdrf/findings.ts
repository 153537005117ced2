import { defineCatalogue, kind } from '@vigie/kernel'
import type { ImdrfAnnex } from './entry.js'

interface Named {
  readonly code: string
  readonly term: string
}

const named = (p: Named): string => `${p.code} (${p.term})`

/** What can be wrong with an IMDRF code in a report. Basis: IMDRF/AE WG/N43 (the release named) and N86. */
export const imdrfFindings = defineCatalogue('IMDRF', {
  UNKNOWN: kind<{ code: string; release: string; nearest?: Named }>(
    'blocks',
    'The code does not exist in the release.',
    p => `"${p.code}" is not a code of the IMDRF release ${p.release}.`,
    p =>
      p.nearest === undefined
        ? 'Search for the right code by your own words, or name the release the code comes from.'
        : `The nearest group that exists is ${named(p.nearest)}; choose a code below it or search by your own words.`,
  ),
  WRITTEN: kind<{ code: string; meant: string }>(
    'blocks',
    'The code exists, but is written with small letters, spaces or signs that do not belong to it.',
    p => `"${p.code}" is not written as a code.`,
    p => `Write it as ${p.meant}.`,
  ),
  'WRONG-ANNEX': kind<Named & { annex: ImdrfAnnex; expected: ImdrfAnnex; title: string }>(
    'blocks',
    'The code belongs to another annex than the field asks for.',
    p => `${named(p)} belongs to annex ${p.annex}; this field takes annex ${p.expected} (${p.title}).`,
    p =>
      `Move the code to the field for annex ${p.annex}, and choose a code that begins with ${p.expected} here.`,
  ),
  'NOT-SELECTABLE': kind<Named>(
    'blocks',
    'The code is a heading that may not be reported.',
    p => `${named(p)} is a heading and may not be reported.`,
    p => `Choose a code below ${p.code}.`,
  ),
  RETIRED: kind<Named & { since: string; advice: string }>(
    'recommended',
    'The code is retired. It stays readable in old reports.',
    p => `${named(p)} was retired with release ${p.since}.`,
    p => `Use ${p.advice}.`,
  ),
  EXPLAIN: kind<Named>(
    'blocks',
    'The code says that no term fits, so the field for a missing code must tell what the term should say.',
    p => `${named(p)} says that no term fits, and the explanation is missing.`,
    () => 'Say in the field for a missing code, in your own words, what the term should say.',
  ),
  'NOT-YET-KNOWN': kind<Named>(
    'blocks',
    'The code says that the answer is not yet known, which a final report cannot say.',
    p => `${named(p)} says that the answer is not yet known, and this is a final report.`,
    () => 'Replace it by the result of the investigation, or send a follow-up report instead.',
  ),
  'LOWER-LEVEL': kind<Named & { below: number; example: Named }>(
    'recommended',
    'There are more specific codes below this one (N86: choose the lowest level that fits).',
    p => `${named(p)} has ${p.below} more specific ${p.below === 1 ? 'code' : 'codes'} below it.`,
    p => `Choose the lowest level that fits, for example ${named(p.example)}; keep ${p.code} if none fits.`,
  ),
})
