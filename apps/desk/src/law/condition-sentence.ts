import type { ConditionText } from '@vigie/law'

/** A condition as one sentence, for those who read rather than look at the tree. */
export function conditionSentence(condition: ConditionText): string {
  return `Applies when ${said(condition)}.`
}

function said(c: ConditionText): string {
  const [only] = c.parts
  if (only === undefined) return c.text
  if (c.joins === undefined) return `${c.text.replace(/:$/, '')} (${c.parts.map(said).join('; ')})`
  if (c.parts.length === 1) return said(only)
  const parts = c.parts.map(p => (p.joins === undefined || p.parts.length < 2 ? said(p) : `(${said(p)})`))
  return parts.join(c.joins === 'all' ? ' and ' : ' or ')
}
