import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gammaQuantile } from '../../special/gamma-quantile.js'
import { gammaLower } from '../../special/incomplete-gamma.js'
import { hasReference, off, reference, referenceRows } from '../../testing.js'
import type { Theta } from '../prior/theta.js'
import { ebgm, posterior } from './posterior.js'
import { ebQuantile } from './quantile.js'

type Five = readonly [number, number, number, number, number]
const theta = ([alpha1, beta1, alpha2, beta2, p]: Five): Theta => ({ alpha1, beta1, alpha2, beta2, p })

describe.skipIf(!hasReference)('EBGM and its limits, against openEBGM at the same prior', () => {
  it.each([
    ['caers_ebgm.csv', 'caers_hyper.json', 'theta_used'],
    ['synth_expected.csv', 'synth_hyper.json', 'theta'],
  ] as const)('%s', (table, hyper, key) => {
    const t = theta(reference<Record<string, Five>>(hyper)[key] ?? [0, 0, 0, 0, 0])
    const rows = referenceRows(table)
    expect(rows.length).toBeGreaterThan(1000)
    // Every fifth pair: all of them take seconds.
    for (const r of rows.filter((_, i) => i % 5 === 0)) {
      const number = (name: string) => Number(r[name])
      const post = posterior(t, number('N'), number('E'))
      const limit = (p: number) => ebQuantile(post, p)
      for (const [ours, theirs] of [
        [post.q, number('Qn')],
        [ebgm(post), number('EBGM_exact')],
        [limit(0.025), number('EB025_exact')],
        [limit(0.05), number('EB05_exact')],
        [limit(0.95), number('EB95_exact')],
        [limit(0.975), number('EB975_exact')],
      ] as const) {
        if (off(ours, theirs) > 2e-11) expect.fail(`${r['var1']} ${r['var2']}: ${ours} for ${theirs}`)
      }
      // Their bisection stops at 0.005 and is then rounded.
      expect(Math.abs(limit(0.05) - number('EB05'))).toBeLessThan(0.011)
    }
  })
})

describe('EBGM and its limits', () => {
  it('a posterior with two humps, which throws out a bare Newton', () => {
    const post = { q: 0.48, shape1: 0.02 + 10, rate1: 0.5, shape2: 3 + 10, rate2: 200 }
    for (const p of [0.025, 0.05, 0.4, 0.5, 0.52, 0.6, 0.95, 0.975]) {
      const x = ebQuantile(post, p)
      const below =
        post.q * gammaLower(post.shape1, x * post.rate1) +
        (1 - post.q) * gammaLower(post.shape2, x * post.rate2)
      expect(off(below, p)).toBeLessThan(1e-12)
    }
  })

  it('lies between the components, and the limits enclose the mean', () => {
    const positive = fc.double({ min: 0.02, max: 20, noNaN: true })
    fc.assert(
      fc.property(
        positive,
        positive,
        positive,
        positive,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.nat(500),
        fc.double({ min: 1e-6, max: 1e4, noNaN: true }),
        (alpha1, beta1, alpha2, beta2, p, n, e) => {
          const post = posterior({ alpha1, beta1, alpha2, beta2, p }, n, e)
          const [low, mean, high] = [ebQuantile(post, 0.001), ebgm(post), ebQuantile(post, 0.999)]
          const ends = [
            gammaQuantile(0.001, post.shape1) / post.rate1,
            gammaQuantile(0.001, post.shape2) / post.rate2,
          ]
          return (
            low <= mean * (1 + 1e-12) &&
            mean <= high * (1 + 1e-12) &&
            low >= Math.min(...ends) * (1 - 1e-9) &&
            low <= Math.max(...ends) * (1 + 1e-9)
          )
        },
      ),
    )
  })
})
