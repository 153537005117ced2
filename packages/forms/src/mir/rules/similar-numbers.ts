import { kind } from '@vigie/kernel'
import { defineRule, type FilledForm } from './rule.js'

const SIMILAR = 'mfr_invest/similarIncidents'
const PERIODS = ['timePeriodN', 'timePeriodN-1', 'timePeriodN-2', 'timePeriodN-3'] as const
const REGIONS = ['country', 'eeaChTr', 'world'] as const
/** Denominators for which the helptext of MIR 7.3.1 does not accept numbers added up over the periods. */
const PER_PERIOD: readonly string[] = [
  'Units distributed within each time period',
  'Number of tests performed',
  'Number of episodes of use (for reusable devices)',
]
const SINCE_DECLARATION =
  'Units distributed from the date of declaration of Conformity/CE mark approval to the end date of each time period'

function devices(form: FilledForm, region: (typeof REGIONS)[number]): readonly (number | undefined)[] {
  return PERIODS.map(p => form.integer(`${SIMILAR}/${p}/${region}SimDev`))
}

export const similarNumbers = defineRule({
  id: 'similar-numbers',
  source:
    'Section 4.3.3 of the form and its helptext in version 7.3.1, read second-hand: which denominators may add up over the periods; plain logic for the regions',
  kinds: {
    'WORLD-TOO-SMALL': kind<{ name: string; what: string; world: number; part: number; region: string }>(
      'recommended',
      'The number for the world is smaller than that for a part of it.',
      p =>
        `Period ${p.name}: ${p.world} ${p.what} in the world, but ${p.part} in ${p.region}, which is part of it.`,
      () => 'Give the whole world in the last column, all regions included.',
    ),
    'LOOKS-CUMULATIVE': kind<{ basis: string }>(
      'recommended',
      'The numbers of devices grow from period to period as if they were added up, which this basis does not allow.',
      p => `The numbers of devices grow in every period, as if added up, but the basis is "${p.basis}".`,
      () => 'Give for each period only its own number, or choose a basis that adds up.',
    ),
    'CUMULATIVE-FALLS': kind<{ name: string; now: number; before: number }>(
      'recommended',
      'A number that only adds up falls from one period to the next.',
      p =>
        `Units distributed since the declaration of conformity fall from ${p.before} to ${p.now} in period ${p.name}; a sum cannot fall.`,
      () => 'Give for each period the sum from the declaration to the end of that period.',
    ),
  },
  *check(form, make) {
    for (const period of PERIODS) {
      const name = period.replace('timePeriod', '')
      for (const [kindOf, what] of [
        ['SimInc', 'similar incidents'],
        ['SimDev', 'devices'],
      ] as const) {
        const at = `${SIMILAR}/${period}/world${kindOf}` as const
        const world = form.integer(at)
        if (world === undefined) continue
        for (const [region, words] of [
          ['country', 'the country of the incident'],
          ['eeaChTr', 'the EEA, Switzerland and Turkey'],
        ] as const) {
          const part = form.integer(`${SIMILAR}/${period}/${region}${kindOf}`)
          if (part !== undefined && part > world)
            yield make['WORLD-TOO-SMALL'](form.at(at), { name, what, world, part, region: words })
        }
      }
    }
    const basis = form.text(`${SIMILAR}/numberBasedOn`)
    if (basis === undefined) return
    const world = devices(form, 'world')
    const numbers = world.some(n => n !== undefined) ? world : devices(form, 'eeaChTr')
    if (PER_PERIOD.includes(basis) && growsThroughout(numbers))
      yield make['LOOKS-CUMULATIVE'](form.at(`${SIMILAR}/numberBasedOn`), { basis })
    if (basis !== SINCE_DECLARATION) return
    for (const region of REGIONS) {
      const sums = devices(form, region)
      for (const [i, period] of PERIODS.entries()) {
        const [now, before] = [sums[i], sums[i + 1]]
        if (now !== undefined && before !== undefined && now < before)
          yield make['CUMULATIVE-FALLS'](form.at(`${SIMILAR}/${period}/${region}SimDev`), {
            name: period.replace('timePeriod', ''),
            now,
            before,
          })
      }
    }
  },
})

/** Whether all four periods are given and each is at least half as much again as the one before it. */
function growsThroughout(newestFirst: readonly (number | undefined)[]): boolean {
  return newestFirst.every((n, i) => {
    const before = newestFirst[i + 1]
    if (n === undefined) return false
    return i === newestFirst.length - 1 || (before !== undefined && before > 0 && n >= before * 1.5)
  })
}
