import { describe, expect, it } from 'vitest'
import { FIELD_WORDS } from './field-words.js'
import { imdrf } from './release.js'
import { searchImdrf } from './search.js'

const codes = (words: string, annex?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G') =>
  searchImdrf(words, { limit: 5, ...(annex === undefined ? {} : { annex }) }).map(h => String(h.code))

/** What somebody in the field says, and the codes of which at least one must be among the first five. */
const PHRASES: readonly (readonly [string, string])[] = [
  ['battery dead', 'A070503 A070504'],
  ['battery went flat after an hour', 'A070504'],
  ['will not charge', 'A070603'],
  ['charger caught fire', 'A1007'],
  ['wire snapped', 'A040101'],
  ['pacemaker wire broken', 'A040101'],
  ['the wheel of the walker snapped off', 'A0401 A040101 A0501'],
  ['broke', 'A0401'],
  ['hairline crack in the housing', 'A0404'],
  ['stuck', 'A0506 A150208'],
  ['guidewire got stuck in artery', 'A150208'],
  ['needle came off', 'A0501'],
  ['sensor fell off the arm', 'A0501'],
  ['leak', 'A0504'],
  ['leakage', 'A0504'],
  ['syringe leaks at the plunger', 'A0504 A050401'],
  ['oxygen leaking out', 'A050402'],
  ['catheter kinked', 'A040609'],
  ['glove ripped', 'A0414'],
  ['breast implant ruptured', 'A0412'],
  ['blade was dull', 'A020101'],
  ['rusty scissors', 'A040502'],
  ['packet was already open', 'A020503'],
  ['sterile wrap had a hole', 'A020504'],
  ['hair in sterile kit', 'A1801'],
  ['arrived broken', 'A0207'],
  ['smells burnt', 'A0301'],
  ['sparks from the power cord', 'A0704'],
  ['handle got very hot', 'A1005'],
  ['smoke came out', 'A1009'],
  ["won't turn on", 'A070803'],
  ["won't turn off", 'A0718'],
  ['ventilator shut off in the middle of the night', 'A0719'],
  ['screen went blank', 'A090206'],
  ['image is upside down', 'A090205'],
  ['alarm did not sound', 'A160102'],
  ['monitor never beeped when oxygen fell', 'A160102'],
  ['alarms for no reason', 'A160105'],
  ['wrong result', 'A0908'],
  ['glucose reading too low', 'A090808'],
  ['covid test negative although ill', 'A090803'],
  ['results from another patient', 'A110702'],
  ['tablet froze during the scan', 'A110201'],
  ['update broke the app', 'A110206'],
  ['bluetooth disconnected', 'A1305'],
  ['someone hacked the pump', 'A110502'],
  ['computer virus', 'A1105'],
  ['buttons dont respond', 'A150105'],
  ['pump gave too much insulin', 'A1402'],
  ['insulin pen would not inject', 'A140801'],
  ['pump stopped', 'A141204'],
  ['tube clogged', 'A140901'],
  ['air bubbles in dialysis line', 'A1415'],
  ['cuff would not deflate', 'A140101'],
  ['stent slipped out of position', 'A010402 A051201'],
  ['cannot pull the catheter out', 'A150207'],
  ['chair tipped backwards', 'A051202'],
  ['loud grinding noise', 'A0508'],
  ['instructions missing', 'A210105'],
  ['wrong expiry on box', 'A210101'],
  ['user error', 'A23 D11 C23'],
  ['rash', 'E1714'],
  ['burn', 'E1704'],
  ['haemorrhage', 'E0506'],
  ['hemorrhage', 'E0506'],
  ['hemorhage', 'E0506'],
  ['bled heavily', 'E0506'],
  ['oedema', 'E2338'],
  ['swollen arm', 'E2338'],
  ['allergic to the plaster', 'E0402 E172003'],
  ['heart attack', 'E061202'],
  ['heart stopped', 'E0602'],
  ['patient had a stroke after the procedure', 'E0133'],
  ['patient fainted', 'E011903'],
  ['short of breath', 'E0717'],
  ['blood clot', 'E0514'],
  ['lost vision in left eye', 'E083902'],
  ['ringing in ear', 'E0904'],
  ['threw up', 'E1032'],
  ['low blood sugar', 'E1206'],
  ['broken hip', 'E160301'],
  ['wound is full of pus', 'E231501'],
  ['nurse pricked herself', 'E2010'],
  ['finger crushed in the hinge', 'E2004'],
  ['piece of needle left in patient', 'E2008'],
  ['mask gave a pressure sore', 'E201401'],
  ['anaesthesia awareness', 'E2102'],
  ['tumor', 'E1804 E1801'],
  ['fell out of bed', 'E2007'],
  ['died', 'F02'],
  ['patient passed away', 'F02'],
  ['had to operate again', 'F1901'],
  ['operation was delayed by an hour', 'F1909'],
  ['admitted to hospital', 'F08'],
  ['nobody was hurt', 'F26'],
  ['noticed before it was used on the patient', 'F2601'],
  ['implant had to be taken out', 'F1903'],
  ['batery', 'A0705'],
]

describe('searchImdrf', () => {
  it.each(PHRASES)('%s', (phrase, accepted) => {
    const found = codes(phrase)
    expect(
      found.some(c => accepted.split(' ').includes(c)),
      `${phrase}: ${found.join(' ')}`,
    ).toBe(true)
  })

  it.each([
    ['thrown away', 'B', 'B18'],
    ['log files', 'B', 'B24'],
    ['software bug', 'C', 'C10'],
    ['no fault found', 'C', 'C19'],
    ['design flaw', 'D', 'D01'],
    ['cause unknown', 'D', 'D15'],
    ['plug', 'G', 'G04098'],
    ['touchscreen', 'G', 'G0204004'],
  ] as const)('%s in annex %s', (phrase, annex, code) => {
    expect(codes(phrase, annex)).toContain(code)
  })

  it('finds every code in use by its own term among the first five of its annex', () => {
    const lost = imdrf().annexes.flatMap(({ annex }) =>
      imdrf()
        .entries(annex)
        .filter(e => e.selectable && !codes(e.term, annex).includes(e.code))
        .map(e => `${e.code} ${e.term}`),
    )
    expect(lost).toEqual([])
  })

  it('tells the term, the way down to it and whether it may be chosen', () => {
    const [first] = searchImdrf('blood leak', { annex: 'A' })
    expect(first).toMatchObject({
      code: 'A050401',
      annex: 'A',
      term: 'Fluid/Blood Leak',
      path: ['Mechanical Problem', 'Leak/Splash'],
      level: 3,
      selectable: true,
      status: 'active',
    })
  })

  it('puts headings and retired codes behind the codes that may be chosen', () => {
    const hits = searchImdrf('nervous system', { annex: 'E' })
    expect(hits[0]?.selectable).toBe(true)
    expect(hits.map(h => h.code)).toContain('E01')
    const retired = searchImdrf('device damaged prior to use', { annex: 'A' })
    expect(retired[0]?.code).toBe('A0207')
    expect(retired.map(h => h.code)).toContain('A0204')
  })

  it('reads a code as a code, and gives nothing for words that say nothing', () => {
    expect(codes('a0504')[0]).toBe('A0504')
    expect(codes('A0504')).toHaveLength(5)
    expect(codes('E0506', 'A')).toEqual([])
    for (const nothing of ['', '  ', '?!', 'xyzzy']) expect(codes(nothing)).toEqual([])
    expect(searchImdrf('leak', { limit: 3 })).toHaveLength(3)
  })

  it('copes with a whole narrative', () => {
    const story = 'The infusion line leaked blood onto the bed while the pump was running. '.repeat(500)
    expect(codes(story).some(c => c.startsWith('A0504'))).toBe(true)
  })
})

it('gives field words only for codes that may be chosen', () => {
  for (const code of Object.keys(FIELD_WORDS)) expect(imdrf().get(code)?.selectable, code).toBe(true)
})
