import type { IdentifierCheck } from './basic-udi-di.js'
import type { LabelKind, LabelResult } from './result.js'
import { draft, finish } from './result.js'

/** A result made of one identifier that stands alone. */
export function identifierResult(
  check: IdentifierCheck & { readonly di?: string },
  kind: LabelKind,
): LabelResult {
  const d = draft(check.issuer, kind)
  d.findings.push(...check.findings)
  if (check.di !== undefined) d.data.di = check.di
  if (check.verdict === 'unverified' || check.verdict === 'legacy') d.unscored = true
  return finish(d)
}
