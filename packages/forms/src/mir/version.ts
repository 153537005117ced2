import type { Finding } from '@vigie/kernel'
import { formFindings } from './findings.js'
import { mirTables } from './versions.js'

/** What a MIR says of its version, in three places. */
export interface VersionWords {
  /** Root attribute `version`. */
  readonly text: string | undefined
  /** Root attribute `xsi:noNamespaceSchemaLocation`. */
  readonly schemaNamed: string | undefined
  /** Element `formVersion`, since 7.3.1. */
  readonly formVersion: string | undefined
}

/** The version texts of the official forms, and short forms, to the version of the form. */
function normalVersion(text: string): string | undefined {
  if (/^V?5\.0\b/.test(text) || /^V?7\.2(?:\.1)?(?![\d.])/.test(text)) return '7.2.1'
  if (/^V?7\.3/.test(text)) return '7.3.1'
  return /^V?(\d+(?:\.\d+)+)/.exec(text)?.[1]
}

/**
 * The version of a MIR: what the schema it names says, else its `formVersion`, else its `version` attribute.
 * A file that says nothing is of 7.2.1, where the attribute is optional.
 */
export function versionOf(words: VersionWords): {
  readonly is: string
  readonly findings: readonly Finding[]
} {
  const { text, schemaNamed, formVersion } = words
  const named = /-v(\d+(?:\.\d+)+)\.xsd$/.exec(schemaNamed ?? '')?.[1]
  const byText = text === undefined ? undefined : normalVersion(text)
  const isKnown = byText !== undefined && mirTables.has(byText)
  const isNewer = text !== undefined && /^V?(?:[6-9]|\d\d)\./.test(text)
  const is =
    (named === undefined ? undefined : normalVersion(named)) ??
    (formVersion === undefined ? undefined : normalVersion(formVersion)) ??
    (isKnown || isNewer ? byText : undefined) ??
    '7.2.1'
  if (text === undefined || byText === is) return { is, findings: [] }
  const finding = formFindings.make['VERSION-TEXT'](
    { path: '/incident/@version' },
    { says: text, version: is },
  )
  return { is, findings: [finding] }
}
