import { isMember } from '@vigie/codes'
import type { Day } from '@vigie/kernel'
import { countriesOf, mirVariants } from '../mir/variants/index.js'
import type { Countries, MirVariant, VariantId } from '../mir/variants/variant.js'
import { mirTables } from '../mir/versions.js'
import type { FieldTable } from '../table.js'

/** Under which law the authority receives the report: the Union, Northern Ireland, Great Britain or Switzerland. */
export type TargetName = VariantId

/** How the form is filled for the authority. */
export type Target = MirVariant

export function targetOf(name: TargetName): Target {
  return mirVariants[name]
}

/** The field table of the form version that the authority takes. Throws RangeError where there is none: a bug. */
export function tableOf(target: Target): FieldTable {
  const table = mirTables.get(target.version)
  if (table === undefined) throw new RangeError(`no table of MIR ${target.version}`)
  return table
}

/** What the one box of section 2.5.a stands for that is ticked instead of single countries. */
const COVERED_BY_ALL: Readonly<Partial<Record<Target['version'], Countries>>> = {
  '7.2.1': { set: 'eea', and: ['CH', 'TR'] },
}

/** The countries of that box on a day; none where the words of the box are not known, so that it is never ticked. */
export function coveredByAll(target: Target, on: Day): readonly string[] {
  const covered = COVERED_BY_ALL[target.version]
  return covered === undefined ? [] : countriesOf(covered, on)
}

/**
 * Whether an agreement on periodic summary reports with the authority of a country holds for this authority too: in
 * the Union they are made with one authority for all (MDR Art 87(9)), elsewhere with the own authority alone.
 */
export function sharesAgreementsWith(target: Target, country: string, on: Day): boolean {
  if (target.id === 'EU' || target.id === 'NI') return isMember(country, 'union-market', on)
  return target.territory.and?.includes(country) === true
}

/** The place in the case of each representative. */
export const REPRESENTATIVES = {
  'authorised-representative': 'authorisedRepresentative',
  'swiss-representative': 'swissRepresentative',
  'uk-responsible-person': 'ukResponsiblePerson',
} as const
