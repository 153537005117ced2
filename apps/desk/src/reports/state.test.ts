import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DRAFT_STATES, type DraftState, stepOf } from './state.js'

const DOORS = ['state', 'approval', 'issue'] as const
const tries = fc.array(fc.tuple(fc.constantFrom(...DRAFT_STATES), fc.constantFrom(...DOORS)), {
  maxLength: 40,
})

/** The states a report goes through when everything is tried and only what is legal happens. */
function walk(wanted: readonly (readonly [DraftState, (typeof DOORS)[number]])[]) {
  const path: { state: DraftState; door: string }[] = [{ state: 'draft', door: '' }]
  for (const [to, door] of wanted) {
    const from = path.at(-1)?.state ?? 'draft'
    const result = stepOf(from, to, door)
    if (result.ok) path.push({ state: to, door })
    else {
      expect(result.says).toMatch(/^The report .*\.$/)
      expect(result.mend).toMatch(/\.$/)
    }
  }
  return path
}

it('whatever is tried, nothing is issued that was not approved the step before, and only by signing', () => {
  fc.assert(
    fc.property(tries, wanted => {
      const path = walk(wanted)
      path.forEach(({ state, door }, i) => {
        const before = path[i - 1]?.state
        if (state === 'issued') expect([before, door]).toEqual(['approved', 'issue'])
        if (state === 'approved') expect([before, door]).toEqual(['in-review', 'approval'])
        if (before !== undefined) expect(['issued', 'abandoned']).not.toContain(before)
      })
    }),
    { numRuns: 1000 },
  )
})

it('every state is reached, and from every state that is not an end one can go back to a draft or give up', () => {
  const reached = new Set<DraftState>(['draft'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const from of reached)
      for (const to of DRAFT_STATES) for (const door of DOORS) if (stepOf(from, to, door).ok) reached.add(to)
  }
  expect([...reached].toSorted()).toEqual([...DRAFT_STATES].toSorted())
  for (const from of ['in-review', 'approved'] as const) {
    expect(stepOf(from, 'draft', 'state')).toMatchObject({ ok: true, step: { needsReason: true } })
  }
})
