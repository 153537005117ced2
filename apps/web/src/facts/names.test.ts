import { expect, it } from 'vitest'
import { meaningsOf, nameOf } from './names.js'

it('names a field in words', () => {
  expect([nameOf('riskClass'), nameOf('udiDi')]).toEqual(['Risk class', 'UDI-DI'])
})

it('finds the meaning of options in the description of a field', () => {
  const { help, meanings } = meaningsOf('What went wrong. malfunction: It failed. use-error: A slip.', [
    'malfunction',
    'use-error',
  ])
  expect(help).toBe('What went wrong.')
  expect([...meanings]).toEqual([
    ['malfunction', 'It failed.'],
    ['use-error', 'A slip.'],
  ])
  expect(meaningsOf('Risk class, e.g. IIb.', ['I', 'IIb'])).toEqual({
    help: 'Risk class, e.g. IIb.',
    meanings: new Map(),
  })
})
