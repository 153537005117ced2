import { defineCatalogue, type Finding, kind } from '@vigie/kernel'
import { type EmdnReleaseId, emdn } from './emdn.js'

/** What can be wrong with an EMDN code. */
export const emdnFindings = defineCatalogue('EMDN', {
  UNKNOWN: kind<{ code: string; release: string; nearest?: string }>(
    'blocks',
    'The code does not exist in the release.',
    p => `"${p.code}" is not a code of EMDN version ${p.release}.`,
    p =>
      p.nearest === undefined
        ? 'Search for the device by your own words.'
        : `The nearest group that exists is ${p.nearest}; choose a code below it.`,
  ),
  WRITTEN: kind<{ code: string; meant: string }>(
    'blocks',
    'The code exists, but is written with small letters, spaces or signs that do not belong to it.',
    p => `"${p.code}" is not written as a code.`,
    p => `Write it as ${p.meant}.`,
  ),
  'NOT-TERMINAL': kind<{ code: string; term: string; below: number }>(
    'recommended',
    'The code is a group; only codes at the end of a branch should be assigned (general knowledge, not confirmed).',
    p =>
      `${p.code} (${p.term}) is a group with ${p.below} ${p.below === 1 ? 'code' : 'codes'} directly below it.`,
    () => 'Choose the code at the end of the branch that describes the device.',
  ),
})

export interface EmdnCheckOptions {
  readonly release?: EmdnReleaseId
  /** Where the code stands, for the findings. `code` by default. */
  readonly path?: string
  /** The section letter of the form. */
  readonly place?: string
}

/** Everything wrong with one EMDN code; empty when nothing is. */
export function checkEmdnCode(code: string, options: EmdnCheckOptions = {}): readonly Finding[] {
  const release = emdn(options.release)
  const where = {
    path: options.path ?? 'code',
    ...(options.place === undefined ? {} : { place: options.place }),
  }
  const bare = code.toUpperCase().replace(/[\s.\-_/]/g, '')
  const entry = release.get(code) ?? release.get(bare)
  if (entry === undefined) {
    let group = bare.slice(0, -1)
    while (group !== '' && release.get(group) === undefined) group = group.slice(0, -1)
    const near = group === '' ? {} : { nearest: `${group} (${release.get(group)?.term ?? ''})` }
    return [emdnFindings.make.UNKNOWN(where, { code, release: release.id, ...near })]
  }
  const found: Finding[] = []
  if (entry.code !== code) found.push(emdnFindings.make.WRITTEN(where, { code, meant: entry.code }))
  if (!entry.terminal) {
    const below = release.children(entry.code).length
    found.push(emdnFindings.make['NOT-TERMINAL'](where, { ...entry, below }))
  }
  return found
}
