import { day } from '@vigie/kernel'
import type { Certainty } from '../certainty.js'
import { country } from '../countries/country.js'
import type { LanguageCode } from '../countries/language.js'
import type { Authority, AuthorityId, AuthorityName, Channel, LanguageRule, Territory } from './authority.js'

/** Day of the knowledge in the shipped authority records. */
const AS_OF = day('2026-11-23')

const LANGUAGE_TABLE = 'European Commission, Language requirements for manufacturers, Rev. 3 (August 2025)'

/** What one line of an authority table says; the rest of the record follows from its country. */
export interface Line {
  readonly id: string
  readonly short: string
  readonly full: string
  readonly timeZone: string
  readonly languages: LanguageRule
  readonly calendar?: string
  readonly nameCertainty?: Certainty
  readonly nameNote?: string
  readonly nameFrom?: string
  readonly formerly?: readonly AuthorityName[]
  readonly territories?: readonly Territory[]
  readonly channels?: readonly Channel[]
  readonly formLanguages?: LanguageRule
  readonly note?: string
}

/** Completes a line. The id begins with the country code. Throws RangeError where it does not: a bug in the table. */
export function record(line: Line): Authority {
  const code = line.id.slice(0, 2)
  if (line.id[2] !== '-') throw new RangeError(`authority id without country: ${line.id}`)
  const name: AuthorityName = {
    short: line.short,
    full: line.full,
    certainty: line.nameCertainty ?? 'not-confirmed',
    ...(line.nameFrom === undefined ? {} : { validFrom: day(line.nameFrom) }),
    ...(line.nameNote === undefined ? {} : { note: line.nameNote }),
  }
  return {
    id: line.id as AuthorityId,
    country: country(code),
    names: [name, ...(line.formerly ?? [])],
    territories: line.territories ?? [everyDevice(code)],
    timeZone: line.timeZone,
    calendar: line.calendar ?? code,
    userLanguages: line.languages,
    ...(line.formLanguages === undefined ? {} : { formLanguages: line.formLanguages }),
    channels: line.channels ?? [nationalChannel()],
    asOf: AS_OF,
    ...(line.note === undefined ? {} : { note: line.note }),
  }
}

function everyDevice(code: string): Territory {
  return {
    country: country(code),
    route: 'any',
    when: 'Every device.',
    source: 'Competent authorities for medical devices, by country',
    certainty: 'not-confirmed',
  }
}

/** The channel of an authority under EU law of which no more is known. */
export function nationalChannel(kinds: Channel['kinds'] = ['mir', 'fsca', 'fsn', 'trend', 'psr']): Channel {
  return {
    kinds,
    means: 'national',
    name: 'National channel of the authority (portal or e-mail), until the EUDAMED vigilance module applies',
    source: 'MDR Articles 92 and 123(3)(d); MDCG 2023-3 Rev. 2',
    certainty: 'not-confirmed',
    note: 'Ask the authority for its present portal or mailbox before you send.',
  }
}

type LanguageExtras = Partial<Pick<LanguageRule, 'also' | 'note' | 'certainty' | 'source'>>

/** One language. */
export function only(language: LanguageCode, extras: LanguageExtras = {}): LanguageRule {
  return { languages: [language], choice: 'any', source: LANGUAGE_TABLE, certainty: 'verified', ...extras }
}

/** One of several languages is enough. */
export function anyOf(languages: readonly LanguageCode[], extras: LanguageExtras = {}): LanguageRule {
  return { languages, choice: 'any', source: LANGUAGE_TABLE, certainty: 'verified', ...extras }
}

/** The languages the users concerned read. */
export function asNeeded(languages: readonly LanguageCode[], extras: LanguageExtras = {}): LanguageRule {
  return { languages, choice: 'as-needed', source: LANGUAGE_TABLE, certainty: 'verified', ...extras }
}

/** The source lists the languages and does not say whether one is enough. */
export function listed(languages: readonly LanguageCode[], extras: LanguageExtras = {}): LanguageRule {
  return { languages, choice: 'not-stated', source: LANGUAGE_TABLE, certainty: 'verified', ...extras }
}
