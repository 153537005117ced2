import { day, isZone } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../countries/language.js'
import { membersOf } from '../countries/set.js'
import {
  AUTHORITIES,
  acceptedCodes,
  authoritiesOf,
  authorityById,
  channelFor,
  codeFor,
  nameOn,
  parseAuthorityId,
  routesOf,
} from './lookup.js'

const TODAY = day('2026-11-23')
const ids = (country: string) => authoritiesOf(country, TODAY).map(a => a.id)
const byId = (id: string) => {
  const found = authorityById(id)
  if (found === undefined) throw new Error(`no authority ${id}`)
  return found
}

describe('the records of the authorities', () => {
  it('have unique ids that begin with their country', () => {
    expect(new Set(AUTHORITIES.map(a => a.id)).size).toBe(AUTHORITIES.length)
    for (const a of AUTHORITIES) expect(a.id).toMatch(new RegExp(`^${a.country}-[A-Za-z]+$`))
  })

  it('cover every state of the union market, Great Britain, Switzerland and the United States', () => {
    expect(AUTHORITIES).toHaveLength(36)
    const needed = [...membersOf('union-market', TODAY), 'GB', 'CH', 'US']
    expect(needed).toHaveLength(35)
    for (const country of needed) expect(ids(country), country).not.toEqual([])
  })

  it('name time zones and languages that exist', () => {
    for (const a of AUTHORITIES) {
      expect(isZone(a.timeZone), a.timeZone).toBe(true)
      for (const rule of [a.userLanguages, ...(a.formLanguages ? [a.formLanguages] : [])]) {
        expect(rule.languages.length, a.id).toBeGreaterThan(0)
        for (const l of [...rule.languages, ...(rule.also ?? [])])
          expect(LANGUAGES[l], l).toBeTypeOf('string')
      }
    }
  })

  it('have periods that do not end before they begin, and one channel per kind and day', () => {
    for (const a of AUTHORITIES) {
      for (const p of [...a.names, ...a.territories, ...a.channels])
        if (p.validFrom !== undefined && p.validTo !== undefined) expect(p.validFrom <= p.validTo).toBe(true)
      const kinds = new Set(a.channels.flatMap(c => c.kinds))
      for (const kind of kinds)
        for (const d of ['2026-04-30', '2026-05-01', '2026-11-23'].map(day)) {
          const open = a.channels.filter(
            c => c.kinds.includes(kind) && (c.validFrom ?? d) <= d && d <= (c.validTo ?? d),
          )
          expect(open, `${a.id} ${kind} ${d}`).toHaveLength(1)
        }
    }
  })

  it('mark the language cells that a person has to confirm', () => {
    const open = AUTHORITIES.filter(a => a.userLanguages.certainty === 'requires-confirmation').map(
      a => a.country,
    )
    expect(open.sort()).toEqual(['BG', 'DK', 'FI', 'SK'])
  })
})

describe('who answers for a country', () => {
  it('asks a fact about the device in Germany and in Liechtenstein', () => {
    expect(routesOf('DE', TODAY).map(r => [r.authority.id, r.territory.route])).toEqual([
      ['DE-BfArM', 'not-pei-listed-ivd'],
      ['DE-PEI', 'pei-listed-ivd'],
    ])
    expect(routesOf('LI', TODAY).map(r => [r.authority.id, r.territory.route])).toEqual([
      ['LI-AG', 'eea-law'],
      ['CH-Swissmedic', 'swiss-customs-treaty'],
    ])
  })

  it('reads aliases, and keeps Northern Ireland apart from Great Britain', () => {
    expect(ids('EL')).toEqual(['GR-EOF'])
    expect(ids('UK')).toEqual(['GB-MHRA'])
    expect(ids('XI')).toEqual(['XI-MHRA'])
    expect(ids('JP')).toEqual([])
    expect(ids('ZZ')).toEqual([])
    expect(byId('XI-MHRA').calendar).toBe('XI')
    expect(byId('US-FDA').calendar).toBe('US-federal')
    expect(parseAuthorityId('DE-PEI')).toBe('DE-PEI')
    expect(parseAuthorityId('DE-NIL')).toBeUndefined()
  })
})

describe('channels by day', () => {
  it('moves the Italian MIR to the ministry portal on 1 May 2026', () => {
    const it = byId('IT-MinSalute')
    expect(channelFor(it, 'mir', day('2026-04-30'))?.means).toBe('national')
    expect(channelFor(it, 'mir', day('2026-05-01'))?.name).toBe('NSIS-Dispovigilance')
    expect(channelFor(it, 'fsca', TODAY)?.means).toBe('e-mail')
    expect(channelFor(it, 'trend', TODAY)?.certainty).toBe('not-confirmed')
  })

  it('sends Swiss reports by e-mail as XML and PDF, and British ones through MORE', () => {
    const ch = channelFor(byId('CH-Swissmedic'), 'mir', TODAY)
    expect(ch?.address).toBe('materiovigilance@swissmedic.ch')
    expect(ch?.files).toEqual(['XML', 'PDF'])
    for (const id of ['GB-MHRA', 'XI-MHRA']) expect(channelFor(byId(id), 'mir', TODAY)?.name).toMatch(/^MORE/)
  })

  it('knows no channel for a MIR to the FDA', () => {
    expect(channelFor(byId('US-FDA'), 'mir', TODAY)).toBeUndefined()
    expect(channelFor(byId('US-FDA'), 'us-803', TODAY)?.means).toBe('gateway')
  })
})

describe('names and codes', () => {
  it('knows former names and uses the present one where the day of the change is not known', () => {
    expect(nameOn(byId('EE-Ravimiamet'), day('2024-06-01')).short).toBe('Terviseamet')
    expect(nameOn(byId('EE-Ravimiamet'), TODAY).short).toBe('Ravimiamet')
    expect(byId('HU-NNGYK').names.map(n => n.short)).toEqual(['NNGYK', 'OGYÉI'])
    expect(nameOn(byId('NO-DMP'), TODAY).short).toBe('DMP')
  })

  it('writes countries as each channel wants them', () => {
    expect(codeFor('EL', 'mir-xml-7.2.1')).toBe('GR')
    expect(codeFor('UK', 'iso')).toBe('GB')
    expect(codeFor(byId('XI-MHRA'), 'eudamed')).toBe('XI')
    expect(codeFor('XI', 'mir-xml-7.2.1')).toBe('GB')
    expect(acceptedCodes('GR', 'eudamed')).toEqual(['GR', 'EL'])
    expect(acceptedCodes('XI', 'eudamed')).toEqual(['XI'])
    expect(codeFor('XK', 'eudamed')).toBeUndefined()
  })
})
