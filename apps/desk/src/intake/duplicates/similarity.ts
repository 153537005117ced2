const LONGEST = 5000
const SIZE = 3

/** The runs of three words in a text, small. A text of fewer words is one run. */
export function shingles(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  if (words.length === 0) return new Set()
  if (words.length < SIZE) return new Set([words.join(' ')])
  return new Set(words.slice(0, words.length - SIZE + 1).map((_, i) => words.slice(i, i + SIZE).join(' ')))
}

/** How much of two texts is the same: 0 for nothing, 1 for all (Jaccard index of their shingles). */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let both = 0
  for (const s of few) if (many.has(s)) both++
  return both / (a.size + b.size - both)
}
