/**
 * The logarithmic derivative of the gamma function, for x > 0; NaN for other arguments. Error below 3e-15.
 *
 * @example
 * digamma(1) // -0.5772156649015329
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let shift = 0
  let y = x
  while (y < 10) {
    shift += 1 / y
    y += 1
  }
  const z = 1 / (y * y)
  const tail =
    z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * (691 / 32760 - z / 12))))))
  return Math.log(y) - 0.5 / y - tail - shift
}

/** The derivative of {@link digamma}, for x > 0; NaN for other arguments. */
export function trigamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let shift = 0
  let y = x
  while (y < 12) {
    shift += 1 / (y * y)
    y += 1
  }
  const z = 1 / (y * y)
  const tail =
    z * (1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * (691 / 2730 - (z * 7) / 6))))))
  return 1 / y + z / 2 + tail / y + shift
}
