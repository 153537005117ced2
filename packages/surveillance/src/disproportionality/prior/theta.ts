/**
 * The prior of DuMouchel (1999): a pair's ratio of true to expected reports is drawn with chance `p` from a gamma law with
 * shape alpha1 and rate beta1, otherwise from one with alpha2 and beta2.
 */
export interface Theta {
  readonly alpha1: number
  readonly beta1: number
  readonly alpha2: number
  readonly beta2: number
  /** Share of the first component, between 0 and 1. */
  readonly p: number
}

/** The same law with the component of the larger mean first, so that two fits can be compared. */
export function ordered(t: Theta): Theta {
  if (t.alpha1 / t.beta1 >= t.alpha2 / t.beta2) return t
  return { alpha1: t.alpha2, beta1: t.beta2, alpha2: t.alpha1, beta2: t.beta1, p: 1 - t.p }
}
