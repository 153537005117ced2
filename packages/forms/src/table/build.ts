import type { AnyRow, Certainty, EmptyWords, Group, Holds, ImdrfAnnex, Leaf, SimpleType } from '../table.js'

/** What a row of a leaf may leave out: not required, once, confirmed. */
export type LeafSpec<Name extends string> = Pick<Leaf<Name>, 'name' | 'place' | 'label' | 'help' | 'type'> &
  Partial<Omit<Leaf<Name>, 'kind'>>

/** One field. Left out: `required: 'none'`, not repeating, confirmed. */
export function leaf<const Name extends string>(spec: LeafSpec<Name>): Leaf<Name> {
  return { kind: 'leaf', required: 'none', repeats: false, certainty: 'confirmed', ...spec }
}

export type GroupSpec<Name extends string, Row extends AnyRow> = Pick<
  Group<Name, Row>,
  'name' | 'place' | 'label' | 'help' | 'rows'
> &
  Partial<Omit<Group<Name, Row>, 'kind'>>

/** An element that holds rows. Left out: `required: 'none'`, a sequence, confirmed. */
export function group<const Name extends string, const Row extends AnyRow>(
  spec: GroupSpec<Name, Row>,
): Group<Name, Row> {
  return { kind: 'group', required: 'none', order: 'sequence', certainty: 'confirmed', ...spec }
}

/** Text of at most `max` code points, at least `min`. Without numbers: any text. */
export function text(max?: number, min?: number): SimpleType {
  return {
    base: 'string',
    ...(min === undefined ? {} : { minLength: min }),
    ...(max === undefined ? {} : { maxLength: max }),
  }
}

/** One of these texts. */
export function oneOf(values: readonly string[]): SimpleType {
  return { base: 'string', values }
}

export const DATE: SimpleType = { base: 'date' }
export const DATE_TIME: SimpleType = { base: 'dateTime' }
export const INTEGER: SimpleType = { base: 'integer' }
export const DECIMAL: SimpleType = { base: 'decimal' }
export const YES_NO: SimpleType = oneOf(['Yes', 'No'])

/** Marks aspects of a row as not read in a primary source. */
export function unverified(
  source: string,
  ...aspects: Exclude<Certainty, 'confirmed'>['requiresConfirmation'][number][]
): Certainty {
  return { requiresConfirmation: aspects, source }
}

/** The literal that the form asks for where a reference number or a UDI is not known. */
export const UNKNOWN_WORD: EmptyWords = { unknown: 'Unknown' }

/** A field whose several values are typed with `;` between them, and its list twin `…LI` with one element a value. */
export function withList<const Name extends string>(
  spec: LeafSpec<Name>,
): readonly [Leaf<Name>, Leaf<`${Name}LI`>] {
  const twin: `${Name}LI` = `${spec.name}LI`
  return [
    leaf({ ...spec, twin: { inList: twin } }),
    leaf<`${Name}LI`>({
      ...spec,
      name: twin,
      label: `${spec.label} (list)`,
      help: 'One element for each value of the field before it. Written by software, not typed by people.',
      required: 'none',
      repeats: true,
      twin: { ofPlain: spec.name },
    }),
  ]
}

type Choices<Max extends 6 | 8> = Max extends 6 ? 1 | 2 | 3 | 4 | 5 | 6 : 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** The fields for IMDRF codes of one annex, `<prefix>1` (most relevant) to `<prefix>max`. Only choice 1 is ever required. */
export function imdrfChoices<const Prefix extends string, const Max extends 6 | 8>(
  prefix: Prefix,
  max: Max,
  annex: ImdrfAnnex,
  spec: Omit<LeafSpec<string>, 'name' | 'holds' | 'type'> & { readonly type?: SimpleType },
): readonly Leaf<`${Prefix}${Choices<Max>}`>[] {
  return Array.from({ length: max }, (_, i) => {
    const choice = i + 1
    const holds: Holds = { is: 'imdrf-code', annex, choice }
    const { required = 'none', wanted, ...rest } = spec
    return leaf({
      type: text(7, 3),
      ...rest,
      // The index runs from 1 to `max`, which is exactly what `Choices` lists.
      name: `${prefix}${choice}` as `${Prefix}${Choices<Max>}`,
      label: `${spec.label}, choice ${choice}`,
      required: choice === 1 ? required : 'none',
      ...(choice === 1 && wanted !== undefined ? { wanted } : {}),
      holds,
    })
  })
}
