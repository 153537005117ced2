import { describe, expect, it } from 'vitest'
import { DEATH_IN_GERMANY, vigie } from '../testing.js'

const json = async (...args: string[]) => JSON.parse((await vigie(['law', ...args, '--json'])).stdout)

describe('vigie law list', () => {
  it('lists every record, and fewer with a filter', async () => {
    const all = await json('list')
    const swiss = await json('list', '--jurisdiction', 'CH', '--type', 'rule')
    expect(all.length).toBeGreaterThan(100)
    expect(swiss.length).toBeGreaterThan(0)
    for (const r of swiss) expect([r.jurisdiction, r.type]).toEqual(['CH', 'rule'])
    const proposals = await json('list', '--status', 'proposal')
    expect(proposals.map((r: { id: string }) => r.id)).toContain('EU-PRO-01')
  })

  it('marks what is not verified', async () => {
    const { stdout } = await vigie(['law', 'list', '--certainty', 'requires-confirmation'])
    expect(stdout).toContain('NOT CONFIRMED (a person must confirm it)')
  })

  it('names the choices of a filter', async () => {
    const { code, stderr } = await vigie(['law', 'list', '--status', 'law'])
    expect([code, stderr.includes('in-force')]).toEqual([2, true])
  })
})

describe('vigie law show', () => {
  it('shows citation, dates, certainty, sources and review date', async () => {
    const { code, stdout } = await vigie(['law', 'show', 'EU-VIG-03', 'EU-DEF-02', 'EU-CNT-02'])
    expect(code).toBe(0)
    for (const label of ['citation', 'certainty', 'source', 'look again by', 'status', 'content', 'clock']) {
      expect(stdout).toMatch(new RegExp(`^  ${label} `, 'm'))
    }
    expect(stdout).toContain('MDR Art 87(5)')
  })

  it('knows a mistyped id', async () => {
    const { code, stderr } = await vigie(['law', 'show', 'EU-VIG-3'])
    expect([code, /Did you mean EU-VIG-0?3/.test(stderr)]).toEqual([2, true])
  })

  it('takes small letters', async () => {
    expect(await json('show', 'eu-vig-03')).toMatchObject([{ type: 'rule', id: 'EU-VIG-03' }])
  })
})

describe('vigie law explain', () => {
  it('says in sentences when a record applies', async () => {
    const { stdout } = await vigie(['law', 'explain', 'EU-VIG-02', 'EU-DEF-02', 'EU-CNT-02'])
    expect(stdout).toContain('it happened in [event.country]')
    expect(stdout).toContain('It is met when')
    expect(stdout).toContain('It is a note')
  })

  it('answers it for a case', async () => {
    const args = ['law', 'explain', 'EU-VIG-01', '--case', '-', '--at', '2026-11-25']
    const { stdout } = await vigie(args, { stdin: JSON.stringify(DEATH_IN_GERMANY) })
    expect(stdout).toContain('Acme Pump 3: it applies (law of 2026-11-23)')
    expect(stdout).toContain('[yes] it happened in Germany')
    const open = { ...DEATH_IN_GERMANY, assessment: {} }
    const unsettled = await vigie(args, { stdin: JSON.stringify(open) })
    expect(unsettled.stdout).toContain('it is not settled, and treated as if it applied')
    expect(unsettled.stdout).toContain('missing: assessment.causality. Is a link between the device')
  })
})

describe('another law pack', () => {
  it('is refused with its faults when it is none', async () => {
    const { code, stderr } = await vigie(['law', 'list', '--law', '-'], { stdin: '{"release":"x"}' })
    expect([code, stderr.includes('is not a law pack'), stderr.includes('LAW-PACK')]).toEqual([2, true, true])
  })
})
