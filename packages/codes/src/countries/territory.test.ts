import { expect, it } from 'vitest'
import { country } from './country.js'
import { stateOf } from './territory.js'

it('reads Réunion as France and Åland as Finland', () => {
  expect([stateOf(country('RE')), stateOf(country('AX')), stateOf(country('DE'))]).toEqual(['FR', 'FI', 'DE'])
})
