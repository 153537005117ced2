import type { CountrySetId } from '@vigie/codes'
import type { FactPath, LawFactTypes } from './law-facts.js'

/** The members of a fact that is a list, or the fact itself. */
export type Member<P extends FactPath> = LawFactTypes[P] extends readonly (infer M)[] ? M : LawFactTypes[P]

/** A condition of law as plain data. It answers yes, no or unknown for a set of facts. */
export type Condition = All | Any | Not | Proven | Known | Named | Defined | InSet | Is | OneOf

export interface All {
  readonly op: 'all'
  readonly of: readonly Condition[]
}
export interface Any {
  readonly op: 'any'
  readonly of: readonly Condition[]
}
export interface Not {
  readonly op: 'not'
  readonly of: Condition
}
/** Yes only when the condition is shown to hold: where the law wants proof, "not known" counts as "no". */
export interface Proven {
  readonly op: 'proven'
  readonly of: Condition
}
/** Whether the fact is known at all. */
export interface Known {
  readonly op: 'known'
  readonly fact: FactPath
}
/** A condition with sentences for its answers; `{path}` in a sentence stands for the fact's value. */
export interface Named {
  readonly op: 'named'
  readonly of: Condition
  readonly yes: string
  readonly no: string
  /** An exception that the law makes; worth a word only when it applies or may apply. */
  readonly exception?: true
}
/** A definition of the law pack, by id. */
export interface Defined {
  readonly op: 'defined'
  readonly id: string
}
/** Whether the country, or any country of the list, belongs to a dated set of countries. */
export interface InSet {
  readonly op: 'in-set'
  readonly fact: CountryPath
  readonly set: CountrySetId
}
/** The fact has this value; for a list: the value is among it. */
export interface Is {
  readonly op: 'is'
  readonly fact: FactPath
  readonly value: Scalar
}
/** The fact has one of these values; for a list: at least one of them is among it. */
export interface OneOf {
  readonly op: 'one-of'
  readonly fact: FactPath
  readonly values: readonly Scalar[]
}
export type Scalar = string | boolean

export type CountryPath = {
  [P in FactPath]: P extends `${string}.${'country' | 'markets' | 'countries' | 'undertakenIn'}` ? P : never
}[FactPath]

export const all = (...of: Condition[]): All => ({ op: 'all', of })
export const any = (...of: Condition[]): Any => ({ op: 'any', of })
export const not = (of: Condition): Not => ({ op: 'not', of })
export const proven = (of: Condition): Proven => ({ op: 'proven', of })
export const known = (fact: FactPath): Known => ({ op: 'known', fact })
export const named = (yes: string, no: string, of: Condition): Named => ({ op: 'named', of, yes, no })
/** A condition that only an exception breaks; see {@link Named}. */
export const unless = (yes: string, no: string, of: Condition): Named => ({
  op: 'named',
  of,
  yes,
  no,
  exception: true,
})
export const defined = (id: string): Defined => ({ op: 'defined', id })
export const inSet = (fact: CountryPath, set: CountrySetId): InSet => ({ op: 'in-set', fact, set })

/** {@link Is}, where the compiler checks that the value fits the fact. */
export const is = <P extends FactPath>(fact: P, value: Member<P> & Scalar): Is => ({ op: 'is', fact, value })

/** {@link OneOf}, where the compiler checks that the values fit the fact. */
export const oneOf = <P extends FactPath>(fact: P, values: readonly (Member<P> & Scalar)[]): OneOf => ({
  op: 'one-of',
  fact,
  values,
})
