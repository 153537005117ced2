import type { Branded, Day } from '@vigie/kernel'
import type { Certainty } from '../certainty.js'
import type { CountryCode } from '../countries/country.js'
import type { LanguageCode } from '../countries/language.js'
import type { Period } from '../period.js'

/** For example `DE-BfArM`, `XI-MHRA`. Stable: an authority that is renamed keeps its id. */
export type AuthorityId = Branded<string, 'AuthorityId'>

/** What is sent to an authority. `us-803` and `us-806` are the reports under 21 CFR parts 803 and 806. */
export type ReportKind = 'mir' | 'fsca' | 'fsn' | 'trend' | 'psr' | 'us-803' | 'us-806'

export interface AuthorityName extends Period {
  /** The abbreviation or short name in use. */
  readonly short: string
  readonly full: string
  readonly certainty: Certainty
  readonly note?: string
}

/** Which of several authorities of one country is meant. A country with one authority has the route `any`. */
export type RouteId = 'any' | 'pei-listed-ivd' | 'not-pei-listed-ivd' | 'eea-law' | 'swiss-customs-treaty'

/** A country an authority answers for, and for which devices. */
export interface Territory extends Period {
  readonly country: CountryCode
  readonly route: RouteId
  /** When the route applies, in a plain sentence. */
  readonly when: string
  readonly source: string
  readonly certainty: Certainty
}

/** Languages of field safety notices and other information for users. */
export interface LanguageRule {
  readonly languages: readonly LanguageCode[]
  /** `any`: one of them is enough. `as-needed`: those the users concerned read. `not-stated`: the source lists them without saying. */
  readonly choice: 'any' | 'as-needed' | 'not-stated'
  /** Accepted besides, in the case that `note` tells. */
  readonly also?: readonly LanguageCode[]
  readonly source: string
  readonly certainty: Certainty
  readonly note?: string
}

/** How reports of some kinds reach the authority during a period. */
export interface Channel extends Period {
  readonly kinds: readonly ReportKind[]
  readonly means: 'portal' | 'e-mail' | 'gateway' | 'national'
  /** Name of the portal or mailbox, or a plain sentence where only the kind of channel is known. */
  readonly name: string
  /** The e-mail address, where known. */
  readonly address?: string
  /** Files the channel wants. Absent: not known. */
  readonly files?: readonly ('XML' | 'PDF')[]
  readonly source: string
  readonly certainty: Certainty
  readonly note?: string
}

export interface Authority {
  readonly id: AuthorityId
  /** The country under whose law and name the authority is addressed: `XI-MHRA` has `XI`. */
  readonly country: CountryCode
  /** The name in use first, then former names. */
  readonly names: readonly [AuthorityName, ...AuthorityName[]]
  readonly territories: readonly Territory[]
  /** IANA time zone of the authority's seat. */
  readonly timeZone: string
  /**
   * Public holidays that count for this authority: a country code, `XI` for the bank holidays of Northern Ireland, `GB`
   * for those of England, `US-federal` for the federal holidays of the United States.
   */
  readonly calendar: string
  readonly userLanguages: LanguageRule
  /** Languages of the report form itself, where a source states them. */
  readonly formLanguages?: LanguageRule
  readonly channels: readonly Channel[]
  /** Day of the knowledge in this record. */
  readonly asOf: Day
  readonly note?: string
}
