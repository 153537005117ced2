/**
 * Three-valued truth (Kleene). `unknown` is an answer of its own: it never turns into `no`,
 * because in the law of vigilance "we do not know" never means "nothing is due".
 */
export type Tri = 'yes' | 'no' | 'unknown'

/** `unknown` for a missing answer, else yes or no. */
export function tri(answer: boolean | undefined): Tri {
  return answer === undefined ? 'unknown' : answer ? 'yes' : 'no'
}

export function triNot(a: Tri): Tri {
  return a === 'yes' ? 'no' : a === 'no' ? 'yes' : 'unknown'
}

/** `no` as soon as one is no; `yes` only when all are yes. */
export function triAll(answers: Iterable<Tri>): Tri {
  let result: Tri = 'yes'
  for (const a of answers) {
    if (a === 'no') return 'no'
    if (a === 'unknown') result = 'unknown'
  }
  return result
}

/** `yes` as soon as one is yes; `no` only when all are no. */
export function triAny(answers: Iterable<Tri>): Tri {
  let result: Tri = 'no'
  for (const a of answers) {
    if (a === 'yes') return 'yes'
    if (a === 'unknown') result = 'unknown'
  }
  return result
}
