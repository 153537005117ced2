import type { ConflictBody } from '@vigie/desk/shapes'
import { expect, it } from 'vitest'
import { merged, stepsOf } from './merge.js'

const conflict: ConflictBody = {
  sentVersion: 1,
  currentVersion: 2,
  theirs: [{ path: '/title', before: 'a', after: 'b' }],
  yours: [
    { path: '/title', before: 'b', after: 'c' },
    { path: '/file/event/country', after: 'DE' },
    { path: '/file/notes', before: 'old' },
    { path: '/file/a~1b', after: 1 },
  ],
  both: ['/title'],
  by: [],
  current: { title: 'b', file: { notes: 'old', reference: 'R' } },
}

it('takes theirs where both changed the same, until somebody chooses mine', () => {
  const mine = { notes: undefined, reference: 'R', event: { country: 'DE' }, 'a/b': 1 }
  expect(merged(conflict, {})).toEqual({ title: 'b', file: mine })
  expect(merged(conflict, { '/title': 'mine' })).toEqual({ title: 'c', file: mine })
  expect(merged(conflict, {})).not.toHaveProperty('file.notes')
})

it('a change of mine can be given up', () => {
  const chosen = { '/file/event/country': 'theirs', '/file/notes': 'theirs', '/file/a~1b': 'theirs' } as const
  expect(merged(conflict, chosen)).toEqual(conflict.current)
})

it('reads a pointer', () => {
  expect(stepsOf('/a~1b/c~0d/0')).toEqual(['a/b', 'c~d', '0'])
  expect(stepsOf('')).toEqual([])
})
