import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const SIMILAR = 'mfr_invest/similarIncidents'
const BASIS = `${SIMILAR}/numberBasedOn`
/** Newest first. */
const PERIODS = (['timePeriodN', 'timePeriodN-1', 'timePeriodN-2', 'timePeriodN-3'] as const).map(p => {
  const path = `${SIMILAR}/${p}` as const
  return {
    name: p.replace('timePeriod', ''),
    incidents: [`${path}/countrySimInc`, `${path}/eeaChTrSimInc`, `${path}/worldSimInc`] as const,
    devices: [`${path}/countrySimDev`, `${path}/eeaChTrSimDev`, `${path}/worldSimDev`] as const,
  }
})
const REGIONS = ['the country of the incident', 'the EEA, Switzerland and Turkey'] as const
/** Denominators for which the helptext of MIR 7.3.1 does not accept numbers added up over the periods. */
const PER_PERIOD: readonly string[] = [
  'Units distributed within each time period',
  'Number of tests performed',
  'Number of episodes of use (for reusable devices)',
]
const SINCE_DECLARATION =
  'Units distributed from the date of declaration of Conformity/CE mark approval to the end date of each time period'

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
  check(form, make, add) {
    if (!form.has(SIMILAR)) return
    for (const { name, incidents, devices } of PERIODS)
      for (const [what, [country, eea, total]] of [
        ['similar incidents', incidents],
        ['devices', devices],
      ] as const) {
        const world = form.integer(total)
        if (world === undefined) continue
        for (const [i, path] of [country, eea].entries()) {
          const part = form.integer(path)
          if (part !== undefined && part > world)
            add(
              make['WORLD-TOO-SMALL'](form.at(total), {
                name,
                what,
                world,
                part,
                region: REGIONS[i] ?? '',
              }),
            )
        }
      }
    const basis = form.text(BASIS)
    if (basis === undefined) return
    if (PER_PERIOD.includes(basis)) {
      const world = PERIODS.map(p => form.integer(p.devices[2]))
      const numbers = world.some(n => n !== undefined) ? world : PERIODS.map(p => form.integer(p.devices[1]))
      if (growsThroughout(numbers)) add(make['LOOKS-CUMULATIVE'](form.at(BASIS), { basis }))
    }
    if (basis !== SINCE_DECLARATION) return
    for (const region of [0, 1, 2] as const)
      for (const [i, { name, devices }] of PERIODS.entries()) {
        const now = form.integer(devices[region])
        const earlier = PERIODS[i + 1]
        const before = earlier === undefined ? undefined : form.integer(earlier.devices[region])
        if (now !== undefined && before !== undefined && now < before)
          add(make['CUMULATIVE-FALLS'](form.at(devices[region]), { name, now, before }))
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
