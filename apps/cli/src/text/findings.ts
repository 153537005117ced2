import type { Finding, Severity } from '@vigie/kernel'
import type { Style } from './style.js'
import { hang } from './wrap.js'

const ORDER: readonly Severity[] = ['blocks', 'may-stay-unknown', 'recommended']
const WORDS: Readonly<Record<Severity, string>> = {
  blocks: 'BLOCKS',
  'may-stay-unknown': 'MAY STAY UNKNOWN',
  recommended: 'RECOMMENDED',
}

/** Findings for a person: the graver first, each with its place, its sentence and the way out. */
export function findingLines(findings: readonly Finding[], width: number, style: Style): string[] {
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
  return sorted.flatMap(f => {
    const place = f.place === undefined ? '' : ` (${f.place})`
    const where = f.path === '' ? '' : `${style.bold(f.path)}${place}  `
    return [
      `${mark(f.severity, style)}  ${where}${style.dim(f.code)}`,
      ...hang('    ', f.message, width),
      ...hang('    ', f.mend, width).map(line => style.dim(line)),
    ]
  })
}

/** `2 block, 1 recommended`; empty without findings. */
export function findingCount(findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter(f => f.severity === severity).length
  const counts: readonly (readonly [number, string])[] = [
    [count('blocks'), count('blocks') === 1 ? 'blocks' : 'block'],
    [count('may-stay-unknown'), 'may stay unknown'],
    [count('recommended'), 'recommended'],
  ]
  return counts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ')
}

function mark(severity: Severity, style: Style): string {
  const word = WORDS[severity]
  return severity === 'blocks' ? style.red(word) : severity === 'recommended' ? word : style.yellow(word)
}
