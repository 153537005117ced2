import { expect, it } from 'vitest'
import { passwordFindings } from './passwords.js'

it.each([
  ['short', 'kurz und gut'.slice(1), 1],
  ['twelve characters', 'kurz und gut', 0],
  ['four words', 'lantern river copper monday', 0],
  ['a well-known word with digits', 'Password1234!', 1],
  ['the own name with digits', 'anke.petersen2026', 1],
  ['one character', 'aaaaaaaaaaaaaaaa', 1],
  ['emoji count as one each', '🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃', 1],
  ['far too long', 'ab cd efg '.repeat(30), 1],
])('%s', (_name, password, faults) => {
  expect(passwordFindings(password, 'anke.petersen@nordlicht.example')).toHaveLength(faults)
})
