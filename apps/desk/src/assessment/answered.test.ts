import { expect, it } from 'vitest'
import { answeredQuestions } from './answered.js'

const file = {
  event: { country: 'DE', outcomes: 'unknown' },
  devices: [{ regulation: 'MDR' }, { markets: ['DE'] }],
  fieldActions: [],
}
const open = [
  {
    fact: 'event.outcomes',
    question: '',
    meaning: '',
    answerAt: 'event.outcomes',
    citation: null,
    askedOn: null,
    settles: [],
  },
]

it('names what was answered, at its place, and not what is open still', () => {
  const found = answeredQuestions(file, open)
  expect(new Set(found.map(q => q.answerAt))).toEqual(
    new Set(['event.country', 'devices[0].regulation', 'devices[1].markets']),
  )
  expect(found.find(q => q.answerAt === 'event.country')).toMatchObject({
    question: expect.stringContaining('country'),
    meaning: expect.stringContaining('law'),
  })
})
