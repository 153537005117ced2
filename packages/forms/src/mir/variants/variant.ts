import type { Certainty, CountrySetId } from '@vigie/codes'
import type { Mir721Path } from '../7.2.1/table.js'
import type { Mir731Path } from '../7.3.1/table.js'

/** The ways in which one incident is filled into the MIR, by the law under which the addressee receives it. */
export type VariantId = 'EU' | 'NI' | 'CH' | 'GB'

/**
 * How the MIR is filled for one addressee, where the addressees differ. The form version gives the fields; this gives
 * who stands where, which countries are written how, and which countries a column counts.
 */
export interface MirVariant {
  readonly id: VariantId
  /** Who receives reports filled this way. */
  readonly addressee: string
  readonly version: '7.2.1' | '7.3.1'
  /** The territory whose incidents this addressee is told of: a country set, or single countries. */
  readonly territory: Countries
  readonly submitter: SubmitterRule
  readonly countries: CountryRule
  readonly markets: MarketRule
  readonly similarIncidents: CountingRule
  /** Every way in which this filling differs from that for an authority of the Union, in words. */
  readonly differences: readonly Difference[]
}

/** Where a rule comes from and how sure it is. */
export interface Sourced {
  readonly source: string
  readonly certainty: Certainty
}

/** A set of countries on the day of the report, with single ones added and taken out. */
export interface Countries {
  readonly set?: CountrySetId
  readonly and?: readonly string[]
  readonly without?: readonly string[]
}

/** The representatives the laws know, by their place in the form. */
export type RepresentativeRole =
  | 'authorised-representative'
  | 'swiss-representative'
  | 'uk-responsible-person'

/** Section 1.3: who submits, and who is named in 1.3.3 and 1.3.4. */
export interface SubmitterRule extends Sourced {
  /** The representative that the law of the addressee knows. */
  readonly representative: RepresentativeRole
  /** Who submits where a representative exists and its mandate says nothing about reports. */
  readonly whereMandateIsSilent: 'manufacturer' | 'representative'
  /** How section 1.3.1 names the representative when it submits. */
  readonly asSubmitter: {
    readonly branch: 'reporterAR' | 'reporterOther'
    /** The words beside "Other, please specify". */
    readonly otherText?: string
  }
  /** Who is named in 1.3.3, if there is such a representative. */
  readonly in133: RepresentativeRole
  /** Who is named in 1.3.4 when the representative submits; `repeats-submitter`: as the schema of 7.2.1 demands. */
  readonly in134: RepresentativeRole | 'nobody' | 'repeats-submitter'
}

/** How countries are written in the fields of the form that hold one. */
export interface CountryRule extends Sourced {
  /** Codes of a case that are written otherwise: `{ XI: 'GB' }`. All others are written as ISO 3166-1 has them. */
  readonly writes: Readonly<Record<string, string>>
  /** The code for the country of the incident, where it is always the same. */
  readonly ofIncident?: string
}

/** Section 2.5.a. */
export interface MarketRule extends Sourced {
  /** Countries that are named in "other countries" although one might look for them in the list. */
  readonly namedAsOther: readonly string[]
}

/** Section 4.3.3.c: which countries the middle column (`eeaChTrSimInc`, `eeaChTrSimDev`) counts. The world counts all. */
export interface CountingRule extends Sourced {
  readonly region: Countries
  /** The column in words. */
  readonly regionTitle: string
}

/** One way in which a filling differs, for the person who fills and for the one who reads. */
export interface Difference extends Sourced {
  readonly place: string
  readonly paths: readonly (Mir721Path | Mir731Path)[]
  readonly sentence: string
}
