import { COUNTRIES } from '@vigie/codes'
import { CAUSALITIES, OUTCOMES, POTENTIALS, PROBLEMS } from '@vigie/facts'
import type { LawFacts } from '../engine/law-facts.js'

const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map([
  ...COUNTRIES.map(c => [c.code as string, c.name] as const),
  ['UK', 'the United Kingdom'],
])

/** Words of the vocabularies as they fit into a sentence. */
const WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...Object.keys(OUTCOMES), ...Object.keys(PROBLEMS)].map(k => [k, k.replaceAll('-', ' ')]),
  ),
  ...Object.fromEntries(Object.keys(CAUSALITIES).map(k => [k, k])),
  possible: 'reasonably possible',
}

/** English name of a country code; the code itself when it has none. */
export function countryName(code: string): string {
  return COUNTRY_NAMES.get(code) ?? code
}

/** A sentence with `{fact.path}` replaced by the fact in words; what is not known leaves no trace. */
export function fill(sentence: string, facts: LawFacts): string {
  return sentence
    .replace(/\{([^}]+)\}/g, (_, path: string) => inWords(path, facts))
    .replace(/ ?\(\s*\)/g, '')
    .replace(' but in a country not known', '')
}

function inWords(path: string, facts: LawFacts): string {
  if (path === 'harm') return harm(facts)
  const value: unknown = Object.entries(facts).find(([key]) => key === path)?.[1]
  if (path.endsWith('ountry')) return typeof value === 'string' ? countryName(value) : 'a country not known'
  if (Array.isArray(value))
    return value
      .filter(v => v !== '?')
      .map(v => WORDS[String(v)] ?? String(v))
      .join(', ')
  return value == null ? '' : (WORDS[String(value)] ?? String(value))
}

/** What makes it serious: the harm done, or the harm it could have done. */
function harm(facts: LawFacts): string {
  const outcomes = (facts['event.outcomes'] ?? []).filter(
    o => o !== '?' && o !== 'no-harm' && o !== 'minor-harm',
  )
  if (outcomes.length > 0) return `it led to serious harm (${outcomes.map(o => WORDS[o] ?? o).join(', ')})`
  if (facts['event.publicHealthThreat'] === true) return 'it is a serious public health threat'
  const could = facts['event.couldHaveLedTo']
  if (could == null || could === 'nothing-serious') return 'it led, or might have led, to serious harm'
  return `nobody was seriously harmed, but ${POTENTIALS[could].toLowerCase().replace(/\.$/, '')}`
}

/** First letter large, full stop at the end. */
export function asSentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === ''
    ? ''
    : `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? '' : '.'}`
}
